import { describe, expect, test } from 'vitest';
import { NOW, places, world } from './test-world.ts';

describe('models and profiles', () => {
  test('that are called are offered in the Region that is called', () => {
    const called = new Map(
      world.invocations.map((call) => [`${call.accountId} ${call.region} ${call.modelId}`, call]),
    );
    const refused = [...called.values()].filter((call) => {
      const key = call.modelId.split('/').at(-1) ?? '';
      const onDemand = world
        .foundationModels(call.region)
        .some((model) => model.modelId === key && model.inferenceTypes.includes('ON_DEMAND'));
      const profiled = world
        .inferenceProfiles(call.accountId, call.region)
        .some((profile) => profile.profileId === key);
      const bought = world
        .bedrockResources(call.accountId, call.region)
        .provisionedThroughputs.some((one) => one.provisionedModelArn === call.modelId);
      return !onDemand && !profiled && !bought && !call.modelId.includes(':imported-model/');
    });
    expect(called.size).toBeGreaterThan(30);
    expect(refused.map(({ modelId, region }) => `${modelId} ${region}`)).toEqual([]);
  });

  test('re-route only to a Region of the profile that was called', () => {
    const astray = world.invocations.filter((call) => {
      if (call.inferenceRegion === null) return false;
      const profile = world
        .inferenceProfiles(call.accountId, call.region)
        .find(({ profileId }) => profileId === call.modelId.split('/').at(-1));
      const regions = profile?.modelArns.map((arn) => arn.split(':')[3]) ?? [];
      return call.inferenceRegion === call.region || !regions.includes(call.inferenceRegion);
    });
    expect(astray).toEqual([]);
  });

  test('name models in every destination Region, where they are offered too', () => {
    const arns = places.flatMap(({ accountId, region }) =>
      world.inferenceProfiles(accountId, region).flatMap(({ modelArns }) => modelArns),
    );
    const offered = new Set(
      world.bedrockRegions.flatMap((region) =>
        world.foundationModels(region).map(({ modelArn }) => modelArn),
      ),
    );
    expect(arns.length).toBeGreaterThan(100);
    expect([...new Set(arns)].filter((arn) => !offered.has(arn))).toEqual([]);
  });

  test('have exactly one legacy model, in extended access with some months left', () => {
    const legacy = world
      .foundationModels('us-west-2')
      .filter(({ lifecycle }) => lifecycle.status === 'LEGACY');
    expect(legacy.map(({ modelId }) => modelId)).toEqual([
      'anthropic.claude-3-5-sonnet-20240620-v1:0',
    ]);
    const [{ lifecycle } = { lifecycle: null }] = legacy;
    expect(Date.parse(lifecycle?.publicExtendedAccessTime ?? '')).toBeLessThan(Date.parse(NOW));
    expect(Date.parse(lifecycle?.endOfLifeTime ?? '')).toBeGreaterThan(Date.parse(NOW));
  });
});

describe('principals', () => {
  const identities = world.accounts.flatMap(({ authorization }) => authorization.identities);

  test('that call exist in IAM, save root users', () => {
    const known = new Set(identities.map(({ arn }) => arn));
    const strangers = world.invocations.filter(
      ({ caller }) => caller.kind !== 'Root' && !known.has(caller.arn),
    );
    expect([...new Set(strangers.map(({ caller }) => caller.arn))]).toEqual([]);
    expect(identities.length).toBeGreaterThanOrEqual(40);
    expect(known.size).toBe(identities.length);
  });

  test('have policies that are there and parse', () => {
    for (const { authorization } of world.accounts) {
      const documents = new Map(authorization.policies.map(({ arn, document }) => [arn, document]));
      for (const identity of authorization.identities) {
        for (const arn of identity.attachedPolicyArns) {
          const document: unknown = JSON.parse(documents.get(arn) ?? '');
          expect(document).toMatchObject({ Version: '2012-10-17', Statement: expect.any(Array) });
        }
      }
    }
  });

  test('that are roles can be assumed by somebody; users cannot', () => {
    for (const { kind, trustPolicy } of identities) {
      if (kind === 'user') expect(trustPolicy).toBeNull();
      else expect(JSON.parse(trustPolicy ?? '')).toHaveProperty('Statement.0.Principal');
    }
  });

  test('share no access key with anybody else', () => {
    const holders = new Map<string, Set<string>>();
    for (const { caller } of world.invocations) {
      const of = holders.get(caller.accessKeyId) ?? new Set();
      holders.set(caller.accessKeyId, of.add(`${caller.arn} ${caller.sessionName}`));
    }
    expect([...holders.values()].filter((names) => names.size > 1)).toEqual([]);
    const malformed = [...holders.keys()].filter(
      (key) => !/^A(SIA|KIA|CCA)[A-Z2-7]{16}$/.test(key),
    );
    expect(malformed).toEqual([]);
  });
});

