import { expect, test } from 'vitest';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import { besideCosts, besideSum } from '../../../../shared/cost/spend/beside-metered.ts';
import { besideInSum, notInMetered } from '../../../../shared/cost/spend/beside-words.ts';

function billed(own: Partial<BilledRow>): BilledRow {
  return {
    day: '2026-11-18',
    accountId: '111122223333',
    region: 'us-east-1',
    service: 'Amazon Bedrock',
    usageType: 'USE1-NovaCanvas-T2I-1024-Standard',
    lineItemType: 'Usage',
    quantity: '1',
    unit: 'images',
    lines: 1,
    unblendedCost: '0.04',
    listCost: null,
    currency: 'USD',
    ...own,
  };
}

const ROWS = [
  billed({}),
  billed({ usageType: 'USE1-Guardrail-ContentPolicyUnitsConsumed', unblendedCost: '5' }),
  billed({ day: '2026-11-19', lineItemType: 'Credit', usageType: null, unblendedCost: '-2' }),
];

test('usage that a price covers is no cost beside it; guardrails and credits are', () => {
  const costs = besideCosts({ rows: ROWS, lines: [], costs: [] });
  expect(costs.map(({ subject, usd }) => [subject, usd])).toEqual([
    ['guardrails', '5'],
    ['credit', '-2'],
  ]);
  expect(besideSum(costs, ROWS)).toEqual({
    usd: '3',
    amounts: [{ provenance: 'billed', usd: '3' }],
    lastBilledDay: '2026-11-19',
  });
});

const BESIDE = besideSum(besideCosts({ rows: ROWS, lines: [], costs: [] }), ROWS);

test('a figure of metered usage says what comes beside it, or why nobody knows', () => {
  expect(notInMetered(BESIDE)).toMatch(/^Counts metered usage alone: \$3\.00 billed to 2026-11-19/);
  expect(notInMetered(null)).toMatch(/a bill does not tell/);
  expect(notInMetered(besideSum([], []))).toMatch(/no bill was read/);
  expect(besideInSum(BESIDE)).toBe('of it $3.00 billed to 2026-11-19 beside metered usage');
  expect(besideInSum(null)).toBe('metered usage alone');
});
