import type { PagePath } from '../navigation.ts';
import type { ShownDataset } from './entry.ts';

/** The page and its table where the items of a dataset are shown. */
export interface DatasetPlace {
  readonly to: PagePath;
  readonly view: string;
}

const OWN: DatasetPlace = { to: '/models', view: 'own' };
const CAPACITY: DatasetPlace = { to: '/models', view: 'capacity' };
const AGENTCORE: DatasetPlace = { to: '/knowledge-agents', view: 'agentcore' };
const JOBS: DatasetPlace = { to: '/knowledge-agents', view: 'jobs' };

/** Where the items of each dataset are shown; each stands on one page only. */
export const DATASET_PLACES: Readonly<Record<ShownDataset, DatasetPlace>> = {
  'custom-models': OWN,
  'imported-models': OWN,
  'custom-model-deployments': CAPACITY,
  'provisioned-throughputs': CAPACITY,
  'marketplace-endpoints': CAPACITY,
  'prompt-routers': CAPACITY,
  agents: { to: '/knowledge-agents', view: 'agents' },
  'knowledge-bases': { to: '/knowledge-agents', view: 'knowledge-bases' },
  flows: { to: '/knowledge-agents', view: 'flows' },
  prompts: { to: '/knowledge-agents', view: 'prompts' },
  'agentcore-runtimes': AGENTCORE,
  'agentcore-gateways': AGENTCORE,
  'agentcore-policy-engines': AGENTCORE,
  'agentcore-memories': AGENTCORE,
  'agentcore-browsers': AGENTCORE,
  'agentcore-code-interpreters': AGENTCORE,
  'agentcore-identities': AGENTCORE,
  'customization-jobs': JOBS,
  'import-jobs': JOBS,
  'copy-jobs': JOBS,
  'batch-jobs': JOBS,
  'evaluation-jobs': JOBS,
};

const PLACES: ReadonlyMap<string, DatasetPlace> = new Map(Object.entries(DATASET_PLACES));

/** Where the items of any dataset are shown; undefined where no page lists them. */
export function placeOfDataset(dataset: string): DatasetPlace | undefined {
  return PLACES.get(dataset);
}
