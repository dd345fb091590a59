import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toAccountTag } from '../../../../electron/backend/collectors/organization/account-tags.ts';
import { CLOSED_ACCOUNT } from '../../../../electron/backend/demo/world/organizations/organization-tree.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';
import { MANAGEMENT, PROD, type Read, readingOf, sorted } from './reading.ts';

const SANDBOX = '666677778888';
const SHARED_SERVICES = '888899990000';
const NOT_A_MEMBER = {
  status: 'unavailable',
  reason: 'The account is not a member of an organisation.',
};

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

describe('organization', () => {
  it('is the tree with every account, closed ones too, and no e-mail address', async () => {
    const { items, outcome, gaps } = await read('organization');
    expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
    const { organizationTree: tree } = simulated.world;
    const [found] = items;
    expect(found).toMatchObject({
      organizationId: 'o-acme4bdrk1',
      managementAccountId: MANAGEMENT,
      featureSet: 'ALL',
    });
    if (found?.tree.read !== true) return expect.fail('the tree was not read');
    expect(sorted(found.tree.value.units)).toEqual(sorted(tree.units));
    expect(sorted(found.tree.value.accounts)).toEqual(sorted(tree.accounts));
    expect(found.tree.value.accounts).toContainEqual(
      expect.objectContaining({ ...CLOSED_ACCOUNT, state: 'SUSPENDED' }),
    );
    expect(JSON.stringify(items)).not.toContain('@acme.example');
  });

  it('has every unit after its parent', async () => {
    const [found] = (await read('organization')).items;
    const units = found?.tree.read === true ? found.tree.value.units : [];
    const ids = units.map(({ id }) => id);
    expect(units.length).toBeGreaterThan(4);
    for (const [index, { parentId }] of units.entries()) {
      if (parentId !== null) expect(ids.indexOf(parentId)).toBeLessThan(index);
    }
  });

  it('a member account is told of the organisation and not of its tree', async () => {
    const { items, outcome } = await read('organization', { accountId: PROD });
    expect(outcome).toEqual({ status: 'collected' });
    expect(items).toEqual([
      expect.objectContaining({
        managementAccountId: MANAGEMENT,
        tree: {
          read: false,
          outcome: {
            status: 'unavailable',
            reason: `Only the management account ${MANAGEMENT} of the organisation, or a delegated administrator, may read it.`,
          },
        },
      }),
    ]);
  });

  it('the management account without the permission is told which one', async () => {
    simulated.account.faults.set('organizations:ListAccountsForParent', { kind: 'deny' });
    const { gaps } = await read('organization');
    expect(gaps).toMatchObject([
      {
        of: 'organizations:ListAccountsForParent',
        outcome: { status: 'denied', action: 'organizations:ListAccountsForParent' },
      },
    ]);
  });

  it.each(['organization', 'organization-policies', 'effective-bedrock-policy'] as const)(
    '%s is unavailable outside of an organisation',
    async (dataset) => {
      expect((await read(dataset, { accountId: SANDBOX })).outcome).toEqual(NOT_A_MEMBER);
    },
  );
});

describe('account-tags', () => {
  it('are those of every account, none where it has none', async () => {
    const { items, outcome, gaps } = await read('account-tags');
    expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
    const { accounts } = simulated.world.organizationTree;
    const expected = accounts.map(({ accountId }) => ({
      accountId,
      tags: {
        read: true,
        value: Object.entries(simulated.world.accountTags(accountId)).map(([key, value]) => ({
          key,
          value,
        })),
      },
    }));
    expect(sorted(items)).toEqual(sorted(expected));
    expect(items.some(({ tags }) => tags.read && tags.value.length > 1)).toBe(true);
    expect(items.some(({ tags }) => tags.read && tags.value.length === 0)).toBe(true);
  });

  it('are refused as a whole, with one call, where the permission is missing', async () => {
    simulated.account.faults.set('organizations:ListTagsForResource', { kind: 'deny' });
    const { outcome, items, calls } = await read('account-tags');
    expect(outcome).toMatchObject({
      status: 'denied',
      action: 'organizations:ListTagsForResource',
    });
    expect(calls).toBe(1);
    expect(items).toEqual([]);
  });

  it('are not asked for by an account that is not told', async () => {
    const { outcome, calls } = await read('account-tags', { accountId: PROD });
    expect({ outcome: outcome.status, calls }).toEqual({ outcome: 'unavailable', calls: 0 });
  });

  it.each([
    [
      { Key: 'team', Value: 'data' },
      { key: 'team', value: 'data' },
    ],
    [{ Key: 'team' }, { key: 'team', value: '' }],
  ])('%j is %j', (tag, expected) => {
    expect(toAccountTag(tag)).toEqual(expected);
  });

  it('a tag without a key is no tag', () => {
    expect(() => toAccountTag({ Value: 'data' })).toThrow('Tags.Key');
  });
});

