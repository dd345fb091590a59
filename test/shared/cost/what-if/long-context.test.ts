import { expect, test } from 'vitest';
import { whatIf } from '../../../../shared/cost/what-if/what-if.ts';
import { longContextModels, pricedContext } from '../../../../shared/prices/long-context.ts';
import { createPriceBook, type PriceQuery } from '../../../../shared/prices/price-book.ts';
import { line } from '../../prices/builders.ts';
import { question, row } from './builders.ts';

/** One model's long contexts cost twice its short ones; the other has one price for both. */
const BOOK = createPriceBook([
  [
    line({ modelId: 'test.long', usd: '3' }),
    line({ modelId: 'test.long', context: 'long', usd: '6' }),
    line({ modelId: 'test.flat', usd: '5' }),
  ],
]);
const LONG = longContextModels(BOOK);
const priceOf = (query: PriceQuery) => BOOK.find({ ...query, context: pricedContext(query, LONG) });

function moved(from: string, to: string) {
  const rows = [
    row({ baseModelId: from, context: 'short', quantity: 2_000_000 }),
    row({ baseModelId: from, context: 'long', quantity: 1_000_000 }),
  ];
  const changes = [{ select: {}, percent: 50, to: { kind: 'model', baseModelId: to } as const }];
  const { beforeUsd, afterUsd, differenceUsd } = whatIf(question({ rows, changes, priceOf }));
  return [beforeUsd, afterUsd, differenceUsd];
}

test.each([
  ['test.long', 'test.flat', ['12', '13.5', '1.5']],
  ['test.flat', 'test.long', ['15', '13.5', '-1.5']],
  ['test.long', 'test.long', ['12', '12', '0']],
  ['test.flat', 'test.flat', ['15', '15', '0']],
])('contexts keep their length, and each side has its own price: %s to %s', (from, to, sums) => {
  expect(moved(from, to)).toEqual(sums);
});

test('what had no price as it was called is not compared, whatever a list says of its model', () => {
  const reason = 'no price for arn: its tokens cost nothing apart from its model unit hours';
  const answer = whatIf(
    question({
      rows: [
        row({ baseModelId: 'test.long', unpriced: reason }),
        row({ baseModelId: 'test.flat' }),
      ],
      changes: [{ select: {}, percent: 100, to: { kind: 'model', baseModelId: 'test.flat' } }],
      priceOf,
    }),
  );
  expect([answer.beforeUsd, answer.afterUsd]).toEqual(['5', '5']);
  expect(answer.notCompared).toMatchObject([{ side: 'before', reason, beforeUsd: null }]);
});
