import { expect, test } from 'vitest';
import type { Table } from '../../../shared/reports/table.ts';
import {
  PRICED,
  unpricedModels,
  unpricedModelsText,
} from '../../../shared/reports/table-unpriced-models.ts';

/** The two columns of the report that tell. */
const table = (...rows: readonly (readonly [string, string])[]): Table => ({
  columns: [
    { id: 'model_id', title: 'Model', kind: 'text' },
    { id: 'provenance', title: 'Provenance', kind: 'text' },
  ],
  rows,
  totals: null,
  notes: [],
});

test.each([
  ['nothing', table(), null],
  ['models with their prices', table(['a', PRICED.all], ['b', PRICED.all]), null],
  ['one model in two scopes', table(['a', PRICED.none], ['a', PRICED.none]), '1 model unpriced'],
  [
    'a price in one scope only',
    table(['a', PRICED.none], ['a', PRICED.all]),
    '1 model unpriced in part',
  ],
  [
    'both kinds',
    table(['a', PRICED.none], ['b', PRICED.none], ['c', PRICED.part], ['d', PRICED.all]),
    '2 models unpriced, 1 in part',
  ],
])('%s', (_, report, text) => {
  expect(unpricedModelsText(unpricedModels(report))).toBe(text);
});
