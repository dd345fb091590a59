import { describe, expect, test } from 'vitest';
import {
  amountsByProvenance,
  otherCostSentence,
  shareOfLargest,
} from '../../../../../renderer/pages/spend/other-costs/other-cost-words.ts';
import type { OtherCost, SpendOtherCosts } from '../../../../../shared/api/reconcile-answers.ts';

const BILLED: OtherCost = {
  subject: 'guardrails',
  accountId: '111122223333',
  region: null,
  what: 'x',
  unit: null,
  quantity: null,
  provenance: 'billed',
  usd: '40',
  source: 'The bill.',
};
const METERED: OtherCost = { ...BILLED, provenance: 'metered', usd: '3' };
const CREDIT: OtherCost = { ...BILLED, subject: 'credit', usd: '-10' };
const UNPRICED: OtherCost = { ...BILLED, provenance: 'unpriced', usd: null };

const SUBJECT = { label: 'Guardrails', costs: 1, unpriced: 0 };
const SUBJECTS = [
  { ...SUBJECT, subject: 'guardrails' as const, usd: '40' },
  { ...SUBJECT, subject: 'agents' as const, usd: '10' },
  { ...SUBJECT, subject: 'credit' as const, usd: '-10' },
];

function answer(costs: readonly OtherCost[], usd: string): SpendOtherCosts {
  const period = { from: '2026-10-01', to: '2026-11-01' };
  return { period, notBilled: null, notRead: null, usd, subjects: SUBJECTS, costs, notes: [] };
}

describe('other costs in a sentence', () => {
  test.each([
    [answer([], '0'), 'Nothing beside counted tokens cost anything in this period.'],
    [answer([BILLED], '40'), '$40.00 beside counted tokens, guardrails the most.'],
    [
      answer([BILLED, UNPRICED], '40'),
      '$40.00 beside counted tokens, guardrails the most; 1 cost without a price, in no sum.',
    ],
    [answer([UNPRICED], '0'), '1 cost beside counted tokens, none with a price.'],
  ])('%#', (costs, words) => {
    expect(otherCostSentence(costs)).toBe(words);
  });

  const none = answer([], '0');
  test.each([
    [
      { notBilled: 'no bill was read', notRead: 'what is configured was not read' },
      'What cost money beside counted tokens is not known: no bill was read, and what is configured was not read.',
    ],
    [
      { notBilled: 'no bill was read', notRead: null },
      'Nothing that is configured costs money beside counted tokens; what else did is not known: no bill was read.',
    ],
    [
      { notBilled: null, notRead: 'what is configured was not read' },
      'Nothing beside counted tokens cost anything in this period.',
    ],
  ])('what was not read is not said to cost nothing: %#', (unread, words) => {
    expect(otherCostSentence({ ...none, ...unread })).toBe(words);
  });

  test('billed and metered amounts are told apart', () => {
    expect(amountsByProvenance([BILLED, METERED, CREDIT, UNPRICED])).toEqual([
      { provenance: 'billed', usd: '30' },
      { provenance: 'metered', usd: '3' },
    ]);
    expect(amountsByProvenance([])).toEqual([]);
  });

  test('bars are as long as their share of the dearest; credits have none', () => {
    expect(SUBJECTS.map((subject) => shareOfLargest(subject, SUBJECTS))).toEqual([1, 0.25, 0]);
  });
});
