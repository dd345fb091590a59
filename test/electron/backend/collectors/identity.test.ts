import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectors } from '../../../../electron/backend/collectors/index.ts';
import { startSimulatedAccount } from '../../../../electron/backend/demo/simulated-account.ts';
import { readDataset } from '../../../../electron/backend/scan/read-dataset.ts';
import { NOW, type Simulated, startSimulated } from '../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from './reading.ts';

const SCIENCE = '333344445555';
const SANDBOX = '666677778888';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

describe('account-authorization', () => {
  it('has boundaries, tags, default versions and the last use of roles', async () => {
    const science = (await read('account-authorization', { accountId: SCIENCE })).items[0];
    const harness = science?.identities.find(({ name }) => name === 'eval-harness');
    expect(harness).toMatchObject({
      permissionsBoundaryArn: `arn:aws:iam::${SCIENCE}:policy/acme-research-boundary`,
      lastUsed: { at: expect.stringMatching(/^2026-11-\d\dT/), region: 'us-east-1' },
    });
    expect(science?.policies.map(({ arn }) => arn)).toContain(harness?.permissionsBoundaryArn);
    expect(new Set(science?.policies.map(({ versionId }) => versionId))).toEqual(
      new Set(['v1', 'v8', 'v10']),
    );
    const prod = (await read('account-authorization')).items[0];
    const checkout = prod?.identities.find(({ name }) => name === 'checkout-assistant');
    expect(checkout?.tags).toEqual({ team: 'storefront', environment: 'production' });
    expect(prod?.identities.find(({ name }) => name === 'AssayReader')?.lastUsed).toBeNull();
  });
});

describe('api-keys', () => {
  it.each([PROD, SCIENCE, SANDBOX])('are those of account %s', async (accountId) => {
    const { items, outcome } = await read('api-keys', { accountId });
    expect(outcome).toEqual({ status: 'collected' });
    expect(sorted(items)).toEqual(sorted(simulated.world.apiKeys(accountId)));
  });

  it('tell which never expire, which ran out, and belong to users that exist', async () => {
    const keys = [SCIENCE, SANDBOX].map(async (accountId) => {
      const { items } = await read('api-keys', { accountId });
      const users = (await read('account-authorization', { accountId })).items[0]?.identities;
      for (const { userName } of items) expect(users?.map(({ name }) => name)).toContain(userName);
      return items.map(
        (key) => `${key.userName} ${key.status} ${key.expiresAt?.slice(0, 10) ?? 'never'}`,
      );
    });
    expect((await Promise.all(keys)).flat()).toEqual([
      'BedrockAPIKey-x7qk Active 2026-12-15',
      'BedrockAPIKey-m2ph Active 2027-09-16',
      'BedrockAPIKey-k5un Expired 2026-10-16',
      'BedrockAPIKey-z9rt Active never',
      'BedrockAPIKey-w3lt Active 2027-09-16',
    ]);
  });

  it('name the credential that calls by them carry', async () => {
    const { items } = await read('api-keys', { accountId: SCIENCE });
    const used = new Set(
      simulated.world.invocations
        .filter(({ bearerToken, accountId }) => bearerToken && accountId === SCIENCE)
        .map(({ caller }) => caller.accessKeyId),
    );
    const ids = items.map(({ credentialId }) => credentialId);
    expect([...used].filter((id) => !ids.includes(id))).toEqual([]);
    expect(used.size).toBe(2);
  });
});

