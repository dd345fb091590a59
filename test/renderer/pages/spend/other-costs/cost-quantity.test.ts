import { expect, test } from 'vitest';
import {
  quantityText,
  quantityUnit,
  whatWords,
} from '../../../../../renderer/pages/spend/other-costs/cost-quantity.ts';
import type { OtherCost } from '../../../../../shared/api/reconcile-answers.ts';

const COST: OtherCost = {
  subject: 'batch',
  accountId: '111122223333',
  region: 'us-east-1',
  what: 'USE1-NovaLite-input-tokens-batch',
  unit: 'input-tokens',
  modelId: 'amazon.nova-lite-v1:0',
  quantity: '16113.72',
  billedUnit: '1K tokens',
  provenance: 'billed',
  usd: '1',
  source: 'The bill.',
};
const { billedUnit: _, modelId: __, ...BARE } = COST;

test.each<[OtherCost, string | null, string]>([
  [COST, '1K tokens', '16,113.72 × 1K tokens'],
  [{ ...COST, quantity: '35.732', billedUnit: 'Hrs' }, 'Hrs', '35.732 Hrs'],
  [BARE, null, '16,113.72'],
  [{ ...BARE, provenance: 'metered' }, 'Input tokens', '16,113.72 Input tokens'],
  [{ ...COST, quantity: null }, '1K tokens', 'not told'],
])('a quantity says what it counts: %#', (cost, unit, words) => {
  expect(quantityUnit(cost)).toBe(unit);
  expect(quantityText(cost)).toBe(words);
});

test.each<[OtherCost, string | null]>([
  [COST, 'Nova Lite, Input tokens'],
  [BARE, 'Input tokens'],
  [{ ...BARE, unit: null }, null],
  [{ ...COST, provenance: 'metered' }, null],
])('what it is of: %#', (cost, words) => {
  expect(whatWords(cost)).toBe(words);
});
