import { expect, test } from 'vitest';
import type { BillableUnit } from '../../../shared/model/usage.ts';
import { usualPrice } from '../../../shared/prices/usual-price.ts';

interface Case {
  readonly unit: BillableUnit;
  readonly stated: readonly [usd: string, per: number];
  readonly usual: readonly [usd: string, per: number];
}

const CASES: readonly Case[] = [
  { unit: 'input-tokens', stated: ['0.003', 1_000], usual: ['3', 1_000_000] },
  { unit: 'input-tokens', stated: ['3.00', 1_000_000], usual: ['3.00', 1_000_000] },
  { unit: 'rerank-queries', stated: ['0.002', 1], usual: ['2', 1_000] },
  { unit: 'images', stated: ['40', 1_000], usual: ['0.04', 1] },
  { unit: 'images-1024-standard', stated: ['0.04', 1], usual: ['0.04', 1] },
  { unit: 'guardrail-topic-text-units', stated: ['0.00015', 1], usual: ['0.15', 1_000] },
];

test.each(CASES)('$unit: $stated as $usual', ({ unit, stated, usual }) => {
  const [usd, per] = stated;
  expect(usualPrice({ unit, usd, per })).toEqual({ unit, usd: usual[0], per: usual[1] });
});

test('a price that would have to be rounded stays as it is stated', () => {
  const stated = { unit: 'images', usd: '0.1', per: 3 } as const;
  expect(usualPrice(stated)).toBe(stated);
});