describe('access-keys', () => {
  it.each([PROD, SCIENCE, SANDBOX])('are those of account %s', async (accountId) => {
    const { items } = await read('access-keys', { accountId });
    const expected = simulated.world
      .accessKeys(accountId)
      .map((key) => ({ ...key, lastUsed: { read: true, value: key.lastUsed } }));
    expect(sorted(items)).toEqual(sorted(expected));
  });

  it('tell the last use of the leaked key, and a spare key on a user made for an API key', async () => {
    const prod = (await read('access-keys')).items;
    const last = simulated.world.invocations.findLast(({ caller }) =>
      caller.arn.endsWith('ci-deploy-bot'),
    );
    const leaked = prod.find(({ userName }) => userName === 'ci-deploy-bot');
    expect(leaked?.accessKeyId).toBe(last?.caller.accessKeyId);
    expect(leaked?.lastUsed).toEqual({
      read: true,
      value: {
        at: `${new Date(last?.time ?? 0).toISOString().slice(0, 19)}Z`,
        service: 'bedrock',
        region: 'us-east-1',
      },
    });
    const [spare] = (await read('access-keys', { accountId: SANDBOX })).items;
    expect(spare).toMatchObject({ userName: 'BedrockAPIKey-z9rt', status: 'Active' });
    expect(spare?.lastUsed).toEqual({ read: true, value: null });
  });

  it('say what is missing when last uses, or the users, are not readable', async () => {
    simulated.account.faults.set('iam:GetAccessKeyLastUsed', { kind: 'deny' });
    const unknown = await read('access-keys');
    expect(unknown.items.every(({ lastUsed }) => !lastUsed.read)).toBe(true);
    expect(unknown.gaps).toMatchObject([
      { of: 'iam:GetAccessKeyLastUsed', outcome: { status: 'denied' }, items: 3 },
    ]);
    simulated.account.faults.set('iam:GetAccountAuthorizationDetails', { kind: 'deny' });
    const none = await read('access-keys');
    expect(none).toMatchObject({
      outcome: { status: 'denied', action: 'iam:GetAccountAuthorizationDetails' },
      items: [],
      gaps: [],
      calls: 0,
    });
  });
});

describe('service-last-accessed', () => {
  it('tells when each principal that may reach Bedrock did so last, and no other', async () => {
    const { items, outcome } = await read('service-last-accessed');
    expect(outcome).toEqual({ status: 'collected' });
    const names = items.map(({ principalArn }) => principalArn.split('/').at(-1));
    expect(names).toContain('batch-etl');
    expect(names).not.toContain('BedrockInvocationLogging');
    for (const { principalArn, services } of items) {
      const uses = simulated.world.lastUses(principalArn);
      if (!services.read) return expect.fail('a report was not read');
      const bedrock = services.value.find(({ namespace }) => namespace === 'bedrock');
      const used = uses.find(({ service }) => service === 'bedrock');
      expect(bedrock?.at ?? null).toBe(used?.at ?? null);
      expect(bedrock?.actions.map(({ action }) => action).sort()).toEqual(
        [...(used?.actions.keys() ?? [])].sort(),
      );
    }
  });

  it('lists the namespaces that policies reach, also where nothing was accessed', async () => {
    const { items } = await read('service-last-accessed');
    const of = (name: string) => {
      const services = items.find(({ principalArn }) => principalArn.includes(name))?.services;
      return services?.read === true ? services.value.map((one) => one.namespace) : [];
    };
    expect(of('PlatformAdmin')).toEqual(['bedrock', 'bedrock-agentcore', 'bedrock-mantle']);
    expect(of('support-summarizer')).toEqual(['bedrock']);
  });

  it('waits longer from look to look, and gives up with words when no report is ever made', async () => {
    const waits: number[] = [];
    const accountId = '444455556666';
    const frozen = await startSimulatedAccount({ world: simulated.world, clock: () => 0 });
    const connection = { ...simulated.connectionOf(accountId), endpointUrl: frozen.endpoint };
    try {
      const reading = await readDataset(collectors['service-last-accessed'], {
        clients: simulated.connect(connection),
        accountId,
        region: REGION,
        signal: new AbortController().signal,
        clock: () => NOW,
        pause: async (ms) => void waits.push(ms),
        readings: async (dataset) => [await read(dataset, { accountId })],
      });
      expect(reading.outcome).toEqual({ status: 'collected' });
      expect(reading.items[0]?.services).toEqual({
        read: false,
        outcome: {
          status: 'failed',
          reason: expect.stringMatching(/did not finish .* within 60 seconds/),
        },
      });
    } finally {
      await frozen.close();
    }
    const first = waits.slice(0, 3);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBeGreaterThan(10_000);
  });
});
