import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectedDatasets, collectors } from '../../../../electron/backend/collectors/index.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted, tells } from './reading.ts';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

describe('what each collector reads is what the account has', () => {
  it('foundation-models', async () => {
    const { items, outcome, calls } = await read('foundation-models');
    expect({ outcome, calls }).toEqual({ outcome: { status: 'collected' }, calls: 1 });
    expect(items.length).toBeGreaterThan(10);
    expect(sorted(items)).toEqual(sorted(simulated.world.foundationModels(REGION)));
  });

  it('inference-profiles of both types', async () => {
    const { items } = await read('inference-profiles');
    expect(new Set(items.map(({ type }) => type))).toEqual(
      new Set(['SYSTEM_DEFINED', 'APPLICATION']),
    );
    expect(sorted(items)).toEqual(sorted(simulated.world.inferenceProfiles(PROD, REGION)));
  });

  it('trails, those of the organisation included', async () => {
    const { items } = await read('trails');
    expect(items.some(({ organization }) => organization)).toBe(true);
    const shown = simulated.world
      .trails(PROD)
      .filter(({ multiRegion, homeRegion }) => multiRegion || homeRegion === REGION);
    expect(sorted(items)).toEqual(sorted(shown));
  });

  it('account-authorization over several pages', async () => {
    const account = simulated.world.accounts.find(({ accountId }) => accountId === PROD);
    const { items, region } = await read('account-authorization');
    expect(region).toBe('global');
    expect(sorted(items[0]?.identities ?? [])).toEqual(
      sorted(account?.authorization.identities ?? []),
    );
    expect(sorted(items[0]?.policies ?? [])).toEqual(sorted(account?.authorization.policies ?? []));
  });

  it('nothing where there is nothing', async () => {
    const empty = simulated.world.accounts
      .flatMap(({ accountId, regions }) => regions.map((region) => ({ accountId, region })))
      .find(({ accountId, region }) => simulated.world.guardrails(accountId, region).length === 0);
    if (empty === undefined) throw new Error('the world has guardrails everywhere');
    const { items, outcome } = await read('guardrails', empty);
    expect({ items, outcome }).toEqual({ items: [], outcome: { status: 'collected' } });
  });
});

const actions = collectedDatasets.flatMap((dataset) =>
  collectors[dataset].iamActions.map((action) => ({ dataset, action })),
);

const firstActions = collectedDatasets.map((dataset) => ({
  dataset,
  action: collectors[dataset].iamActions[0] ?? '',
}));

describe('what goes wrong is the outcome', () => {
  it.each(actions)('$dataset without $action is denied, naming it', async ({ dataset, action }) => {
    simulated.account.faults.set(action, { kind: 'deny' });
    const reading = await read(dataset);
    expect(tells(reading, 'denied', action), JSON.stringify(reading.outcome)).toBe(true);
    if (reading.outcome.status !== 'collected') expect(reading.items).toEqual([]);
    expect(reading.actions).toContain(action);
  });

  it.each(firstActions)('$dataset waits out throttling of $action', async ({ dataset, action }) => {
    simulated.account.faults.set(action, { kind: 'throttle', times: 1 });
    expect((await read(dataset)).outcome).toEqual({ status: 'collected' });
  });

  it.each(firstActions)(
    '$dataset survives a cut connection in $action',
    async ({ dataset, action }) => {
      simulated.account.faults.set(action, { kind: 'drop', times: 1 });
      expect((await read(dataset)).outcome).toEqual({ status: 'collected' });
    },
  );

  it.each(actions)('$dataset fails in words when $action answers nonsense', async (each) => {
    simulated.account.faults.set(each.action, { kind: 'malformed' });
    const reading = await read(each.dataset);
    expect(tells(reading, 'failed', each.action), JSON.stringify(reading.outcome)).toBe(true);
    const told = JSON.stringify([reading.outcome, reading.gaps]);
    expect(told).toMatch(/text that is not AWS's; the endpoint may not offer it\./);
    expect(told).not.toMatch(/\n|node_modules| at /);
  });

  it.each(collectedDatasets.filter((id) => collectors[id].scope === 'region'))(
    '%s is unavailable in a Region that is not enabled',
    async (dataset) => {
      const { outcome } = await read(dataset, { region: 'me-south-1' });
      expect(outcome).toMatchObject({ status: 'unavailable' });
      expect(outcome).toHaveProperty('reason', expect.stringContaining('me-south-1'));
    },
  );

  it('a cancellation is no outcome', async () => {
    const signal = AbortSignal.abort();
    await expect(read('trails', { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
