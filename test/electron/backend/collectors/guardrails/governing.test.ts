import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toAutomatedReasoningPolicy } from '../../../../../electron/backend/collectors/guardrails/automated-reasoning-policies.ts';
import { toDataRetention } from '../../../../../electron/backend/collectors/guardrails/data-retention.ts';
import { toEnforced } from '../../../../../electron/backend/collectors/guardrails/enforced-guardrails.ts';
import { toInvocationLogging } from '../../../../../electron/backend/collectors/guardrails/invocation-logging.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

describe('what governs every call is what the account has', () => {
  it('enforced-guardrails in one place and nowhere else', async () => {
    const { items } = await read('enforced-guardrails');
    expect(items).toHaveLength(1);
    expect(items).toEqual(simulated.world.enforcedGuardrails(PROD, REGION));
    expect((await read('enforced-guardrails', SUPPORT)).items).toEqual([]);
  });

  it('an enforced guardrail exists in the version it names', async () => {
    const [enforced] = (await read('enforced-guardrails')).items;
    const versions = (await read('guardrails')).items.filter(
      ({ guardrailArn }) => guardrailArn === enforced?.guardrailArn,
    );
    expect(versions.map(({ version }) => version)).toContain(enforced?.guardrailVersion);
  });

  it.each([
    { accountId: PROD, region: REGION, versions: 3 },
    { ...SUPPORT, versions: 2 },
  ])(
    'automated-reasoning-policies of $accountId: draft and versions',
    async ({ versions, ...place }) => {
      const { items } = await read('automated-reasoning-policies', place);
      const world = simulated.world
        .reasoningPolicies(place.accountId, place.region)
        .flat()
        .map(({ definitionHash, kmsKeyArn, ...policy }) => ({
          ...policy,
          detail: { read: true, value: { definitionHash, kmsKeyArn } },
        }));
      expect(items).toHaveLength(versions);
      expect(sorted(items)).toEqual(sorted(world));
    },
  );

  it('a guardrail names an automated reasoning policy that exists', async () => {
    const policies = (await read('automated-reasoning-policies', SUPPORT)).items;
    const named = (await read('guardrails', SUPPORT)).items.flatMap(({ settings }) =>
      settings.read ? (settings.value.automatedReasoningPolicy?.policyArns ?? []) : [],
    );
    expect(named).toHaveLength(1);
    expect(policies.map(({ policyArn }) => policyArn)).toContain(named[0]);
  });

  it.each(['111122223333', PROD, '333344445555', '666677778888'])(
    'data-retention of %s',
    async (accountId) => {
      const { items } = await read('data-retention', { accountId });
      expect(items).toEqual([simulated.world.dataRetention(accountId)]);
    },
  );

  it('resource-policies of guardrails and their profiles; null where there is none', async () => {
    const { items, outcome, gaps } = await read('resource-policies');
    expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
    const told = items.map(({ resourceArn, resourceType, policy }) => ({
      resourceType,
      same:
        policy.read &&
        policy.value === simulated.world.bedrockResourcePolicy(PROD, REGION, resourceArn),
      shared: policy.read && policy.value !== null,
    }));
    const guards = told.filter(({ resourceType }) => resourceType !== 'custom-model');
    expect(guards).toEqual([
      { resourceType: 'guardrail', same: true, shared: true },
      { resourceType: 'guardrail-profile', same: true, shared: true },
      { resourceType: 'guardrail', same: true, shared: false },
    ]);
    expect(told.every(({ same }) => same)).toBe(true);
  });

  it('resource-policies say so where guardrails could not be listed', async () => {
    simulated.account.faults.set('bedrock:ListGuardrails', { kind: 'deny' });
    const { outcome, gaps } = await read('resource-policies');
    expect(outcome).toEqual({ status: 'collected' });
    expect(gaps).toMatchObject([{ of: 'guardrails', outcome: { status: 'denied' } }]);
  });

  it.each([{ accountId: PROD, region: REGION }, SUPPORT, { accountId: PROD, region: 'us-east-2' }])(
    'invocation-logging of $accountId $region',
    async ({ accountId, region }) => {
      const { items } = await read('invocation-logging', { accountId, region });
      expect(items).toEqual([simulated.world.invocationLogging(accountId, region)]);
    },
  );

  it('logging to a log group names the role that writes it', async () => {
    const { items } = await read('invocation-logging', SUPPORT);
    expect(items[0]?.logGroupRoleArn).toMatch(/^arn:aws:iam::555566667777:role\//);
  });
});

describe('odd answers', () => {
  it('an enforced configuration of which AWS tells the least', () => {
    const least = { configId: 'c', guardrailArn: 'arn:g', guardrailVersion: '1' };
    expect(toEnforced(least)).toEqual({
      ...least,
      guardrailId: '',
      owner: 'UNKNOWN',
      inputTags: null,
      contentGuarding: null,
      models: null,
      createdAt: null,
      createdBy: null,
      updatedAt: null,
      updatedBy: null,
    });
    expect(() => toEnforced({ configId: 'c' })).toThrow(/guardrailArn/);
  });

  it('an enforced configuration for some parts and models', () => {
    const config = toEnforced({
      configId: 'c',
      guardrailArn: 'arn:g',
      guardrailVersion: '1',
      selectiveContentGuarding: { messages: 'SELECTIVE' },
      modelEnforcement: { includedModels: ['ALL'], excludedModels: undefined },
    });
    expect(config).toMatchObject({
      contentGuarding: { system: null, messages: 'SELECTIVE' },
      models: { included: ['ALL'], excluded: [] },
    });
  });

  it('a data retention mode that never changed, and none', () => {
    expect(toDataRetention({ mode: 'default' })).toEqual({ mode: 'default', updatedAt: null });
    expect(() => toDataRetention({ mode: undefined })).toThrow(/mode/);
  });

  it('an automated reasoning policy without ARN is refused', () => {
    const detail = { read: false, outcome: { status: 'failed', reason: 'x' } } as const;
    const summary = {
      policyArn: undefined,
      name: 'n',
      version: '1',
      policyId: 'p',
      createdAt: undefined,
      updatedAt: undefined,
    };
    expect(() => toAutomatedReasoningPolicy(summary, detail)).toThrow(/policyArn/);
    const named = toAutomatedReasoningPolicy({ ...summary, policyArn: 'arn:p:1' }, detail);
    expect(named).toMatchObject({ description: null, createdAt: null, detail });
  });

  it.each([
    { name: 'absent', config: undefined, expected: { enabled: false, modalities: [] } },
    {
      name: 'without destination',
      config: { textDataDeliveryEnabled: true },
      expected: { enabled: false, modalities: ['text'] },
    },
    {
      name: 'to S3',
      config: { s3Config: { bucketName: 'b', keyPrefix: 'p' }, imageDataDeliveryEnabled: true },
      expected: { enabled: true, s3Bucket: 'b', s3KeyPrefix: 'p', modalities: ['image'] },
    },
    {
      name: 'to a log group, with a bucket for what is too large',
      config: {
        cloudWatchConfig: {
          logGroupName: '/b',
          roleArn: 'r',
          largeDataDeliveryS3Config: { bucketName: 'l', keyPrefix: 'big' },
        },
        embeddingDataDeliveryEnabled: true,
        videoDataDeliveryEnabled: true,
        audioDataDeliveryEnabled: false,
      },
      expected: {
        enabled: true,
        logGroup: '/b',
        logGroupRoleArn: 'r',
        largeDataS3Bucket: 'l',
        largeDataS3KeyPrefix: 'big',
        modalities: ['embedding', 'video'],
      },
    },
  ])('logging $name', ({ config, expected }) => {
    expect(toInvocationLogging(config)).toMatchObject(expected);
  });
});
