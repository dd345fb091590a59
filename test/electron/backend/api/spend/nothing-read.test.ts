import { expect, test } from 'vitest';
import { million, withMoney } from './money-workspace.ts';

const november = { from: '2026-11-01', to: '2026-12-01' };
const october = { from: '2026-10-01', to: '2026-11-01' };
const nothing = async () => undefined;
const NOT_COUNTED = 'no invocation logs or metrics were read, which count calls';
const page = { offset: 0, limit: 10 };

test('of a workspace into which nothing was read every answer is that it is not known', async () => {
  await withMoney(nothing, async ({ api }) => {
    expect(await api['spend.reconcile']({ ...november, ...page })).toMatchObject({
      notCounted: NOT_COUNTED,
      notBilled: 'no bill was read',
      headline: { billedUsd: null, estimatedUsd: null, differenceUsd: null },
    });
    expect(await api['spend.cache']({ ...november })).toMatchObject({
      notCounted: NOT_COUNTED,
      tokens: null,
      hitRate: null,
      savingsUsd: null,
      lostUsd: null,
    });
    expect(await api['spend.capacity'](november)).toMatchObject({
      rows: [],
      notRead: 'provisioned throughput was not read',
      notCounted: NOT_COUNTED,
    });
    expect(await api['spend.other-costs'](november)).toMatchObject({
      notBilled: 'no bill was read',
      notRead: 'what is configured was not read',
    });
    expect((await api['spend.chargeback']({ month: '2026-11' })).now).toMatchObject({
      totalUsd: null,
      notCounted: NOT_COUNTED,
    });
  });
});

test('exports of such a workspace say so, and have no zeros', async () => {
  await withMoney(nothing, async ({ api }) => {
    for (const report of ['reconciliation', 'cache', 'capacity', 'chargeback'] as const) {
      const { rows, totals, notes } = await api['report.build']({ report, month: '2026-11' });
      expect([report, rows]).toEqual([report, []]);
      expect([report, (totals ?? []).filter((total) => total === '0')]).toEqual([report, []]);
      expect([report, notes.join(' ')]).toEqual([report, expect.stringMatching(/not known/)]);
    }
  });
});

test('logs alone make the estimate known, and neither the bill nor what is configured', async () => {
  await withMoney(nothing, async ({ api, importCalls }) => {
    await importCalls('logs', million('a', '2026-10-14T03:00:00Z'));
    const answer = await api['spend.reconcile']({ ...october, ...page });
    expect(answer).toMatchObject({ notCounted: null, notBilled: 'no bill was read' });
    expect(answer.headline).toMatchObject({ billedUsd: null, differenceUsd: null });
    expect(Number(answer.headline.estimatedUsd)).toBeGreaterThan(0);
    expect(await api['spend.cache']({ ...october })).toMatchObject({ notCounted: null });
    expect((await api['spend.capacity'](october)).notRead).not.toBeNull();
    expect(await api['spend.other-costs'](october)).toMatchObject({
      notBilled: 'no bill was read',
      notRead: 'what is configured was not read',
    });
  });
});
