import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { InventoryRow } from '../../shared/api/answers.ts';
import { CodeBlock } from './code-block.tsx';
import { When } from './when.tsx';

interface ItemEvidenceProps {
  /** The AWS operations behind the reading, as IAM actions. */
  readonly actions: readonly string[];
  readonly place: Pick<InventoryRow, 'accountId' | 'region' | 'readAt'>;
  /** The item as collected. */
  readonly item: unknown;
}

/** What an item of an inventory rests on: the calls, where and when they were made, what came. */
export function ItemEvidence({ actions, place, item }: ItemEvidenceProps) {
  const { accountId, region, readAt } = place;
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">Evidence</Header>
      <Box color="text-body-secondary">
        Read <When at={readAt} /> in {accountId}, {region}
        {actions.length === 0 ? '' : ` with ${actions.join(', ')}`}.
      </Box>
      <CodeBlock label="item as collected" text={JSON.stringify(item, null, 2)} maxHeight={360} />
    </SpaceBetween>
  );
}
