import { describe, expect, test } from 'vitest';
import { ACCOUNT, billed, counted, NOVA } from './builders.ts';
import { type Case, explained } from './explain-case.ts';

const discount = {
  kind: 'discount',
  models: [NOVA],
  percentOff: '10',
  validFrom: '2026-01-01',
  validTo: null,
  note: 'Private pricing',
} as const;

const CASES: readonly Case[] = [
  [
    'a discount inside the line',
    { billed: [billed({ unblendedCost: '0.054' })], usage: [counted()] },
    'differs',
    { discount: '-0.006' },
  ],
  [
    'a discount that the user entered is no difference',
    { billed: [billed({ unblendedCost: '0.054' })], usage: [counted()], overrides: [discount] },
    'matched',
    {},
  ],
  [
    'a discount larger than the one entered',
    { billed: [billed({ unblendedCost: '0.048' })], usage: [counted()], overrides: [discount] },
    'differs',
    { discount: '-0.006' },
  ],
  [
    'an entered discount that the bill does not have',
    { billed: [billed()], usage: [counted()], overrides: [discount] },
    'differs',
    { price: '0.006' },
  ],
  [
    'an entered discount larger than that of the bill',
    { billed: [billed({ unblendedCost: '0.057' })], usage: [counted()], overrides: [discount] },
    'differs',
    { price: '0.003' },
  ],
  [
    'an entered discount at list price, where the source tells no list price',
    { billed: [billed({ listCost: null })], usage: [counted()], overrides: [discount] },
    'differs',
    { price: '0.006' },
  ],
  [
    'an entered discount that fits, where the source tells no list price',
    {
      billed: [billed({ unblendedCost: '0.054', listCost: null })],
      usage: [counted()],
      overrides: [discount],
    },
    'matched',
    {},
  ],
  [
    'a late day with the entered discount in it is late alone',
    {
      billed: [billed({ quantity: '500', unblendedCost: '0.027', listCost: '0.03' })],
      usage: [counted()],
      overrides: [discount],
      state: { bills: new Map([[ACCOUNT, { firstDay: '2026-10-01', lastDay: '2026-10-05' }]]) },
    },
    'differs',
    { 'late-bill': '-0.027' },
  ],
  [
    'a discount that the source does not tell stays a price that is not the price book’s',
    { billed: [billed({ unblendedCost: '0.054', listCost: null })], usage: [counted()] },
    'differs',
    { price: '-0.006' },
  ],
];

describe('a difference by a discount is told as', () => {
  test.each(CASES)('%s', (_, given, state, parts) => {
    expect(explained(given)).toEqual([{ state, parts }]);
  });
});