describe('credentials', () => {
  const root = world.identityOf(world.rootKey.accessKeyId);

  test('of the first start belong to a user of the management account', () => {
    expect(root).toMatchObject({
      accountId: '111122223333',
      arn: 'arn:aws:iam::111122223333:user/assay',
      deniedActions: [],
    });
    expect(world.rootKey.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(world.rootKey.secretAccessKey).toHaveLength(40);
    expect(world.identityOf('AKIANOSUCHKEY0000000')).toBeNull();
  });

  test('of the reader role are given in every account, with what it may not do', () => {
    if (root === null) return expect.fail('the first key is unknown');
    const sessions = world.readerRoleArns.map((arn) => world.assumeRole(root, arn, 'assay'));
    expect(sessions.map((session) => session?.identity.accountId)).toEqual(
      world.accounts.map(({ accountId }) => accountId),
    );
    for (const session of sessions) {
      expect(world.identityOf(session?.accessKeyId ?? '')).toEqual(session?.identity);
      expect(Date.parse(session?.expiration ?? '')).toBeGreaterThan(Date.parse(NOW));
    }
    expect(sessions.at(-1)?.identity).toMatchObject({
      arn: 'arn:aws:sts::666677778888:assumed-role/AssayReader/assay',
      deniedActions: ['bedrock:GetGuardrail', 's3:ListBucket'],
    });
  });

  test.each([
    ['a role that does not exist', 'arn:aws:iam::222233334444:role/Nobody'],
    ['a role that trusts somebody else', 'arn:aws:iam::222233334444:role/batch-etl'],
    ['an account outside of this world', 'arn:aws:iam::999900001111:role/AssayReader'],
  ])('are refused for %s', (_, roleArn) => {
    if (root === null) return expect.fail('the first key is unknown');
    expect(world.assumeRole(root, roleArn, 'assay')).toBeNull();
  });

  test('do not chain: a session of the reader role assumes nothing', () => {
    const [first = '', second = ''] = world.readerRoleArns;
    const session = root === null ? null : world.assumeRole(root, first, 'assay');
    if (session === null) return expect.fail('the first role was refused');
    expect(world.assumeRole(session.identity, second, 'assay')).toBeNull();
  });
});

test('objects of other buckets do not exist, prefixes narrow, and keys are in order', () => {
  const name = 'acme-bedrock-logs-555566667777-eu-west-1';
  expect(world.objects('some-other-bucket', '')).toEqual([]);
  const keys = world.objects(name, '').map(({ key }) => key);
  expect(keys.length).toBeLessThan(1_100);
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  const prefix = 'AWSLogs/555566667777/BedrockModelInvocationLogs/eu-west-1/2026/11/';
  const some = world.objects(name, prefix).map(({ key }) => key);
  expect(some).toEqual(keys.filter((key) => key.startsWith(prefix)));
  expect(some.length).toBeGreaterThan(15);
  const checks = keys.filter((key) => key.endsWith('/amazon-bedrock-logs-permission-check'));
  expect(checks).toHaveLength(1);
  const all = world.logBuckets.flatMap((bucket) => world.objects(bucket.name, ''));
  expect(all.length).toBeLessThan(2_000);
  expect(all.filter(({ key }) => key.endsWith('-permission-check'))).toHaveLength(
    world.logBuckets.filter(({ name }) => name.startsWith('acme-bedrock-logs-')).length,
  );
  expect(world.objects(name, '').every(({ lastModified }) => lastModified <= NOW)).toBe(true);
});
