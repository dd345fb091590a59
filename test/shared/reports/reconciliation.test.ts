import { expect, test } from 'vitest';
import { reconciliation } from '../../../shared/reports/reconciliation.ts';
import type { Table } from '../../../shared/reports/table.ts';
import { toTable } from '../../../shared/reports/to-table.ts';
import { billed, counted, type Given, reconciled } from '../cost/reconcile/builders.ts';

function report(given: Given) {
  const table = reconciliation.build({ month: '2026-10', reconciliation: reconciled(given) });
  return { table, rows: table.rows.map((row) => named(table, row)) };
}

function named(table: Table, row: Table['rows'][number]) {
  return Object.fromEntries(table.columns.map(({ id }, index) => [id, row[index]]));
}

test('sums the days of a model and unit, with the causes of the difference', () => {
  const { table, rows } = report({
    billed: [
      billed({ unblendedCost: '0.054' }),
      billed({ day: '2026-10-06', unblendedCost: '0.054' }),
    ],
    usage: [counted(), counted({ day: '2026-10-06' })],
  });
  expect(rows).toEqual([
    {
      what: 'Nova Lite',
      unit: 'Input tokens',
      billed_usd: '0.108',
      estimated_usd: '0.12',
      difference_usd: '-0.012',
      state: 'differs',
      account: '111122223333',
      region: 'us-east-1',
      scope: 'regional',
      tier: 'standard',
      context: 'short',
      model_id: 'amazon.nova-lite-v1:0',
      causes: 'Discount -0.012',
    },
  ]);
  expect(named(table, table.totals ?? [])).toMatchObject({
    what: 'Total',
    billed_usd: '0.108',
    estimated_usd: '0.12',
    difference_usd: '-0.012',
  });
});

test('days that stand differently make a month that differs', () => {
  const { rows } = report({
    billed: [billed()],
    usage: [counted(), counted({ day: '2026-10-06' })],
  });
  expect(rows.map(({ state, causes }) => [state, causes])).toEqual([
    ['differs', 'Unexplained -0.06'],
  ]);
});

test('lines of no model go by how they are billed; the largest difference comes first', () => {
  const { rows } = report({
    billed: [
      billed({ usageType: 'USE1-NovaLite-Customization-Storage', unblendedCost: '0.195' }),
      billed({ lineItemType: 'Tax', usageType: null, unblendedCost: '23' }),
    ],
  });
  expect(rows.map(({ what, estimated_usd: estimated }) => [what, estimated])).toEqual([
    ['Tax', null],
    ['USE1-NovaLite-Customization-Storage', null],
  ]);
});

test('says how much of the bill is explained, and what the rest is', () => {
  const { table } = report({
    billed: [
      billed(),
      billed({ usageType: 'USE1-ContextPinning-ResidencyHours', unblendedCost: '0.06' }),
    ],
    usage: [counted()],
  });
  expect(table.notes[0]).toBe(
    '2026-10, UTC. The estimate matches 50.0 % of the bill: of $0.12 without signs, $0.06 follow from counted usage, $0.00 are told by the bill alone, $0.06 stay unexplained.',
  );
  expect(table.notes[1]).toBe('Billed less estimated: $0.06, of it Unknown usage type $0.06.');
});

test('files carry the amounts of causes exactly, and people read them rounded', () => {
  const { table, rows } = report({
    billed: [billed({ unblendedCost: '52.4525148125', listCost: '60' })],
    usage: [counted({ quantity: 1_000_000_000 })],
  });
  expect(rows).toMatchObject([{ causes: expect.stringContaining('Discount -7.5474851875') }]);
  expect(toTable(table)).toContain('Discount -7.55');
});

test('usage without a price that is not on the bill has no amount', () => {
  const { table, rows } = report({ usage: [counted({ modelId: 'ozone.tasman-large-v1:0' })] });
  expect(rows).toMatchObject([{ causes: 'Usage without a price, unpriced' }]);
  expect(table.notes.join(' ')).toContain('Usage without a price, unpriced');
});

test('without a bill there is no share', () => {
  const { table, rows } = report({ usage: [counted()], state: { bills: new Map() } });
  expect(table.notes[0]).toBe('2026-10, UTC. What was billed is not known: no bill was read.');
  expect(rows.map(({ billed_usd: usd }) => usd)).toEqual([null]);
});
