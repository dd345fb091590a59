import { describe, expect, test } from 'vitest';
import { buildSpend } from '../../../../shared/cost/build-spend.ts';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import {
  dailyCosts,
  paidByHourOf,
  unpricedOf,
  unpricedTokensOf,
} from '../../../../shared/cost/spend/daily-costs.ts';
import { costByModel } from '../../../../shared/reports/cost-by-model.ts';
import { spend } from '../../../../shared/reports/spend.ts';
import { namedRows } from '../../reports/named-rows.ts';
import { calls, spendInput, usage } from '../builders.ts';

const BOUGHT = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl';
const served = usage({ modelId: BOUGHT, quantity: 137_000 });
const reserved = usage({ modelId: 'test.nobody', tier: 'reserved', quantity: 214 });
const unpriced = usage({ modelId: 'test.nobody', quantity: 40 });
const beside = { usd: '0', amounts: [], lastBilledDay: null };

describe('what bought capacity serves', () => {
  const input = spendInput({
    usage: [usage(), served, reserved, unpriced],
    calls: [calls({ modelId: BOUGHT })],
    groupBy: 'account',
  });

  test('is neither free nor without a price', () => {
    const answer = buildSpend(input);
    // Recomputed another way: by hand, from the rows above; 1M input tokens cost $3.
    expect(answer.usd).toBe('3');
    expect(answer.unpriced.map(({ quantity }) => quantity)).toEqual([40]);
    expect(answer.groups).toMatchObject([
      {
        usd: '3',
        unpricedTokens: 40,
        unpricedUnits: [{ unit: 'input-tokens', quantity: 40 }],
        paidByHourUnits: [{ unit: 'input-tokens', quantity: 137_214 }],
      },
    ]);
    expect(answer.notes).toContain(
      'Served by bought capacity, which is paid by the hour: 137,214 input tokens. They cost nothing apart from its hours, which are beside tokens.',
    );
    const tokens = answer.groups.reduce((sum, group) => sum + group.tokens.input, 0);
    expect(tokens).toBe(1_000_000 + 137_000 + 214 + 40);
  });

  test('priced, paid by the hour and without a price add up to everything that was used', () => {
    const estimates = estimateUsage(input.usage, input);
    const priced = estimates.filter((one) => one.priced).map(({ row }) => row.quantity);
    const parts = [...unpricedOf(estimates), ...paidByHourOf(estimates)];
    const sum = [...priced, ...parts.map(({ quantity }) => quantity)].reduce((a, b) => a + b, 0);
    expect(sum).toBe(input.usage.reduce((all, { quantity }) => all + quantity, 0));
    expect(unpricedTokensOf(estimates)).toBe(40);
  });

  test('alone, it has no amount: never $0', () => {
    for (const groupBy of ['model', 'unit'] as const) {
      const answer = buildSpend(spendInput({ usage: [served], groupBy }));
      expect([answer.usd, ...answer.groups.map(({ usd }) => usd)]).toEqual([null, null]);
      expect(answer.unpriced).toEqual([]);
    }
    const estimates = estimateUsage([served], input);
    const period = { from: '2026-10-05', to: '2026-10-06' };
    expect(dailyCosts(estimates, period, [])).toMatchObject([{ usd: null }]);
  });

  test('is said as such in reports', () => {
    const asked = spendInput({ usage: [usage(), served] });
    const answer = buildSpend(asked);
    const rows = namedRows(spend.build({ beside, month: '2026-10', groupBy: 'model', answer }));
    const state = { provenance: 'paid by the hour', paid_by_hour: '137,000 input tokens' };
    expect(rows).toMatchObject([{ provenance: 'metered' }, state]);
    expect(rows[1]).not.toHaveProperty('usd');
    const table = costByModel.build({ ...asked, beside, month: '2026-10' });
    expect(namedRows(table)).toMatchObject([{ provenance: 'metered' }, state]);
    expect(table.notes.filter((note) => /have no price|unpriced/.test(note))).toEqual([]);
  });
});
