/** What of Assay a policy is to allow; each can be left out. */
export const FEATURES = [
  { id: 'models', title: 'Models, capacity and jobs' },
  { id: 'guardrails', title: 'Guardrails and the settings of each Region' },
  { id: 'agents', title: 'Knowledge bases, agents, flows and prompts' },
  { id: 'agentcore', title: 'AgentCore' },
  { id: 'identity', title: 'Users, roles, policies and keys' },
  { id: 'organization', title: 'The organisation and its policies' },
  { id: 'surroundings', title: 'Trails, buckets, keys, networks and functions' },
  { id: 'limits', title: 'Alarms, budgets, quotas and cost tags' },
  { id: 'logs', title: 'Log files and log groups' },
  { id: 'digests', title: 'Proof that trail files are unchanged' },
  { id: 'events', title: 'Event history' },
  { id: 'metrics', title: 'CloudWatch metrics' },
  { id: 'bill', title: 'The bill' },
  { id: 'prices', title: 'Prices' },
  { id: 'prompt-lab', title: 'Prompt lab' },
] as const;

/** One of the features. */
export type FeatureId = (typeof FEATURES)[number]['id'];

/** Every id, in the order in which features are shown. */
export const FEATURE_IDS: readonly FeatureId[] = FEATURES.map(({ id }) => id);

const ON_DEMAND: readonly FeatureId[] = ['digests', 'prompt-lab'];

/**
 * What Assay reads without being asked. Digests are read where Settings ask for it; the prompt lab
 * invokes models, which is billed.
 */
export const READING_FEATURES: readonly FeatureId[] = FEATURE_IDS.filter(
  (id) => !ON_DEMAND.includes(id),
);
