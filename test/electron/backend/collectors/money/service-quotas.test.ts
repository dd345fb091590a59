import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectors } from '../../../../../electron/backend/collectors/index.ts';
import { createSharedReads } from '../../../../../electron/backend/collectors/shared-reads.ts';
import { readDataset } from '../../../../../electron/backend/scan/read-dataset.ts';
import { NOW, type Simulated, startSimulated } from '../../scan/simulated.ts';
import { PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };
const FRANKFURT = { accountId: '555566667777', region: 'eu-central-1' };
const DEFAULTS = 'servicequotas:ListAWSDefaultServiceQuotas';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

const quotasOf = ({ accountId, region }: typeof SUPPORT) =>
  simulated.world
    .serviceQuotas(accountId, region)
    .map((quota) => ({ ...quota, default: { read: true, value: quota.default } }));

/** How many calls list so many quotas. */
const pages = (items: readonly unknown[]) => Math.max(1, Math.ceil(items.length / 100));

describe('service-quotas', () => {
  it('that AWS could not read itself are a gap, not absent', async () => {
    const clients = simulated.connect(simulated.connectionOf(PROD));
    const broken = {
      QuotaName: 'Agents per account',
      QuotaCode: 'L-1',
      ErrorReason: { ErrorCode: 'DEPENDENCY_SERVICE_ERROR', ErrorMessage: 'Bedrock is busy' },
    } as const;
    const whole = { ...broken, QuotaCode: 'L-2', ErrorReason: undefined, Value: 5 };
    const usual = { ...whole, Value: 3 };
    const own = Object.assign(await clients.quotas(REGION), {
      listServiceQuotas: async () => ({ Quotas: [broken, whole] }),
      listAWSDefaultServiceQuotas: async () => ({
        Quotas: [usual, { ...usual, QuotaCode: 'L-1' }, { ...usual, QuotaCode: 'L-3' }],
      }),
    });
    const { outcome, items, gaps } = await readDataset(collectors['service-quotas'], {
      clients: { ...clients, quotas: async () => own },
      accountId: PROD,
      region: REGION,
      signal: new AbortController().signal,
      clock: () => NOW,
    });
    expect(outcome).toEqual({ status: 'collected' });
    expect(items.map(({ code, value, holds }) => [code, value, holds])).toEqual([
      ['L-2', 5, 'applied'],
      ['L-3', 3, 'default'],
    ]);
    expect(gaps).toMatchObject([
      { items: 1, outcome: { status: 'failed', reason: expect.stringContaining('is busy') } },
    ]);
  });

  it.each([{ accountId: PROD, region: REGION }, SUPPORT, FRANKFURT])(
    'of $accountId $region over pages, each understood',
    async (place) => {
      const { items, calls } = await read('service-quotas', place);
      expect(sorted(items)).toEqual(sorted(quotasOf(place)));
      const applied = items.filter(({ holds }) => holds === 'applied');
      expect(calls).toBe(pages(applied) + pages(items));
    },
  );

  it('to which nothing was applied hold by default', async () => {
    const { items } = await read('service-quotas', SUPPORT);
    const unapplied = items.filter(({ applied }) => applied === null);
    expect(unapplied.map(({ name }) => name)).toContain('Versions per guardrail');
    expect(unapplied.length).toBeGreaterThan(2);
    for (const { holds, value, default: usual } of unapplied) {
      expect({ holds, usual }).toEqual({ holds: 'default', usual: { read: true, value } });
    }
  });

  it('without their defaults are those with an applied value, and a gap', async () => {
    simulated.account.faults.set(DEFAULTS, { kind: 'deny' });
    const { items, outcome, gaps } = await read('service-quotas', SUPPORT);
    expect(outcome).toEqual({ status: 'collected' });
    expect(new Set(items.map(({ holds }) => holds))).toEqual(new Set(['applied']));
    expect(items.every(({ default: usual }) => !usual.read)).toBe(true);
    expect(gaps).toMatchObject([{ of: DEFAULTS, outcome: { status: 'denied' } }]);
  });

  it('by default are read once for all accounts of a Region', async () => {
    const shared = createSharedReads();
    const asked = new Map<string, number>();
    for (const accountId of [PROD, SUPPORT.accountId, SUPPORT.accountId]) {
      const { items, calls } = await readDataset(collectors['service-quotas'], {
        clients: simulated.connect(simulated.connectionOf(accountId)),
        accountId,
        region: SUPPORT.region,
        signal: new AbortController().signal,
        clock: () => NOW,
        shared,
      });
      expect(sorted(items)).toEqual(sorted(quotasOf({ accountId, region: SUPPORT.region })));
      asked.set(accountId, calls);
    }
    expect(asked.get(SUPPORT.accountId)).toBeLessThan(asked.get(PROD) ?? 0);
  });

  it('differ: more for the shop, little for the helpdesk', async () => {
    const name = 'Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5 V1';
    const valueIn = async (place: { accountId: string; region: string }) =>
      (await read('service-quotas', place)).items.find((quota) => quota.name === name)?.value;
    expect(await valueIn({ accountId: PROD, region: REGION })).toBe(6_000_000);
    expect(await valueIn(SUPPORT)).toBe(2_000_000);
    expect(await valueIn(FRANKFURT)).toBe(16_000);
  });
});
