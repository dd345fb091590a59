import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Connection, Identity } from '../../../shared/api/answers.ts';
import type { AppError } from '../../../shared/model/app-error.ts';
import { useNotices } from '../../components/notices.tsx';
import { useCall } from '../../queries/use-call.ts';
import { useWorkspace } from '../../workspace.ts';
import { inputOfConnection } from './connection-input.ts';

interface ConnectionActionsProps {
  readonly connection: Connection;
  /** Opens the form to change it. */
  readonly onChange: () => void;
  /** Told what a test found. */
  readonly onTested: (tested: TestedConnection) => void;
}

/** What a test of a connection found. */
export interface TestedConnection {
  readonly label: string;
  readonly identity: Identity | undefined;
  readonly error: AppError | null;
}

/** Tests a connection with one call, changes it, or removes it after asking once more. */
export function ConnectionActions({ connection, onChange, onTested }: ConnectionActionsProps) {
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
        onClick={() =>
          test.mutate(inputOfConnection(connection), {
            onSettled: (identity, error) =>
              onTested({ label: connection.label, identity, error: error ?? null }),
          })
        }
        ariaLabel={`Test ${connection.label}`}
      >
        Test
      </Button>
      {demo ? null : (
        <Button variant="inline-link" onClick={onChange} ariaLabel={`Change ${connection.label}`}>
          Change
        </Button>
      )}
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
    </SpaceBetween>
  );
}
