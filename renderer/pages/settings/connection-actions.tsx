import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Connection } from '../../../shared/api/answers.ts';
import { useNotices } from '../../components/notices.tsx';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';
import { inputOfConnection } from './connection-input.ts';
import { ConnectionTestResult } from './connection-test-result.tsx';

/** Tests a connection with one call, or removes it after asking once more. */
export function ConnectionActions({ connection }: { readonly connection: Connection }) {
  const { demo } = useWorkspace();
  const { notify } = useNotices();
  const [asked, setAsked] = useState(false);
  const test = useCall('connection.test', { changes: ['workspace.get'] });
  const remove = useCall('connection.remove', { changes: 'all' });
  const removeNow = () =>
    remove.mutate(
      { connectionId: connection.id },
      {
        onError: ({ message }) =>
          notify({ type: 'error', header: 'Not removed', content: message }),
      },
    );
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button
        variant="inline-link"
        loading={test.isPending}
        onClick={() => test.mutate(inputOfConnection(connection))}
        ariaLabel={`Test ${connection.label}`}
      >
        Test
      </Button>
      {demo ? null : (
        <Button
          variant="inline-link"
          loading={remove.isPending}
          onClick={() => (asked ? removeNow() : setAsked(true))}
          ariaLabel={`${asked ? 'Confirm: remove' : 'Remove'} ${connection.label}`}
        >
          {asked ? 'Remove for good' : 'Remove'}
        </Button>
      )}
      {asked && !remove.isPending ? (
        <Button variant="inline-link" onClick={() => setAsked(false)}>
          Keep
        </Button>
      ) : null}
      <ConnectionTestResult identity={test.data} error={test.error} />
    </SpaceBetween>
  );
}
