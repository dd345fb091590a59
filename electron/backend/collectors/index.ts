import type { CollectedDatasetId, CollectedDatasets } from '../../../shared/model/dataset.ts';
import { agentCoreCollectors } from './agentcore/index.ts';
import { agentCollectors } from './agents/index.ts';
import { bedrockCollectors } from './bedrock/index.ts';
import type { CollectorsOf } from './collector.ts';
import { guardrailCollectors } from './guardrails/index.ts';
import { identityCollectors } from './identity/index.ts';
import { moneyCollectors } from './money/index.ts';
import { organizationCollectors } from './organization/index.ts';
import { inReadingOrder } from './reading-order.ts';
import { surroundingsCollectors } from './surroundings/index.ts';

/** The collector of every dataset that is read from AWS; a missing one does not compile. */
export const collectors: CollectorsOf<CollectedDatasets> = {
  ...agentCoreCollectors,
  ...agentCollectors,
  ...bedrockCollectors,
  ...guardrailCollectors,
  ...identityCollectors,
  ...moneyCollectors,
  ...organizationCollectors,
  ...surroundingsCollectors,
};

/** The datasets in an order in which each comes after those it follows. */
export const collectedDatasets: readonly CollectedDatasetId[] = inReadingOrder(
  Object.values(collectors),
);
