import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import type { BudgetAlert } from '../../../../../shared/api/answers.ts';
import { event, records, writeLog } from '../../store/store-case.ts';
import { inputPrice, type MoneyWorkspace, million, withMoney } from './money-workspace.ts';

const BUDGET = {
  id: 'b',
  name: 'All',
  scope: { kind: 'workspace' },
  monthlyUsd: '10',
  thresholds: [
    { percent: 50, on: 'actual' },
    { percent: 100, on: 'forecast' },
  ],
} as const;

async function setBudget({ api }: MoneyWorkspace, monthlyUsd = '10'): Promise<void> {
  await api['settings.update']({
    spendBudgets: [{ ...BUDGET, monthlyUsd, thresholds: [...BUDGET.thresholds] }],
    priceOverrides: [inputPrice()],
  });
}

const nothing = async () => undefined;

async function events(store: Store, folder: string): Promise<void> {
  const called = event('e', { eventTime: '2026-11-10T08:00:00Z' });
  await store.ingest([await writeLog(join(folder, 'events.json'), records(called))]);
}

test.each<[string, (store: Store, folder: string) => Promise<void>, RegExp]>([
  ['nothing was read', nothing, /^no invocation logs or metrics were read/],
  ['events alone were read', events, /^only events were read/],
])('%s: what a budget has used is not known, and is not 0', async (_, fill, why) => {
  await withMoney(fill, async (workspace) => {
    await setBudget(workspace);
    const { budgets, courses } = await workspace.api['spend.budgets']({});
    expect(budgets[0]).toMatchObject({
      actualUsd: null,
      notKnown: expect.stringMatching(why),
      actualPercent: null,
      leftUsd: null,
      forecastUsd: null,
      forecastPercent: null,
      newNotices: [],
    });
    expect(budgets[0]?.thresholds.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(courses[0]?.days.every(({ usd }) => usd === null)).toBe(true);
  });
});

test('a month after the last that was counted is not known, the one before is', async () => {
  await withMoney(events, async (workspace) => {
    await setBudget(workspace);
    await workspace.importCalls('october', million('a', '2026-10-14T03:00:00Z', 6_000_000));
    const of = async (month: string) =>
      (await workspace.api['spend.budgets']({ month })).budgets[0];
    expect(await of('2026-10')).toMatchObject({ actualUsd: '6', actualPercent: 60 });
    expect(await of('2026-11')).toMatchObject({
      actualUsd: null,
      notKnown: 'nothing that counts calls was read after 2026-10-14',
      newNotices: [],
    });
  });
});

test('use without any price is no money at all, and tells no threshold', async () => {
  await withMoney(nothing, async (workspace) => {
    const { backend, api, importCalls } = workspace;
    await setBudget(workspace);
    const told: BudgetAlert[] = [];
    const stop = backend.onEvent((one) => {
      if (one.type === 'budgets') told.push(...one.alerts);
    });
    const call = million('a', '2026-11-14T03:00:00Z');
    await importCalls('unpriced', { ...call, modelId: 'nobody.knows-v1:0' });
    expect((await api['spend.budgets']({})).budgets[0]).toMatchObject({
      actualUsd: null,
      notKnown: expect.stringMatching(
        /^nothing that was used has a price \(1,000,000 input tokens\)/,
      ),
      actualPercent: null,
      forecastUsd: null,
      unpricedUnits: [{ unit: 'input-tokens', quantity: 1_000_000 }],
    });
    expect(told).toEqual([]);
    await importCalls('priced', million('b', '2026-11-15T03:00:00Z', 5_000_000));
    stop();
    expect((await api['spend.budgets']({})).budgets[0]).toMatchObject({
      actualUsd: '5',
      notKnown: null,
      unpricedUnits: [{ unit: 'input-tokens', quantity: 1_000_000 }],
    });
    expect(told.map(({ percent, on }) => `${percent} ${on}`)).toEqual(['50 actual']);
  });
});