describe('organization-policies', () => {
  it('are those of the three types, with documents and targets', async () => {
    const { items, gaps } = await read('organization-policies');
    expect(gaps).toEqual([]);
    const expected = simulated.world.organizationPolicies.map((policy) => ({
      policyId: policy.policyId,
      arn: policy.arn,
      name: policy.name,
      type: policy.type,
      awsManaged: policy.awsManaged,
      content: { read: true, value: policy.content },
    }));
    expect(sorted(items.map(({ targets: _, ...rest }) => rest))).toEqual(sorted(expected));
    const targets = (name: string) => {
      const found = items.find((policy) => policy.name === name)?.targets;
      return found?.read === true ? found.value.map((one) => `${one.type} ${one.name}`) : [];
    };
    expect(targets('region-guard')).toEqual(['ORGANIZATIONAL_UNIT Infrastructure']);
    expect(targets('FullAWSAccess')).toContain('ROOT Root');
    expect(targets('no-api-keys')).toEqual([]);
  });

  it('are not asked for by an account that is not told', async () => {
    const before = simulated.requests.length;
    const { outcome, calls } = await read('organization-policies', { accountId: PROD });
    expect({ outcome: outcome.status, calls }).toEqual({ outcome: 'unavailable', calls: 0 });
    const asked = simulated.requests.slice(before);
    expect(asked.filter((request) => request.includes('Polic'))).toEqual([]);
  });

  it('without documents or targets say so, policy by policy', async () => {
    simulated.account.faults.set('organizations:DescribePolicy', { kind: 'deny' });
    const { items, gaps } = await read('organization-policies');
    expect(items).toHaveLength(simulated.world.organizationPolicies.length);
    expect(items.every(({ content, targets }) => !content.read && targets.read)).toBe(true);
    expect(gaps).toMatchObject([{ of: 'organizations:DescribePolicy', items: items.length }]);
  });
});

describe('effective-bedrock-policy', () => {
  it('names the guardrail that the organisation enforces, without operators', async () => {
    const { items } = await read('effective-bedrock-policy', { accountId: SHARED_SERVICES });
    const content: unknown = JSON.parse(items[0]?.content ?? '');
    expect(content).toEqual({
      bedrock: {
        guardrail_inference: {
          'us-east-1': {
            config_1: {
              identifier: expect.stringMatching(
                /^arn:aws:bedrock:us-east-1:111122223333:guardrail\/[a-z0-9]{12}:1$/,
              ),
              input_tags: 'ignore',
            },
          },
        },
      },
    });
  });

  it('is of a version that exists in the management account and is shared with the members', async () => {
    const { items } = await read('effective-bedrock-policy', { accountId: SHARED_SERVICES });
    const [, arn = '', version = ''] =
      /"identifier":"(arn:[^"]+):(\d+)"/.exec(items[0]?.content ?? '') ?? [];
    const found = simulated.world
      .guardrails(MANAGEMENT, 'us-east-1')
      .flat()
      .filter(({ guardrailArn }) => guardrailArn === arn);
    expect(found.map((guardrail) => guardrail.version)).toContain(version);
    const policy = simulated.world.bedrockResourcePolicy(MANAGEMENT, 'us-east-1', arn);
    expect(policy).toContain('o-acme4bdrk1');
  });

  it('is nothing where none applies', async () => {
    const { items, outcome } = await read('effective-bedrock-policy', { accountId: PROD });
    expect({ items, outcome }).toEqual({
      items: [{ content: null, updatedAt: null }],
      outcome: { status: 'collected' },
    });
  });
});

describe('the story of the policies', () => {
  it('has a Region deny that breaks a profile in use, and only there', () => {
    const refused = simulated.world.invocations.filter(
      ({ accountId, modelId }) => accountId === SHARED_SERVICES && modelId.startsWith('us.'),
    );
    expect(refused.length).toBeGreaterThan(50);
    expect(new Set(refused.map(({ errorCode }) => errorCode))).toEqual(
      new Set(['AccessDeniedException']),
    );
    const inRegion = simulated.world.invocations.filter(
      ({ accountId, modelId }) => accountId === SHARED_SERVICES && !modelId.startsWith('us.'),
    );
    expect(inRegion.some(({ errorCode }) => errorCode === null)).toBe(true);
  });
});
