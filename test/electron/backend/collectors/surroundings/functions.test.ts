import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  actionGroupFunctions,
  toFunctionSettings,
} from '../../../../../electron/backend/collectors/surroundings/action-group-functions.ts';
import { accessTo } from '../../../../../electron/backend/collectors/surroundings/collection-access.ts';
import { encryptionOf } from '../../../../../electron/backend/collectors/surroundings/collection-encryption.ts';
import {
  toCollectionSettings,
  vectorStores,
} from '../../../../../electron/backend/collectors/surroundings/vector-stores.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf } from '../reading.ts';

const HELPDESK = { accountId: '555566667777', region: 'eu-central-1' };

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

describe('functions that agents run', () => {
  it('each that is named is read as it is, its environment by names alone', async () => {
    const { items, gaps } = await read('action-group-functions');
    const there = simulated.world.functions(PROD, REGION);
    expect(gaps).toEqual([]);
    expect(items.map(({ name }) => name).sort()).toEqual(
      there.map(({ functionArn }) => functionArn).sort(),
    );
    for (const { name, settings, resourcePolicy, uses } of items) {
      const { environment, policy, ...expected } =
        there.find(({ functionArn }) => functionArn === name) ?? {};
      expect(settings).toEqual({
        read: true,
        value: { ...expected, environmentVariableNames: Object.keys(environment ?? {}).sort() },
      });
      expect(resourcePolicy).toEqual({ read: true, value: policy });
      expect(uses.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(items)).toContain('REFUND_API_PASSWORD');
    expect(JSON.stringify(items)).not.toContain('not-for-reading');
  });

  it('their roles are in IAM', () => {
    for (const account of simulated.world.accounts) {
      const roles = account.authorization.identities.map(({ arn }) => arn);
      const functions = account.regions.flatMap((region) =>
        simulated.world.functions(account.accountId, region),
      );
      for (const { roleArn } of functions) expect(roles).toContain(roleArn);
    }
  });

  it('are not asked for where nothing is named', async () => {
    const before = simulated.requests.length;
    const { items } = await read('action-group-functions', { accountId: '444455556666' });
    expect(items).toEqual([]);
    const asked = simulated.requests.slice(before).filter((one) => one.startsWith('lambda:'));
    expect(asked).toEqual([]);
    expect(actionGroupFunctions.follows).toContain('agents');
  });

  it.each([
    ['outside of a VPC', { VpcConfig: { VpcId: '' } }, { vpcId: null }],
    ['without VPC settings', {}, { vpcId: null, runtime: null, kmsKeyArn: null }],
    ['in a VPC', { VpcConfig: { VpcId: 'vpc-1' } }, { vpcId: 'vpc-1' }],
    [
      'with secrets',
      { Environment: { Variables: { B: 's', A: 't' } } },
      { environmentVariableNames: ['A', 'B'] },
    ],
  ])('%s', (_, answer, expected) => {
    const settings = toFunctionSettings({ FunctionArn: 'arn:f', ...answer });
    expect(settings).toMatchObject(expected);
  });

  it('one without ARN is refused', () => {
    expect(() => toFunctionSettings({})).toThrow(/FunctionArn/);
  });
});

describe('vector stores', () => {
  it('the private one and the public one', async () => {
    const shop = await read('vector-stores');
    expect(shop.items).toHaveLength(1);
    expect(shop.items[0]).toMatchObject({
      settings: {
        read: true,
        value: { name: 'catalog', status: 'ACTIVE', type: 'VECTORSEARCH', keyOwner: 'customer' },
      },
      encryption: {
        read: true,
        value: [
          {
            policyName: 'catalog-encryption',
            resource: 'collection/catalog',
            kmsKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:/),
          },
        ],
      },
      access: {
        read: true,
        value: [
          { resourceType: 'collection', fromPublic: false, services: ['bedrock.amazonaws.com'] },
          { resourceType: 'dashboard', fromPublic: false },
        ],
      },
    });
    const helpdesk = await read('vector-stores', HELPDESK);
    expect(helpdesk.items[0]).toMatchObject({
      settings: { read: true, value: { name: 'helpdesk', keyOwner: 'aws', kmsKeyArn: null } },
      encryption: { read: true, value: [{ resource: 'collection/helpdesk', kmsKeyArn: null }] },
      access: { read: true, value: [{ fromPublic: true }, { fromPublic: true }] },
    });
    expect(vectorStores.follows).toEqual(['knowledge-bases']);
  });

  it('keep what the list tells where policies may not be read', async () => {
    simulated.account.faults.set('aoss:GetSecurityPolicy', { kind: 'deny' });
    const { items, outcome, gaps } = await read('vector-stores');
    expect(outcome).toEqual({ status: 'collected' });
    const unread = { read: false, outcome: { status: 'denied' } };
    expect(items).toMatchObject([
      { settings: { value: { keyOwner: 'customer' } }, access: unread, encryption: unread },
    ]);
    expect(gaps).toMatchObject([{ of: 'aoss:GetSecurityPolicy', items: 2 }]);
  });

  it.each([
    ['auto', 'aws', null],
    ['arn:aws:kms:eu-west-1:1:key/k', 'customer', 'arn:aws:kms:eu-west-1:1:key/k'],
    ['', 'unknown', null],
    [undefined, 'unknown', null],
  ])('the key %s is of %s', (key, keyOwner, kmsKeyArn) => {
    const detail = { name: 'c', arn: 'arn', ...(key === undefined ? {} : { kmsKeyArn: key }) };
    expect(toCollectionSettings(detail)).toEqual({
      name: 'c',
      status: 'UNKNOWN',
      type: 'UNKNOWN',
      keyOwner,
      kmsKeyArn,
    });
  });

  it('encryption policies: the most specific first, with whose key', () => {
    const policy = (name: string, Resource: string, key: object) => ({
      name,
      document: { Rules: [{ ResourceType: 'collection', Resource: [Resource] }], ...key },
    });
    const said = encryptionOf('docs', [
      policy('all', 'collection/*', { AWSOwnedKey: true }),
      policy('exact', 'collection/docs', { AWSOwnedKey: false, KmsARN: 'arn:key/a' }),
      policy('prefix', 'collection/do*', { KmsARN: 'arn:key/b' }),
      policy('other', 'collection/docs-2', { AWSOwnedKey: true }),
    ]);
    expect(said).toEqual([
      { policyName: 'exact', resource: 'collection/docs', kmsKeyArn: 'arn:key/a' },
      { policyName: 'prefix', resource: 'collection/do*', kmsKeyArn: 'arn:key/b' },
      { policyName: 'all', resource: 'collection/*', kmsKeyArn: null },
    ]);
  });

  it.each([[{ Rules: [] }], [[]], [{ Rules: [], AWSOwnedKey: false }], [undefined]])(
    '%o is no encryption policy, and is refused',
    (document) => {
      expect(() => encryptionOf('docs', [{ name: 'p', document }])).toThrow(
        'The encryption policy p is not of the form',
      );
    },
  );

  it.each([
    ['a name', ['collection/docs'], true],
    ['a prefix', ['collection/do*'], true],
    ['everything', ['collection/*'], true],
    ['another name', ['collection/docs-2'], false],
    ['another prefix', ['collection/x*'], false],
    ['nothing', [], false],
  ])('a network policy for %s', (_, Resource, covered) => {
    const document = [{ Rules: [{ ResourceType: 'collection', Resource }], AllowFromPublic: true }];
    const access = accessTo('docs', { name: 'p', document });
    const all = { resourceType: 'collection', fromPublic: true, vpcEndpoints: [], services: [] };
    expect(access).toEqual(covered ? [{ policyName: 'p', ...all }] : []);
  });

  it('a document that is no network policy is refused', () => {
    expect(() => accessTo('docs', { name: 'p', document: { Rules: [] } })).toThrow(
      'The network policy p is not of the form',
    );
  });
});
