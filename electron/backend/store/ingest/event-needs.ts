/** Events of one source that Assay keeps, and why. */
export interface EventNeed {
  readonly source: string;
  /** `all`, only those that change something, or only those of these names. */
  readonly events: 'all' | 'writes' | readonly string[];
  /** IAM, Organizations and the Marketplace record their events in us-east-1 alone. */
  readonly global: boolean;
  readonly reason: string;
  /** The names that are worth a LookupEvents call each; all of `events` when absent. */
  readonly lookups?: readonly string[];
}

/** What gives a user or an API key power: the calls that are looked up one by one. */
const GRANTS = [
  'CreateServiceSpecificCredential',
  'ResetServiceSpecificCredential',
  'CreateAccessKey',
  'CreateLoginProfile',
  'AttachUserPolicy',
  'PutUserPolicy',
];

/**
 * The CloudTrail events that questions, rules and detections read; a trail's bucket holds everything
 * else of the company too. Ingest keeps these, and LookupEvents asks for these alone: it takes one
 * attribute a call, so a source that is busy for other reasons is asked for by event name.
 */
export const EVENT_NEEDS: readonly EventNeed[] = [
  need('bedrock', 'all', 'model calls, guardrails, logging, agents, knowledge bases, models'),
  need('bedrock-mantle', 'all', 'the OpenAI and Anthropic compatible endpoint'),
  need('bedrock-agentcore', 'all', 'AgentCore runtimes, gateways and identities'),
  need(
    'cloudtrail',
    ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors', 'StartLogging'],
    'trail-stopped: recording that was ended or narrowed',
    { lookups: ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'] },
  ),
  need(
    's3',
    ['PutBucketPolicy', 'DeleteBucketPolicy', 'DeleteBucket', 'PutBucketPublicAccessBlock'],
    'logging-disabled: buckets of logs and training data opened, or closed to their writers',
    { lookups: ['PutBucketPolicy', 'DeleteBucketPolicy'] },
  ),
  need(
    'iam',
    [
      ...GRANTS,
      'UpdateServiceSpecificCredential',
      'DeleteServiceSpecificCredential',
      'CreateUser',
      'AddUserToGroup',
    ],
    'api-key-created, phantom-user-credentials-added: Bedrock API keys and what their users got',
    { global: true, lookups: GRANTS },
  ),
  need('aws-marketplace', 'writes', 'model-access-enabled: subscriptions to models', {
    global: true,
  }),
  need(
    'organizations',
    ['DetachPolicy', 'UpdatePolicy', 'DeletePolicy', 'DisablePolicyType'],
    'enforced-guardrail-removed: policies of the organisation taken away',
    { global: true, lookups: ['DetachPolicy', 'UpdatePolicy'] },
  ),
];

function need(
  service: string,
  events: EventNeed['events'],
  reason: string,
  more: { readonly global?: boolean; readonly lookups?: readonly string[] } = {},
): EventNeed {
  return { source: `${service}.amazonaws.com`, events, global: false, reason, ...more };
}

/**
 * The users that Bedrock makes for its API keys: whatever they do outside of Bedrock is kept
 * (phantom-user-outside-bedrock).
 */
const KEY_USER = 'BedrockAPIKey-';
/** How AWS names the roles of agents and knowledge bases (agent-role-used-elsewhere). */
const SERVICE_ROLE = '/AmazonBedrock';

/** Whether a record `r` is kept: one that has no source is left to be told as a fragment. */
export const IS_NEEDED = `(r.eventSource IS NULL OR ${EVENT_NEEDS.map(needSql).join(' OR ')}
  OR contains(r.userIdentity.arn, '${KEY_USER}')
  OR contains(r.userIdentity.sessionContext.sessionIssuer.arn, '${SERVICE_ROLE}'))`;

/** `list_contains`, because DuckDB makes joins of longer IN lists, and then inserts with one thread. */
function needSql({ source, events }: EventNeed): string {
  const same = `r.eventSource = '${source}'`;
  if (events === 'all') return same;
  if (events === 'writes') return `(${same} AND r.readOnly IS DISTINCT FROM true)`;
  return `(${same} AND list_contains([${events.map((name) => `'${name}'`).join(', ')}], r.eventName))`;
}
