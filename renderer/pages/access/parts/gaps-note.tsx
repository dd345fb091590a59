import Alert from '@cloudscape-design/components/alert';
import type { AccessGap } from '../../../../shared/access/world/access-world.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { CopyPolicy } from '../../../components/copy-policy.tsx';
import { gapGroups, gapWords } from '../gaps.ts';

const SHOWN = 4;

/** Says what of an answer was not read, and which permission is missing; nothing where all was. */
export function GapsNote({ gaps }: { readonly gaps: readonly AccessGap[] }) {
  const groups = gapGroups(gaps);
  if (groups.length === 0) return null;
  const grant = groups.some(({ action }) => action !== null);
  return (
    <Alert
      type="warning"
      header="Partial: some of what this rests on was not read"
      action={grant ? <CopyPolicy /> : null}
    >
      {groups.slice(0, SHOWN).map((group) => (
        <div key={`${group.action} ${group.reason}`} title={group.places.join(', ')}>
          <BreakableWords text={gapWords(group)} />
        </div>
      ))}
      {groups.length > SHOWN ? (
        <div>And {groups.length - SHOWN} more kinds, in Settings under Coverage.</div>
      ) : null}
    </Alert>
  );
}
