import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Evidence } from '../../../shared/model/finding.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { When } from '../../components/when.tsx';

/** What a verdict rests on: the call, where and when it was made, and the object it answered. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  if (evidence.length === 0) {
    return <Box color="text-body-secondary">Nothing was read for this answer.</Box>;
  }
  return (
    <SpaceBetween size="xs">
      {evidence.map((each) => (
        <ExpandableSection
          key={`${each.source}/${each.accountId}/${each.region}/${JSON.stringify(each.object)}`}
          headerText={each.source}
          headerDescription={`${each.accountId}, ${each.region}`}
          defaultExpanded={evidence.length === 1}
        >
          <SpaceBetween size="xxs">
            <Box color="text-body-secondary">
              Read <When at={each.readAt} />
            </Box>
            <CodeBlock
              label={`evidence of ${each.source}`}
              text={JSON.stringify(each.object, null, 2)}
              maxHeight={280}
            />
          </SpaceBetween>
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}
