import { expect, test } from 'vitest';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { spend } from '../../../shared/reports/spend.ts';
import { calls, spendInput, usage } from '../cost/builders.ts';
import { namedRows, namedTotals } from './named-rows.ts';

const origin = {
  start: null,
  destinationRegion: null,
  sessionName: null,
  sourceIdentity: null,
  onBehalfOf: null,
  metadata: {},
  guardrailId: null,
  project: null,
  allocated: true,
};
const input = spendInput({
  groupBy: 'principal',
  usage: [
    usage(),
    usage({ quantity: 500_000, origin } as object),
    usage({ principalArn: null, modelId: 'test.nobody', quantity: 40 }),
  ],
  calls: [calls()],
});

test('tells what is metered and what is allocated apart, and no price is not zero', () => {
  const table = spend.build({ month: '2026-10', groupBy: 'principal', answer: buildSpend(input) });
  expect(namedRows(table)).toMatchObject([
    {
      group: 'app',
      calls: 10,
      input_tokens: 1_500_000,
      usd: '4.5',
      metered_usd: '3',
      allocated_usd: '1.5',
    },
    { key: 'unknown', unpriced_tokens: 40 },
  ]);
  expect(namedRows(table)[1]).not.toHaveProperty('usd');
  expect(namedTotals(table)).toMatchObject({ group: 'Total', usd: '4.5', unpriced_tokens: 40 });
  expect(table.notes[0]).toContain('not a bill');
});

test('calls are not split by unit, so that column is empty', () => {
  const answer = buildSpend({ ...input, groupBy: 'unit' });
  const table = spend.build({ month: '2026-10', groupBy: 'unit', answer });
  expect(namedRows(table)[0]).not.toHaveProperty('calls');
  expect(namedTotals(table)).toMatchObject({ calls: 10 });
});

test('nothing used has no sums', () => {
  const answer = buildSpend(spendInput());
  expect(spend.build({ month: '2026-10', groupBy: 'model', answer })).toMatchObject({
    rows: [],
    totals: null,
  });
});
