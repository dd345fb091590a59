import { useState } from 'react';
import type { Profile } from '../../../shared/api/answers.ts';
import { useNotices } from '../../components/notices.tsx';
import { useCall } from '../../queries/use-call.ts';
import { type ConnectionForm, checkConnection, withProfile } from './connection-form.ts';

const EMPTY: ConnectionForm = {
  profile: '',
  label: '',
  regions: [],
  roleArn: '',
  endpointUrl: '',
};

/** The form for a new connection: checks it, tests it, adds it, and starts the first scan. */
export function useAddConnection() {
  const { notify } = useNotices();
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const test = useCall('connection.test');
  const add = useCall('connection.add', { changes: 'all' });
  const scan = useCall('scan.start', { changes: ['job.current'] });
  const checked = checkConnection(form);
  const startScan = () =>
    scan.mutate(
      {},
      {
        onError: ({ message }) =>
          notify({ type: 'error', header: 'The scan did not start', content: message }),
      },
    );
  const clear = () => {
    setForm(EMPTY);
    setTried(false);
    test.reset();
  };
  return {
    form,
    errors: tried && !checked.ok ? checked.errors : {},
    test,
    add,
    change: (patch: Partial<ConnectionForm>) => setForm((before) => ({ ...before, ...patch })),
    chooseProfile: (name: string, profile: Profile | undefined) =>
      setForm((before) => withProfile(before, name, profile)),
    testNow: () => {
      setTried(true);
      if (checked.ok) test.mutate(checked.input);
    },
    addAndScan: () => {
      setTried(true);
      if (!checked.ok) return;
      add.mutate(checked.input, {
        onSuccess: ({ label }) => {
          notify({ type: 'success', header: `${label} added` });
          clear();
          startScan();
        },
      });
    },
  };
}
