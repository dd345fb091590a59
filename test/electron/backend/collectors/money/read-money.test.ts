import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMeteredCalls } from '../../../../../electron/backend/aws/metered-calls.ts';
import { collectors } from '../../../../../electron/backend/collectors/index.ts';
import { readDataset } from '../../../../../electron/backend/scan/read-dataset.ts';
import { NOW, type Simulated, startSimulated } from '../../scan/simulated.ts';
import { MANAGEMENT, PROD, REGION, type Read, readingOf, sorted } from '../reading.ts';

const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };
const SANDBOX = '666677778888';
const SCIENCE = '333344445555';

let simulated: Simulated;
let read: Read;

beforeAll(async () => {
  simulated = await startSimulated();
  read = readingOf(simulated);
});
afterEach(() => simulated.account.faults.clear());
afterAll(() => simulated.close());

const withParts = <T extends object, K extends keyof T>(item: T, key: K) => ({
  ...item,
  [key]: { read: true, value: item[key] },
});

describe('alarms', () => {
  it('on Bedrock, by metric math, query and composition; others are left out', async () => {
    const { items, outcome } = await read('alarms');
    const strangers = ['checkout-5xx', 'checkout-health'];
    const world = simulated.world
      .alarms(PROD, REGION)
      .filter(({ name }) => !strangers.includes(name));
    expect(outcome).toEqual({ status: 'collected' });
    expect(items.map(({ name }) => name)).toContain('shop-health');
    expect(sorted(items)).toEqual(sorted(world));
  });

  it.each([
    [SUPPORT, ['claude-throttled']],
    [{ accountId: MANAGEMENT }, []],
  ] as const)('of %o', async (place, names) => {
    expect((await read('alarms', place)).items.map(({ name }) => name)).toEqual(names);
  });
});

describe('budgets', () => {
  it.each([MANAGEMENT, PROD, SCIENCE, SANDBOX])('of %s are what the account has', async (id) => {
    const { items, outcome, region } = await read('budgets', { accountId: id });
    const world = simulated.world.budgets(id).map((budget) => withParts(budget, 'notifications'));
    expect({ outcome, region }).toEqual({ outcome: { status: 'collected' }, region: 'global' });
    expect(items).toEqual(world);
  });

  it('say what the bill says, near the limit', async () => {
    const [budget] = (await read('budgets')).items;
    const month = NOW.slice(0, 7);
    const members = simulated.world.billedAccounts(MANAGEMENT);
    const billed = simulated.world
      .billLines()
      .filter(({ day, accountId }) => day.startsWith(month) && members.includes(accountId))
      .reduce((sum, { cost }) => sum + Number(cost), 0);
    expect(Number(budget?.actual?.amount)).toBeCloseTo(billed, 2);
    const share = Number(budget?.actual?.amount) / Number(budget?.limit?.amount);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
  });

  it('are told though their warnings are not', async () => {
    simulated.account.faults.set('budgets:DescribeBudgetNotificationsForAccount', { kind: 'fail' });
    const { items, outcome, gaps } = await read('budgets');
    expect(outcome).toEqual({ status: 'collected' });
    expect(items.map(({ notifications }) => notifications.read)).toEqual([false]);
    expect(gaps).toMatchObject([{ of: 'budgets:ViewBudget', outcome: { status: 'failed' } }]);
  });
});

describe('cost explorer', () => {
  it.each([PROD, SANDBOX, MANAGEMENT])('anomaly-monitors of %s', async (accountId) => {
    const { items } = await read('anomaly-monitors', { accountId });
    const world = simulated.world
      .anomalyMonitors(accountId)
      .map((monitor) => withParts(monitor, 'subscriptions'));
    expect(items).toEqual(world);
  });

  it('subscribers are counted, not named', async () => {
    const { items } = await read('anomaly-monitors');
    expect(JSON.stringify(items)).not.toContain('@');
    expect(items).toHaveLength(2);
  });

  it('subscriptions are only paid for where there is a monitor', async () => {
    expect((await read('anomaly-monitors', { accountId: MANAGEMENT })).calls).toBe(1);
    expect((await read('anomaly-monitors')).calls).toBe(2);
  });

  it.each([MANAGEMENT, SANDBOX])('cost-allocation-tags of %s', async (accountId) => {
    const { items } = await read('cost-allocation-tags', { accountId });
    expect(items.length).toBeGreaterThan(0);
    expect(items).toEqual(simulated.world.costAllocationTags(accountId));
  });

  it('a member account is not told cost-allocation-tags, which no permission changes', async () => {
    const { outcome } = await read('cost-allocation-tags', { accountId: PROD });
    expect(outcome).toEqual({
      status: 'unavailable',
      reason: 'AWS tells cost allocation tags to the management account of an organisation alone.',
    });
  });
});

describe('paid calls', () => {
  const readPaid = async (capUsd: string) => {
    const clock = () => NOW;
    const meter = createMeteredCalls({ scanId: 's', capUsd, spentUsd: [], clock });
    const reading = await readDataset<'anomaly-monitors'>(collectors['anomaly-monitors'], {
      clients: simulated.connect(simulated.connectionOf(PROD)),
      accountId: PROD,
      region: REGION,
      signal: new AbortController().signal,
      clock,
      book: meter.book,
    });
    return { reading, meter };
  };

  it('are booked at a cent each', async () => {
    const { reading, meter } = await readPaid('5');
    expect(reading.outcome).toEqual({ status: 'collected' });
    expect(meter.totalUsd()).toBe('0.02');
    expect(meter.takeRows().map(({ operation, calls }) => [operation, calls])).toEqual([
      ['ce:GetAnomalyMonitors', 1],
      ['ce:GetAnomalySubscriptions', 1],
    ]);
  });

  it('are not made over the cap, and the reading says so', async () => {
    simulated.requests.length = 0;
    const { reading } = await readPaid('0.005');
    expect(reading.outcome).toMatchObject({ status: 'failed' });
    expect(reading.outcome).toHaveProperty(
      'reason',
      expect.stringContaining('monthly cap of $0.005'),
    );
    expect(simulated.requests.filter((line) => line.startsWith('ce:'))).toEqual([]);
  });

  it('that the cap allows are used, and the rest is a gap', async () => {
    const { reading, meter } = await readPaid('0.01');
    expect(meter.totalUsd()).toBe('0.01');
    expect(reading.outcome).toEqual({ status: 'collected' });
    expect(reading.items.map(({ subscriptions }) => subscriptions.read)).toEqual([false, false]);
    expect(reading.gaps).toMatchObject([{ of: 'ce:GetAnomalySubscriptions', items: 1 }]);
  });
});
