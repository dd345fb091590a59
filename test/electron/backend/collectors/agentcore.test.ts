import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectors } from '../../../../electron/backend/collectors/index.ts';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import { readDataset } from '../../../../electron/backend/scan/read-dataset.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { NOW, type Simulated, startSimulated } from '../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from './reading.ts';

const EMPTY = { accountId: PROD, region: 'ap-southeast-2' };

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

const READERS = [
  { dataset: 'agentcore-runtimes', world: 'agentCoreRuntimes', lists: 1 },
  { dataset: 'agentcore-gateways', world: 'agentCoreGateways', lists: 1 },
  { dataset: 'agentcore-policy-engines', world: 'agentCorePolicyEngines', lists: 1 },
  { dataset: 'agentcore-memories', world: 'agentCoreMemories', lists: 1 },
  { dataset: 'agentcore-browsers', world: 'agentCoreBrowsers', lists: 1 },
  { dataset: 'agentcore-code-interpreters', world: 'agentCoreCodeInterpreters', lists: 1 },
  { dataset: 'agentcore-identities', world: 'agentCoreIdentities', lists: 3 },
] as const;

describe('what is read of AgentCore is what the account has', () => {
  it.each(READERS)('$dataset, wherever there are some', async ({ dataset, world }) => {
    const inhabited = simulated.world.accounts
      .flatMap(({ accountId, regions }) => regions.map((region) => ({ accountId, region })))
      .filter(({ accountId, region }) => simulated.world[world](accountId, region).length > 0);
    expect(inhabited.length).toBeGreaterThan(1);
    for (const where of inhabited) {
      const { items, outcome, gaps } = await read(dataset, where);
      expect({ outcome, gaps }).toEqual({ outcome: { status: 'collected' }, gaps: [] });
      expect(sorted<unknown>(items)).toEqual(
        sorted<unknown>(simulated.world[world](where.accountId, where.region)),
      );
    }
  });

  it.each(READERS)('$dataset costs a call for each list where there is nothing', async (one) => {
    const { items, outcome, calls } = await read(one.dataset, EMPTY);
    expect({ items, outcome, calls }).toEqual({
      items: [],
      outcome: { status: 'collected' },
      calls: one.lists,
    });
  });
});

describe('one refusal does not sink the rest', () => {
  it('a gateway that may not be read keeps its authorizer, which the list tells', async () => {
    simulated.account.faults.set('bedrock-agentcore:GetGateway', { kind: 'deny' });
    const { items, outcome, gaps } = await read('agentcore-gateways');
    expect(outcome.status).toBe('collected');
    expect(items.map(({ authorizerType }) => authorizerType)).toContain('NONE');
    expect(
      items.every(({ settings, resourcePolicy }) => settings.read || resourcePolicy.read),
    ).toBe(false);
    expect(gaps).toMatchObject([{ of: 'bedrock-agentcore:GetGateway', items: items.length }]);
  });

  it('a gateway whose authorizer AWS does not tell is unknown, not open', async () => {
    const clients = simulated.connect(simulated.connectionOf(PROD));
    const client = await clients.agentCore(REGION);
    const silent = Object.assign(client, {
      listGateways: async () => ({ items: [{ gatewayId: 'g-1', name: 'g' }] }),
    });
    const { items } = await readDataset(collectors['agentcore-gateways'], {
      clients: { ...clients, agentCore: async () => silent },
      accountId: PROD,
      region: REGION,
      signal: new AbortController().signal,
      clock: () => NOW,
    });
    expect(items.map(({ authorizerType }) => authorizerType)).toEqual(['UNKNOWN']);
  });

  it('identities without the right to one list are denied, naming it', async () => {
    const action = 'bedrock-agentcore:ListApiKeyCredentialProviders';
    simulated.account.faults.set(action, { kind: 'deny' });
    expect((await read('agentcore-identities')).outcome).toMatchObject({
      status: 'denied',
      action,
    });
  });
});

describe('what is kept', () => {
  it('names of environment variables, and no values', async () => {
    const reading = await read('agentcore-runtimes');
    expect(JSON.stringify(reading)).toContain('DB_PASSWORD');
    expect(JSON.stringify(reading)).not.toContain('value of');
  });

  it('ARNs of secrets, and no client ids', async () => {
    const reading = await read('agentcore-identities');
    expect(JSON.stringify(reading)).toContain(`:secretsmanager:${REGION}:${PROD}:secret:`);
    expect(JSON.stringify(reading)).not.toContain('-client');
  });
});

describe('worlds of other sizes', () => {
  const world = worldAt(NOW);

  async function readIn<T>(changed: World, ask: (read: Read) => Promise<T>): Promise<T> {
    const other = await startSimulated(changed);
    try {
      return await ask(readingOf(other));
    } finally {
      await other.close();
    }
  }

  it('lists longer than a page are read to their end', async () => {
    const [memory] = world.agentCoreMemories(PROD, REGION);
    const identity = world
      .agentCoreIdentities(PROD, REGION)
      .find(({ kind }) => kind.startsWith('w'));
    if (memory === undefined || identity === undefined) throw new Error('the world has neither');
    const names = Array.from({ length: 130 }, (_, index) => `m-${index}`);
    const long: World = {
      ...world,
      agentCoreMemories: () => names.map((memoryId) => ({ ...memory, memoryId })),
      agentCoreIdentities: () => names.map((name) => ({ ...identity, name })),
    };
    const [memories, identities] = await readIn(long, (reader) =>
      Promise.all([reader('agentcore-memories'), reader('agentcore-identities')]),
    );
    expect(memories.items.map(({ memoryId }) => memoryId)).toEqual(names);
    expect(memories.calls).toBe(2 + names.length);
    expect(identities.items.map(({ name }) => name)).toEqual(names);
    expect(identities.calls).toBe(7 + 2);
  });

  it('a Region without AgentCore is unavailable, though the account has it switched on', async () => {
    const region = 'eu-north-1';
    const wide: World = {
      ...world,
      accounts: world.accounts.map((account) => ({ ...account, regions: [region] })),
    };
    const readings = await readIn(wide, (reader) =>
      Promise.all(READERS.map(({ dataset }) => reader(dataset, { region }))),
    );
    for (const { outcome, items } of readings) {
      expect({ outcome, items }).toMatchObject({ outcome: { status: 'unavailable' }, items: [] });
      expect(outcome).toHaveProperty('reason', expect.stringContaining(region));
    }
  });
});
