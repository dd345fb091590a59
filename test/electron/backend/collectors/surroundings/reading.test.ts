import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Bucket, Part } from '../../../../../shared/model/dataset.ts';
import { isPublicByPolicy } from '../../../../../shared/model/public-access.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SUPPORT = '555566667777';
const SCIENCE = '333344445555';
const LOG_ARCHIVE = '444455556666';
const MANAGEMENT = '111122223333';
const SHARED_SERVICES = '888899990000';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

function value<T>(part: Part<T> | undefined): T {
  if (part?.read !== true) throw new Error(`not read: ${JSON.stringify(part)}`);
  return part.value;
}

function settingsOf(bucket: Bucket) {
  const { name, encryption, publicAccessBlock, policy, policyIsPublic, lifecycle } = bucket;
  return {
    name,
    region: value(bucket.region),
    encryption: value(encryption),
    publicAccessBlock: value(publicAccessBlock),
    policy: value(policy),
    policyIsPublic: value(policyIsPublic),
    lifecycle: value(lifecycle),
    objectLock: value(bucket.objectLock),
    versioning: value(bucket.versioning),
    objectOwnership: value(bucket.objectOwnership),
  };
}

describe('buckets', () => {
  it('each of the account is read as it is, with who names it', async () => {
    const { items, region, gaps } = await read('buckets');
    expect(region).toBe('global');
    const own = items.filter(({ owned }) => value(owned));
    expect(own.length).toBeGreaterThan(0);
    for (const bucket of own) {
      const settled = simulated.world.bucket(bucket.name);
      const { accountId: _, shared: __, createdAt: ___, ...expected } = settled ?? {};
      const isPublic = settled?.policy === null ? null : settled?.policyIsPublic;
      expect(settingsOf(bucket)).toEqual({ ...expected, policyIsPublic: isPublic });
      expect(bucket.uses.length).toBeGreaterThan(0);
    }
    expect(items.every(({ name }) => name !== 'acme-static-assets-222233334444')).toBe(true);
    expect(gaps?.map(({ of }) => of)).toEqual(['s3:GetBucketLocation']);
  });

  it('the bucket of another account is named, as far as that account lets us', async () => {
    const { items } = await read('buckets');
    const central = items.find(({ name }) => name === 'acme-org-logs-444455556666');
    expect(central?.uses).toEqual([
      { purpose: 'trail', region: REGION, by: expect.stringContaining('organization-trail') },
    ]);
    expect(central?.owned).toEqual({ read: true, value: false });
    expect(central?.encryption).toEqual(central?.region);
    expect(central?.region).toMatchObject({
      read: false,
      outcome: { status: 'denied', action: 's3:GetBucketLocation' },
    });
    const asOwner = await read('buckets', { accountId: LOG_ARCHIVE });
    const same = asOwner.items.find(({ name }) => name === central?.name);
    expect(value(same?.objectLock)).toMatchObject({ mode: 'GOVERNANCE', years: 1 });
  });

  it('tells the stories: public, without a block, without a policy', async () => {
    const dublin = await read('buckets', { accountId: SUPPORT, region: 'eu-west-1' });
    expect(dublin.items.map(({ policyIsPublic }) => policyIsPublic)).toContainEqual({
      read: true,
      value: true,
    });
    const management = await read('buckets', { accountId: MANAGEMENT });
    const blocks = management.items.filter(({ owned }) => value(owned));
    expect(blocks.map(({ publicAccessBlock }) => value(publicAccessBlock))).toContain(null);
  });

  it('say what their account blocks: the public one of the scientists is behind it', async () => {
    const science = await read('buckets', { accountId: SCIENCE });
    const scratch = science.items.find(({ policyIsPublic }) => {
      return policyIsPublic.read && policyIsPublic.value === true;
    });
    if (scratch === undefined) throw new Error('no bucket of the scientists is public by itself');
    expect(value(scratch.publicAccessBlock)?.restrictPublicBuckets).toBe(false);
    expect(value(scratch.accountPublicAccessBlock)?.restrictPublicBuckets).toBe(true);
    expect(isPublicByPolicy(scratch)).toEqual({ read: true, value: false });
    const dublin = await read('buckets', { accountId: SUPPORT, region: 'eu-west-1' });
    expect(dublin.items.map(isPublicByPolicy)).toContainEqual({ read: true, value: true });
    const { items } = await read('buckets');
    const central = items.find(({ name }) => name === 'acme-org-logs-444455556666');
    expect(central?.accountPublicAccessBlock).toMatchObject({
      read: false,
      outcome: { status: 'unavailable' },
    });
  });

  it('without the block of their account are not said to be public', async () => {
    simulated.account.faults.set('s3:GetAccountPublicAccessBlock', { kind: 'deny' });
    const dublin = await read('buckets', { accountId: SUPPORT, region: 'eu-west-1' });
    const judged = dublin.items.filter(({ policyIsPublic: part }) => part.read && part.value);
    expect(judged.map((bucket) => isPublicByPolicy(bucket).read)).toEqual([false]);
    expect(dublin.gaps).toContainEqual({
      of: 's3:GetAccountPublicAccessBlock',
      items: 1,
      outcome: expect.objectContaining({
        status: 'denied',
        action: 's3:GetAccountPublicAccessBlock',
      }),
    });
  });

  it('without the list of own buckets, all are tried and none is said to be ours', async () => {
    simulated.account.faults.set('s3:ListBuckets', { kind: 'deny' });
    const { items, gaps } = await read('buckets');
    const log = items.find(({ name }) => name === `acme-bedrock-logs-${PROD}-${REGION}`);
    expect(log?.owned.read).toBe(false);
    expect(value(log?.region ?? undefined)).toBe(REGION);
    expect(value(log?.versioning)).toEqual({ status: 'Enabled', mfaDelete: false });
    expect(gaps?.map(({ of }) => of)).toContain('s3:ListAllMyBuckets');
  });
});

