import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AccessGap } from '../../../../shared/access/world/access-world.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { CopyPolicy } from '../../../components/copy-policy.tsx';
import { FoldedNotes } from '../../../components/folded-notes.tsx';
import { countOf } from '../../../format.ts';
import { type GapGroup, gapGroups, gapWords } from '../gaps.ts';

/** Says what of an answer was not read: a missing permission aloud, what no grant helps as notes. */
export function GapsNote({ gaps }: { readonly gaps: readonly AccessGap[] }) {
  const groups = gapGroups(gaps);
  if (groups.length === 0) return null;
  const notes = groups.filter(({ action }) => action === null).map(gapWords);
  return (
    <SpaceBetween size="xs">
      <MissingGrants groups={groups.filter(({ action }) => action !== null)} />
      <FoldedNotes notes={notes} />
    </SpaceBetween>
  );
}

function MissingGrants({ groups }: { readonly groups: readonly GapGroup[] }) {
  if (groups.length === 0) return null;
  const [first, ...others] = groups.map((group) => <GapLine key={groupKey(group)} group={group} />);
  return (
    <Alert type="warning" action={<CopyPolicy />}>
      <Box variant="strong" display="inline">
        Partial:
      </Box>{' '}
      {first}
      {others.length === 0 ? null : (
        <ExpandableSection
          variant="footer"
          headerText={`${countOf(others.length, 'more permission')} missing`}
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
