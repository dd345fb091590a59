import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { AccessGap } from '../../../../shared/access/world/access-world.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { CopyPolicy } from '../../../components/copy-policy.tsx';
import { countOf } from '../../../format.ts';
import { type GapGroup, gapGroups, gapWords } from '../gaps.ts';

/** Says what of an answer was not read, and which permission is missing; nothing where all was. */
export function GapsNote({ gaps }: { readonly gaps: readonly AccessGap[] }) {
  const groups = gapGroups(gaps);
  if (groups.length === 0) return null;
  const grant = groups.some(({ action }) => action !== null);
  const [first, ...others] = groups.map((group) => <GapLine key={groupKey(group)} group={group} />);
  return (
    <Alert type="warning" action={grant ? <CopyPolicy /> : null}>
      <Box variant="strong" display="inline">
        Partial:
      </Box>{' '}
      {first}
      {others.length === 0 ? null : (
        <ExpandableSection
          variant="footer"
          headerText={`And ${countOf(others.length, 'more lack')}`}
        >
          {others}
        </ExpandableSection>
      )}
    </Alert>
  );
}

function GapLine({ group }: { readonly group: GapGroup }) {
  return (
    <span title={group.places.join(', ')} className="gap-line">
      <BreakableWords text={gapWords(group)} />
    </span>
  );
}

function groupKey({ action, reason, consequence }: GapGroup): string {
  return `${action} ${reason} ${consequence}`;
}