describe('log groups', () => {
  it('those of Bedrock, by name of AWS or by invocation logging', async () => {
    const { items } = await read('log-groups');
    expect(items.map(({ name }) => name)).not.toContain('/aws/lambda/catalog-tagger');
    expect(items.length).toBeGreaterThan(1);
    const dublin = await read('log-groups', { accountId: SUPPORT, region: 'eu-west-1' });
    const [group] = simulated.world.logGroups(SUPPORT, 'eu-west-1');
    expect(dublin.items).toEqual([
      {
        name: group?.name,
        arn: `arn:aws:logs:eu-west-1:${SUPPORT}:log-group:${group?.name}`,
        invocationLogs: true,
        retentionDays: 400,
        kmsKeyArn: group?.kmsKeyArn,
        logClass: 'STANDARD',
        storedBytes: group?.storedBytes,
        createdAt: '2026-01-12T09:00:04Z',
        inheritsDataProtection: false,
        dataProtectionPolicy: { read: true, value: group?.dataProtectionPolicy },
      },
    ]);
    const frankfurt = await read('log-groups', { accountId: SUPPORT, region: 'eu-central-1' });
    expect(frankfurt.items[0]).toMatchObject({
      retentionDays: null,
      kmsKeyArn: null,
      dataProtectionPolicy: { read: true, value: null },
    });
  });
});

describe('keys', () => {
  it('those that configuration names, as KMS describes them', async () => {
    const { items } = await read('kms-keys');
    const named = items.map(({ name }) => name);
    expect(named).toContain(
      simulated.world.bucket(`acme-bedrock-logs-${PROD}-${REGION}`)?.encryption.kmsKey,
    );
    const keys = new Map(
      [
        ...simulated.world.kmsKeys(PROD, REGION),
        ...simulated.world.kmsKeys(LOG_ARCHIVE, REGION),
      ].map((key) => [key.description.keyArn, key]),
    );
    for (const item of items) {
      const key = keys.get(item.name);
      expect(value(item.description), item.name).toEqual(key?.description);
      expect(value(item.rotation)).toEqual(key?.rotation);
      expect(item.uses.length).toBeGreaterThan(0);
    }
  });

  it('one that waits for its deletion is told', async () => {
    const { items } = await read('kms-keys', { accountId: SHARED_SERVICES });
    const states = items.map(({ description }) => value(description)?.state);
    expect(states).toContain('PendingDeletion');
  });
});

describe('VPC endpoints', () => {
  it('those of Bedrock and no others', async () => {
    const { items } = await read('vpc-endpoints');
    const expected = simulated.world
      .vpcEndpoints(PROD, REGION)
      .filter(({ serviceName }) => serviceName.includes('.bedrock'));
    expect(expected.length).toBe(simulated.world.vpcEndpoints(PROD, REGION).length - 1);
    expect(sorted(items)).toEqual(sorted(expected));
    const none = await read('vpc-endpoints', { accountId: LOG_ARCHIVE });
    expect(none).toMatchObject({ outcome: { status: 'collected' }, items: [] });
  });

  it('every endpoint that calls come through exists', () => {
    const used = new Map(
      simulated.world.invocations.flatMap(({ vpcEndpointId, accountId, region }) =>
        vpcEndpointId === null ? [] : [[vpcEndpointId, { accountId, region }] as const],
      ),
    );
    expect(used.size).toBe(3);
    for (const [id, { accountId, region }] of used) {
      const there = simulated.world.vpcEndpoints(accountId, region);
      expect(there.map(({ endpointId }) => endpointId)).toContain(id);
    }
  });
});

describe('Macie', () => {
  it('with its jobs, and when those ran that may see our buckets', async () => {
    const { items } = await read('macie');
    const macie = simulated.world.macie(PROD, REGION);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      enabled: true,
      status: 'ENABLED',
      findingFrequency: 'SIX_HOURS',
    });
    const jobs = value(items[0]?.jobs);
    expect(jobs.map(({ lastRunAt: _, ...job }) => job)).toEqual(
      macie?.jobs.map(({ lastRunAt: _, ...job }) => job),
    );
    expect(jobs.map(({ lastRunAt }) => lastRunAt.read)).toEqual([true, true, false]);
    expect(value(jobs[0]?.lastRunAt)).toBe(macie?.jobs[0]?.lastRunAt);
  });

  it('off is an answer, not a denial', async () => {
    const { items, outcome, gaps } = await read('macie', { accountId: LOG_ARCHIVE });
    expect({ outcome, gaps }).toMatchObject({ outcome: { status: 'collected' } });
    expect(items).toEqual([
      { enabled: false, status: null, findingFrequency: null, jobs: { read: true, value: [] } },
    ]);
    simulated.account.faults.set('macie2:GetMacieSession', { kind: 'deny' });
    const denied = await read('macie', { accountId: LOG_ARCHIVE });
    expect(denied.outcome).toMatchObject({ status: 'denied', action: 'macie2:GetMacieSession' });
  });
});
