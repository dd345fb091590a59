import Alert from '@cloudscape-design/components/alert';
import type { InventoryPlace } from '../../shared/api/answers.ts';
import { CopyPolicy } from './copy-policy.tsx';
import { lackedReadings, lackText } from './reading-words.ts';

const SHOWN = 5;

/** Says what of the readings behind a table is missing; nothing where all of it was read. */
export function ReadingNotes({ outcomes }: { readonly outcomes: readonly InventoryPlace[] }) {
  const lacked = lackedReadings(outcomes).filter(({ status }) => status !== 'unavailable');
  if (lacked.length === 0) return null;
  const denied = lacked.some(({ status }) => status === 'denied');
  return (
    <Alert
      type="warning"
      header="Partial: some of it was not read"
      action={denied ? <CopyPolicy /> : null}
    >
      {lacked.slice(0, SHOWN).map((lack) => (
        <div
          key={`${lack.status} ${lack.what} ${lack.items === null}`}
          title={lack.places.join(', ')}
        >
          {lackText(lack)}
        </div>
      ))}
      {lacked.length > SHOWN ? <div>And {lacked.length - SHOWN} more, in Settings.</div> : null}
    </Alert>
  );
}
