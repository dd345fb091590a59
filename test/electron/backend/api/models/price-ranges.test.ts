import { expect, test } from 'vitest';
import { priceRanges } from '../../../../../electron/backend/api/models/model-prices.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';
import { line } from '../../../../shared/prices/builders.ts';

const search = line({ modelId: 'test.rerank', unit: 'search-units', usd: '2', per: 1000 });

test.each([
  ['tokens', [line(), line({ unit: 'search-units', usd: '2', per: 1000 })], ['input-tokens']],
  ['what else it has, where it has none', [search], ['search-units']],
])('what a model costs at a glance: %s', (_, lines, units) => {
  const ranges = priceRanges(createPriceBook([lines]), '2026-11-20');
  const [first] = lines;
  expect(ranges(first?.modelId ?? '', []).map(({ unit }) => unit)).toEqual(units);
});
