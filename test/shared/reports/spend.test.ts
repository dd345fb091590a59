import { expect, test } from 'vitest';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { spend } from '../../../shared/reports/spend.ts';
import { toCsv } from '../../../shared/reports/to-csv.ts';
import { toJson } from '../../../shared/reports/to-json.ts';
import { toTable } from '../../../shared/reports/to-table.ts';
import { calls, spendInput, usage } from '../cost/builders.ts';
import { namedRows, namedTotals } from './named-rows.ts';

const beside = {
  usd: '12.5',
  amounts: [{ provenance: 'billed', usd: '12.5' }],
  lastBilledDay: '2026-10-31',
} as const;
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
  const table = spend.build({
    beside,
    month: '2026-10',
    groupBy: 'principal',
    answer: buildSpend(input),
  });
  expect(namedRows(table)).toMatchObject([
    {
      group: 'app',
      calls: 10,
      input_tokens: 1_500_000,
      usd: '4.5',
      metered_usd: '3',
      allocated_usd: '1.5',
      provenance: 'metered and allocated',
    },
    {
      key: 'unknown',
      unpriced_tokens: 40,
      provenance: 'unpriced',
      unpriced: '40 input tokens',
    },
  ]);
  expect(namedRows(table)[1]).not.toHaveProperty('usd');
  expect(namedTotals(table)).toMatchObject({ group: 'Total', usd: '4.5', unpriced_tokens: 40 });
  expect(table.notes[0]).toContain('not a bill');
  expect(table.notes[1]).toBe(
    'Counts metered usage alone: $12.50 billed to 2026-10-31 beside it (Other costs, and usage without a price), not in this figure.',
  );
  expect(toCsv(table, { notes: true })).toContain('$12.50 billed to 2026-10-31 beside it');
  expect(JSON.parse(toJson(table)).notes).toEqual(table.notes);
  expect(table.notes[2]).toBe('In no sum of money, since it has no price: 40 input tokens.');
});

test('calls are not split by unit, so that column is empty', () => {
  const answer = buildSpend({ ...input, groupBy: 'unit' });
  const table = spend.build({ beside, month: '2026-10', groupBy: 'unit', answer });
  expect(namedRows(table)[0]).not.toHaveProperty('calls');
  expect(namedTotals(table)).toMatchObject({ calls: 10 });
});

test('nothing used has no sums', () => {
  const answer = buildSpend(spendInput());
  expect(spend.build({ beside, month: '2026-10', groupBy: 'model', answer })).toMatchObject({
    rows: [],
    totals: null,
  });
});

const IMAGES = [
  usage({ modelId: 'test.canvas', unit: 'images', quantity: 68, basis: 'metrics' }),
  usage({ modelId: 'test.rerank', unit: 'search-units', quantity: 12, basis: 'metrics' }),
];

test('what is billed by images or search units has no price in any format, with its quantity', () => {
  const answer = buildSpend(spendInput({ usage: [...IMAGES, usage()] }));
  const table = spend.build({ beside, month: '2026-10', groupBy: 'model', answer });
  expect(namedRows(table)).toMatchObject([
    { key: 'test.model', usd: '3', provenance: 'metered' },
    { key: 'test.canvas', provenance: 'unpriced', unpriced: '68 images' },
    { key: 'test.rerank', provenance: 'unpriced', unpriced: 'at least 12 search units' },
  ]);
  const [, canvas] = JSON.parse(toJson(table)).rows;
  expect([canvas.usd, canvas.metered_usd]).toEqual([null, null]);
  const [head = '', , line = ''] = toCsv(table).split('\r\n');
  expect(line.split(',')[head.split(',').indexOf('usd')]).toBe('');
  expect(toTable(table)).not.toMatch(/\b0\.00\b/);
});

test('a row of which a part has no price says so', () => {
  const answer = buildSpend(spendInput({ groupBy: 'region', usage: [...IMAGES, usage()] }));
  expect(
    namedRows(spend.build({ beside, month: '2026-10', groupBy: 'region', answer })),
  ).toMatchObject([
    {
      usd: '3',
      provenance: 'metered, partly unpriced',
      unpriced: '68 images, at least 12 search units',
    },
  ]);
});

test('a total of nothing priced is none, and a month that was not counted is not known', () => {
  const unpriced = spend.build({
    beside,
    month: '2026-10',
    groupBy: 'model',
    answer: buildSpend(spendInput({ usage: IMAGES })),
  });
  expect(namedTotals(unpriced)).not.toHaveProperty('usd');
  const notCounted = 'no invocation logs or metrics were read, which count calls';
  const unread = spend.build({
    beside,
    month: '2026-10',
    groupBy: 'model',
    answer: buildSpend(spendInput({ notCounted, notes: ['Usage is not known.'] })),
  });
  expect(unread).toMatchObject({ rows: [], totals: null });
  expect(unread.notes).toEqual(['2026-10, UTC.', 'Usage is not known.']);
});
