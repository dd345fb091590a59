import { useState } from 'react';
import type { Connection, Profile } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { useNotices } from '../../components/notices.tsx';
import { useCall } from '../../queries/use-call.ts';
import {
  type ConnectionForm,
  checkConnection,
  formOfConnection,
  standsBeside,
  withProfile,
} from './connection-form.ts';

const EMPTY: ConnectionForm = {
  profile: '',
  label: '',
  regions: [],
  roleArn: '',
  organizationRole: '',
  endpointUrl: '',
};

/** The form for a connection, new or changed: checks it, tests it, saves it, and scans. */
export function useConnectionForm(changed: Connection | null, onDone: () => void) {
  const [form, setForm] = useState(changed === null ? EMPTY : formOfConnection(changed));
  const [tried, setTried] = useState(false);
  const test = useCall('connection.test');
  const save = useSave(changed, () => {
    setForm(EMPTY);
    setTried(false);
    test.reset();
    onDone();
  });
  const checked = checkConnection(form);
  const ifGood = (go: (input: Input<'connection.add'>) => void) => {
    setTried(true);
    if (checked.ok) go(checked.input);
  };
  return {
    form,
    errors: tried && !checked.ok ? checked.errors : {},
    test,
    saving: save.saving,
    saveError: save.error,
    change: (patch: Partial<ConnectionForm>) => setForm((before) => ({ ...before, ...patch })),
    chooseProfile: (name: string, profile: Profile | undefined) =>
      setForm((before) => withProfile(before, name, profile)),
    testNow: () => ifGood((input) => test.mutate(input)),
    saveAndScan: () => ifGood(save.run),
  };
}

/** Puts a connection in the place of the changed one, or beside the others, and starts a scan. */
function useSave(changed: Connection | null, onSaved: () => void) {
  const { notify } = useNotices();
  const add = useCall('connection.add', { changes: 'all' });
  const remove = useCall('connection.remove', { changes: 'all' });
  const scan = useCall('scan.start', { changes: ['job.current'] });
  const failed =
    (header: string) =>
    ({ message }: Error) =>
      notify({ type: 'error', header, content: message });
  const run = (input: Input<'connection.add'>) =>
    add.mutate(input, {
      onSuccess: ({ label }) => {
        notify({ type: 'success', header: `${label} ${changed === null ? 'added' : 'changed'}` });
        if (changed !== null && standsBeside(input, changed)) {
          remove.mutate(
            { connectionId: changed.id },
            { onError: failed(`${changed.label} is still there beside it`) },
          );
        }
        onSaved();
        scan.mutate({}, { onError: failed('The scan did not start') });
      },
    });
  return { run, saving: add.isPending, error: add.error };
}
