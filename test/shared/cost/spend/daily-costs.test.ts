import { expect, test } from 'vitest';
import { estimateUsage } from '../../../../shared/cost/estimate.ts';
import {
  dailyCosts,
  unpricedOf,
  unpricedTokensOf,
} from '../../../../shared/cost/spend/daily-costs.ts';
import { PRICES, usage } from '../builders.ts';

const pricing = { prices: PRICES, profiles: new Map() };
const period = { from: '2026-10-04', to: '2026-10-08' };

test('a day without usage costs nothing when it is known, and is not known otherwise', () => {
  const estimates = estimateUsage([usage(), usage({ day: '2026-10-06' })], pricing);
  expect(dailyCosts(estimates, period, ['2026-10-06', '2026-10-07'])).toEqual([
    { day: '2026-10-04', usd: '0', complete: true },
    { day: '2026-10-05', usd: '3', complete: true },
    { day: '2026-10-06', usd: '3', complete: false },
    { day: '2026-10-07', usd: null, complete: false },
  ]);
});

test('a day on which nothing that was used has a price cost nobody knows what', () => {
  const nobody = usage({ modelId: 'test.nobody', quantity: 7 });
  const both = [usage({ day: '2026-10-06' }), { ...nobody, day: '2026-10-06' }];
  const none = { ...nobody, day: '2026-10-07', quantity: 0 };
  const estimates = estimateUsage([nobody, ...both, none], pricing);
  expect(dailyCosts(estimates, period, []).map(({ usd }) => usd)).toEqual(['0', null, '3', '0']);
});

test('what has no price is told by unit, the largest first', () => {
  const rows = [
    usage(),
    usage({ modelId: 'test.nobody', quantity: 7 }),
    usage({ modelId: 'test.nobody', unit: 'images', quantity: 9 }),
    usage({ modelId: 'test.nobody', unit: 'images', quantity: 0 }),
  ];
  expect(unpricedOf(estimateUsage(rows, pricing))).toEqual([
    { unit: 'images', quantity: 9 },
    { unit: 'input-tokens', quantity: 7 },
  ]);
});

test('unpriced tokens are counted, other units without a price are not', () => {
  const rows = [
    usage(),
    usage({ modelId: 'test.nobody', quantity: 7 }),
    usage({ modelId: 'test.nobody', unit: 'images', quantity: 5 }),
  ];
  expect(unpricedTokensOf(estimateUsage(rows, pricing))).toBe(7);
});
