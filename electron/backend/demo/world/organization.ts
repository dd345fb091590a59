/** The organisation that the simulated account belongs to. */
export const ORGANIZATION_ID = 'o-acme4bdrk1';

/** Account ids by what the account is for. */
export const ACCOUNT = {
  management: '111122223333',
  logArchive: '444455556666',
  platform: '222233334444',
  dataScience: '333344445555',
  support: '555566667777',
  sandbox: '666677778888',
} as const;

/** An account before its principals are known. */
export interface AccountPlace {
  readonly accountId: string;
  readonly name: string;
  readonly regions: readonly string[];
  /** The sandbox was bought with a company and has not joined the organisation. */
  readonly inOrganization: boolean;
  /** What Assay's role may not do there, as IAM actions. */
  readonly deniedActions: readonly string[];
}

/** Every account with the Regions that are switched on. */
export const ACCOUNT_PLACES: readonly AccountPlace[] = [
  place(ACCOUNT.management, 'management', ['us-east-1']),
  place(ACCOUNT.platform, 'platform-prod', ['us-east-1', 'us-west-2', 'eu-west-1']),
  place(ACCOUNT.dataScience, 'data-science', ['us-east-1', 'us-west-2']),
  place(ACCOUNT.logArchive, 'log-archive', ['us-east-1']),
  place(ACCOUNT.support, 'support-eu', ['eu-west-1', 'eu-central-1']),
  {
    ...place(ACCOUNT.sandbox, 'sandbox', ['us-east-1', 'ap-southeast-2']),
    inOrganization: false,
    deniedActions: ['bedrock:GetGuardrail', 's3:ListBucket'],
  },
];

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

/** Where the organisation's trail and the invocation logs are collected. */
export const LOG_BUCKET = {
  name: 'acme-org-logs-444455556666',
  region: 'us-east-1',
} as const;

/** The name of the role that Assay assumes in every account. */
export const READER_ROLE = 'AssayReader';

function place(accountId: string, name: string, regions: readonly string[]): AccountPlace {
  return { accountId, name, regions, inOrganization: true, deniedActions: [] };
}
