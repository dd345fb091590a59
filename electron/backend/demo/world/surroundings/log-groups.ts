import type { InvocationLogging } from '../../../../../shared/model/dataset.ts';
import { ACCOUNT } from '../organization.ts';
import { logKeyArn } from './key-names.ts';
import type { WorldLogGroup } from './surroundings-world.ts';

const AS_MADE: WorldLogGroup = {
  name: '',
  retentionDays: null,
  kmsKeyArn: null,
  logClass: 'STANDARD',
  storedBytes: 48_310_224,
  createdAt: '2026-01-12T09:00:04Z',
  dataProtectionPolicy: null,
};

/** Groups under names of AWS; the storefront's agents are well kept, the catalogue's are not. */
const NAMED_BY_AWS: Readonly<Record<string, readonly WorldLogGroup[]>> = {
  [`${ACCOUNT.platform}/us-east-1`]: [
    {
      ...AS_MADE,
      name: '/aws/bedrock-agentcore/runtimes/storefront_concierge-q7Lw2mXc9d-DEFAULT',
      retentionDays: 90,
      kmsKeyArn: logKeyArn(ACCOUNT.platform, 'us-east-1'),
      dataProtectionPolicy: maskPolicy('storefront-concierge', [
        'EmailAddress',
        'CreditCardNumber',
      ]),
    },
    { ...AS_MADE, name: '/aws/lambda/catalog-tagger', retentionDays: 14 },
    {
      ...AS_MADE,
      name: '/aws/vendedlogs/bedrock/knowledge-base/APPLICATION_LOGS/catalog',
      logClass: 'INFREQUENT_ACCESS',
    },
  ],
  [`${ACCOUNT.dataScience}/us-east-1`]: [
    { ...AS_MADE, name: '/aws/bedrock-agentcore/runtimes/research_agent-b4Nf8tRz1k-DEFAULT' },
  ],
};

/** The log groups of an account and Region, that of invocation logging among them, by name. */
export function logGroupsIn(
  accountId: string,
  region: string,
  logging: InvocationLogging,
): readonly WorldLogGroup[] {
  const named = NAMED_BY_AWS[`${accountId}/${region}`] ?? [];
  const group =
    logging.logGroup === null ? [] : [invocationGroup(accountId, region, logging.logGroup)];
  return [...named, ...group].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Dublin's group is well kept; Frankfurt's keeps every prompt for ever, under no key. */
function invocationGroup(accountId: string, region: string, name: string): WorldLogGroup {
  const group = { ...AS_MADE, name, storedBytes: 2_914_083_117 };
  if (region !== 'eu-west-1') return group;
  return {
    ...group,
    retentionDays: 400,
    kmsKeyArn: logKeyArn(accountId, region),
    dataProtectionPolicy: maskPolicy('invocations', ['EmailAddress', 'IpAddress', 'AwsSecretKey']),
  };
}

/** A policy that finds and masks kinds of data, in the form CloudWatch Logs documents. */
function maskPolicy(name: string, kinds: readonly string[]): string {
  const DataIdentifier = kinds.map((kind) => `arn:aws:dataprotection::aws:data-identifier/${kind}`);
  return JSON.stringify({
    Name: `${name}-data-protection`,
    Version: '2021-06-01',
    Statement: [
      { Sid: 'audit', DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}
