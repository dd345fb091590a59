import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ModelDetail } from '../../../shared/api/answers.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { When } from '../../components/when.tsx';
import { samePlaces } from './same-places.ts';

/** The objects as AWS answered them, once for all places that answered the same. */
export function ModelEvidence({ detail }: { readonly detail: ModelDetail }) {
  const groups = samePlaces(detail.places);
  if (groups.length === 0) {
    return (
      <Box color="text-body-secondary">
        Nothing that was read describes it: it is known from calls or from profiles alone.
      </Box>
    );
  }
  return (
    <SpaceBetween size="xs">
      {groups.map(({ dataset, text, where, readAt }) => (
        <ExpandableSection
          key={`${dataset} ${text}`}
          headerText={dataset}
          headerDescription={where}
          defaultExpanded={groups.length === 1}
        >
          <SpaceBetween size="xxs">
            <Box color="text-body-secondary">
              Read <When at={readAt} />
            </Box>
            <CodeBlock label={`${dataset} as collected`} text={text} maxHeight={320} />
          </SpaceBetween>
        </ExpandableSection>
      ))}
    </SpaceBetween>
  );
}
