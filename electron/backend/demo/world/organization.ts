import { generatedAccounts } from './generated-accounts.ts';

/** The organisation that the simulated account belongs to. */
export const ORGANIZATION_ID = 'o-acme4bdrk1';

/** Account ids by what the account is for. */
export const ACCOUNT = {
  management: '111122223333',
  logArchive: '444455556666',
  platform: '222233334444',
  dataScience: '333344445555',
  support: '555566667777',
  securityAudit: '777788889999',
  sharedServices: '888899990000',
  sandbox: '666677778888',
} as const;

/** An account before its principals are known. */
export interface AccountPlace {
  readonly accountId: string;
  readonly name: string;
  /** Switched on, and read by Assay. */
  readonly regions: readonly string[];
  /** Where somebody works with Bedrock; the other Regions are quiet. */
  readonly busyRegions: readonly string[];
  /** What Assay's role may not do there, as IAM actions. */
  readonly deniedActions: readonly string[];
}

/** The Regions that are switched on in every account. */
export const ACCOUNT_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-southeast-2',
];

/** The accounts of the story: seven of the organisation, and the sandbox outside of it. */
const STORY_PLACES: readonly AccountPlace[] = [
  place(ACCOUNT.management, 'management', ['us-east-1']),
  place(ACCOUNT.platform, 'platform-prod', ['us-east-1', 'us-west-2', 'eu-west-1']),
  place(ACCOUNT.dataScience, 'data-science', ['us-east-1', 'us-west-2']),
  place(ACCOUNT.logArchive, 'log-archive', ['us-east-1']),
  place(ACCOUNT.support, 'support-eu', ['eu-west-1', 'eu-central-1']),
  place(ACCOUNT.securityAudit, 'security-audit', ['us-east-1']),
  place(ACCOUNT.sharedServices, 'shared-services', ['us-east-1']),
  {
    ...place(ACCOUNT.sandbox, 'sandbox', ['us-east-1', 'ap-southeast-2']),
    deniedActions: ['bedrock:GetGuardrail', 's3:ListBucket'],
  },
];

/** How many accounts a world has unless it is asked for more. */
export const STORY_ACCOUNTS = STORY_PLACES.length;

/**
 * The accounts of a world with `count` accounts: those of the story, then as many generated ones as
 * it takes, which are all members of the organisation.
 */
export function accountPlaces(count: number): readonly AccountPlace[] {
  const generated = generatedAccounts(count - STORY_ACCOUNTS).map(({ accountId, name, region }) =>
    place(accountId, name, [region]),
  );
  return [...STORY_PLACES, ...generated];
}

/** The sandbox was bought with a company and has not joined the organisation; all others have. */
export function isMember(accountId: string): boolean {
  return accountId !== ACCOUNT.sandbox;
}

/** Every Region where Bedrock exists in this world. */
export const BEDROCK_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'eu-north-1',
  'ap-southeast-2',
  'ap-southeast-4',
  'ap-northeast-1',
];

/** Destination Regions of cross-Region inference by the prefix of the profile id. */
export const GEOGRAPHIES: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-west-1', 'eu-central-1', 'eu-north-1'],
  au: ['ap-southeast-2', 'ap-southeast-4'],
  apac: ['ap-southeast-2', 'ap-northeast-1'],
  global: BEDROCK_REGIONS,
};

/** Where the organisation's trail is collected, for all accounts to read. */
export const LOG_BUCKET = {
  name: 'acme-org-logs-444455556666',
  region: 'us-east-1',
  accountId: ACCOUNT.logArchive,
  shared: true,
} as const;

/** Where model invocation logging delivers: AWS allows only a bucket of the same account and Region. */
export function invocationLogBucket(accountId: string, region: string): string {
  return `acme-bedrock-logs-${accountId}-${region}`;
}

/** The log group of model invocation logging, wherever it is a destination. */
export const INVOCATION_LOG_GROUP = '/acme/bedrock/model-invocations';

/** The name of the role that Assay assumes in every account. */
export const READER_ROLE = 'AssayReader';

function place(accountId: string, name: string, busyRegions: readonly string[]): AccountPlace {
  const regions = ACCOUNT_REGIONS;
  return { accountId, name, regions, busyRegions, deniedActions: [] };
}
