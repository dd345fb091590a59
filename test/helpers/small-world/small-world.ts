import type { World, WorldIdentity } from '../../../electron/backend/demo/world/world.ts';
import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';
import { smallAgents } from './small-agents.ts';
import { smallBedrock } from './small-bedrock.ts';
import { smallBill } from './small-bill.ts';
import { smallGuardrails } from './small-guardrails.ts';
import { smallAuthorization, smallKeys } from './small-iam.ts';
import { smallMoney } from './small-money.ts';
import { smallOrganization } from './small-organization.ts';
import { smallEvents, smallMetrics, smallObjects, smallTrails } from './small-records.ts';
import { smallSurroundings } from './small-surroundings.ts';

/** When the small world is. */
export const SMALL_NOW = '2026-11-20T12:00:00Z';
/** Its accounts: the first may do everything, the second not read guardrails. */
export const SMALL_ACCOUNT = '111111111111';
export const DENIED_ACCOUNT = '222222222222';
export const SMALL_KEY = { accessKeyId: 'AKIASMALLWORLD000001', secretAccessKey: 'small-secret' };

const READER = 'AssayReader';
const SMALL_BUCKET = {
  name: 'small-logs',
  region: 'us-east-1',
  accountId: SMALL_ACCOUNT,
  shared: true,
};

/**
 * A hand-made world with round numbers for tests of the wire: 2,304 objects, 1,203 metrics, 125
 * events, 234 IAM entities, 130 guardrails. Parts may be replaced.
 */
export function createSmallWorld(parts: Partial<World> = {}): World {
  const root = identity(SMALL_ACCOUNT, `arn:aws:iam::${SMALL_ACCOUNT}:user/admin`, []);
  const denied = ['bedrock:GetGuardrail', 's3:*', 'cloudwatch:GetMetricData', 'iam:Get*'];
  const issued = new Map([[SMALL_KEY.accessKeyId, root]]);
  return {
    now: SMALL_NOW,
    organizationId: 'o-small00001',
    accounts: [account(SMALL_ACCOUNT, []), account(DENIED_ACCOUNT, denied)],
    bedrockRegions: ['us-east-1', 'eu-west-1'],
    rootKey: SMALL_KEY,
    readerRoleArns: [SMALL_ACCOUNT, DENIED_ACCOUNT].map(readerArn),
    logBucket: SMALL_BUCKET,
    logBuckets: [SMALL_BUCKET],
    identityOf: (key) => issued.get(key) ?? null,
    assumeRole(_caller, roleArn, sessionName) {
      const accountId = roleArn.split(':')[4] ?? '';
      if (roleArn !== readerArn(accountId)) return null;
      const arn = `arn:aws:sts::${accountId}:assumed-role/${READER}/${sessionName}`;
      const assumed = identity(accountId, arn, accountId === DENIED_ACCOUNT ? denied : []);
      const accessKeyId = `ASIASMALL${accountId.slice(0, 11)}`;
      issued.set(accessKeyId, assumed);
      const expiration = instantOfMs(msOfInstant(SMALL_NOW) + 3_600_000);
      const secrets = { secretAccessKey: 'temporary', sessionToken: `token-${accountId}` };
      return { accessKeyId, ...secrets, expiration, identity: assumed };
    },
    ...smallSurroundings(SMALL_BUCKET),
    invocations: [],
    mantleCalls: [],
    ...smallAgents,
    ...smallBedrock,
    ...smallBill,
    ...smallGuardrails,
    ...smallMoney,
    trails: (accountId) => smallTrails(accountId),
    digestKeys: () => [],
    events: smallEvents,
    metrics: smallMetrics(),
    objects: smallObjects(),
    logEvents: () => [],
    ...smallKeys,
    ...smallOrganization(SMALL_ACCOUNT),
    ...parts,
  };
}

/** The role that may be assumed in an account of the small world. */
export function readerArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/${READER}`;
}

function identity(accountId: string, arn: string, deniedActions: readonly string[]): WorldIdentity {
  return { accountId, arn, userId: `AIDA${accountId}`, deniedActions };
}

function account(accountId: string, deniedActions: readonly string[]) {
  return {
    accountId,
    name: `small-${accountId.slice(0, 1)}`,
    regions: ['us-east-1', 'eu-west-1'],
    deniedActions,
    authorization: smallAuthorization(accountId),
  };
}
