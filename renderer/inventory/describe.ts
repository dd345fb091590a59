import type { InventoryAnswer, InventoryRow } from '../../shared/api/answers.ts';
import { type Described, entryOf } from './base-entry.ts';
import { describeAgent } from './describe-agent.ts';
import {
  describeBrowser,
  describeCodeInterpreter,
  describeIdentity,
  describeMemory,
  describeRuntime,
} from './describe-agentcore.ts';
import { describeFlow, describePrompt } from './describe-flow.ts';
import { describeGateway, describePolicyEngine } from './describe-gateway.ts';
import {
  describeBatch,
  describeCopy,
  describeCustomization,
  describeEvaluation,
  describeImport,
} from './describe-job.ts';
import { describeKnowledgeBase } from './describe-knowledge-base.ts';
import {
  describeCustomModel,
  describeDeployment,
  describeEndpoint,
  describeImportedModel,
  describeRouter,
  describeThroughput,
} from './describe-model.ts';
import type { Entry, ShownDataset } from './entry.ts';

/** How the items of each dataset are told; a dataset without an entry does not compile. */
const DESCRIBE: { readonly [D in ShownDataset]: (item: InventoryRow<D>['item']) => Described } = {
  'custom-models': describeCustomModel,
  'imported-models': describeImportedModel,
  'custom-model-deployments': describeDeployment,
  'provisioned-throughputs': describeThroughput,
  'marketplace-endpoints': describeEndpoint,
  'prompt-routers': describeRouter,
  agents: describeAgent,
  'knowledge-bases': describeKnowledgeBase,
  flows: describeFlow,
  prompts: describePrompt,
  'agentcore-runtimes': describeRuntime,
  'agentcore-gateways': describeGateway,
  'agentcore-policy-engines': describePolicyEngine,
  'agentcore-memories': describeMemory,
  'agentcore-browsers': describeBrowser,
  'agentcore-code-interpreters': describeCodeInterpreter,
  'agentcore-identities': describeIdentity,
  'customization-jobs': describeCustomization,
  'import-jobs': describeImport,
  'copy-jobs': describeCopy,
  'batch-jobs': describeBatch,
  'evaluation-jobs': describeEvaluation,
};

/** The rows of a dataset as entries. */
export function entriesOf<D extends ShownDataset>(
  dataset: D,
  { rows }: InventoryAnswer<D>,
): readonly Entry[] {
  return rows.map((row) => entryOf(dataset, row, DESCRIBE[dataset](row.item)));
}
