import { describe, expect, test } from 'vitest';
import { ownedTargets } from '../../../../shared/prices/profile-targets.ts';
import { ACCOUNT, billed, counted, NOVA } from './builders.ts';
import { type Case, explained } from './explain-case.ts';

const bought = ownedTargets(
  new Map([['p1', { kind: 'provisioned-model', name: 'peak', baseModelId: NOVA }]]),
);
const provisioned = `arn:aws:bedrock:us-east-1:${ACCOUNT}:provisioned-model/p1`;
const other = '999988887777';

const CASES: readonly Case[] = [
  ['the same on both sides', { billed: [billed()], usage: [counted()] }, 'matched', {}],
  [
    'geographic calls are billed as in-Region ones',
    { billed: [billed()], usage: [counted({ modelId: `us.${NOVA}` })] },
    'matched',
    {},
  ],
  [
    'rounding of a billed line',
    { billed: [billed({ unblendedCost: '0.0600000001', listCost: null })], usage: [counted()] },
    'matched',
    { rounding: '0.0000000001' },
  ],
  [
    'what is more than rounding is another price',
    { billed: [billed({ unblendedCost: '0.061', listCost: '0.061' })], usage: [counted()] },
    'differs',
    { price: '0.001' },
  ],
  [
    'the last day on the bill is billed in part',
    {
      billed: [billed({ quantity: '600', unblendedCost: '0.036', listCost: '0.036' })],
      usage: [counted()],
      state: { bills: new Map([[ACCOUNT, { firstDay: '2026-10-01', lastDay: '2026-10-05' }]]) },
    },
    'differs',
    { 'late-bill': '-0.024' },
  ],
  [
    'less on the bill of an earlier day is not explained by lateness',
    {
      billed: [billed({ quantity: '600', unblendedCost: '0.036', listCost: '0.036' })],
      usage: [counted()],
    },
    'differs',
    { unexplained: '-0.024' },
  ],
  [
    'a late day with a discount tells both apart',
    {
      billed: [billed({ quantity: '500', unblendedCost: '0.027', listCost: '0.03' })],
      usage: [counted()],
      state: { bills: new Map([[ACCOUNT, { firstDay: '2026-10-01', lastDay: '2026-10-05' }]]) },
    },
    'differs',
    { discount: '-0.003', 'late-bill': '-0.03' },
  ],
  [
    'usage that is not known in full',
    {
      billed: [billed()],
      usage: [counted({ quantity: 400_000 })],
      state: { incompleteDays: new Set(['2026-10-05']) },
    },
    'differs',
    { 'late-usage': '0.036' },
  ],
  [
    'usage that was counted and is on no bill',
    { usage: [counted()] },
    'estimate-only',
    { unexplained: '-0.06' },
  ],
  [
    'an account whose bill was not read',
    { usage: [counted({ accountId: other })] },
    'estimate-only',
    { 'no-bill': '-0.06' },
  ],
  [
    'days before the bill begins',
    {
      usage: [counted()],
      state: { bills: new Map([[ACCOUNT, { firstDay: '2026-10-10', lastDay: '2026-11-01' }]]) },
    },
    'estimate-only',
    { 'no-bill': '-0.06' },
  ],
  ['tokens that nothing counted', { billed: [billed()] }, 'billed-only', { unexplained: '0.06' }],
  [
    'an account that is not connected',
    { billed: [billed({ accountId: other })] },
    'billed-only',
    { 'not-connected': '0.06' },
  ],
  [
    'a Region that is not read; the usage type says which',
    { billed: [billed({ usageType: 'EU-NovaLite-input-tokens' })] },
    'billed-only',
    { 'not-read': '0.06' },
  ],
  [
    'a connected account of which no usage was read',
    {
      billed: [billed({ accountId: other })],
      state: { connected: new Set([ACCOUNT, other]) },
    },
    'billed-only',
    { 'not-read': '0.06' },
  ],
  [
    'a model without a price that was counted and billed',
    {
      billed: [billed({ usageType: 'USE1-ozone.tasman-large-v1:0-input-tokens' })],
      usage: [counted({ modelId: 'ozone.tasman-large-v1:0' })],
    },
    'billed-only',
    { unpriced: '0.06' },
  ],
  [
    'usage without a price never costs zero: it has no amount',
    { usage: [counted({ modelId: 'ozone.tasman-large-v1:0' })] },
    'estimate-only',
    { unpriced: '0' },
  ],
  [
    'more billed of a model without a price than was counted',
    {
      billed: [billed({ usageType: 'USE1-ozone.tasman-large-v1:0-input-tokens' })],
      usage: [counted({ modelId: 'ozone.tasman-large-v1:0', quantity: 250_000 })],
    },
    'billed-only',
    { unpriced: '0.015', unexplained: '0.045' },
  ],
  [
    'a time to live that metrics do not tell',
    {
      billed: [
        billed({
          usageType: 'USE1-NovaLite-cache-write-1h-input-token-count',
          unblendedCost: '0.12',
          listCost: '0.12',
        }),
      ],
      usage: [counted({ unit: 'cache-write-tokens', basis: 'metrics' })],
    },
    'differs',
    { 'not-told-by-metrics': '0.04' },
  ],
  [
    'a long context that metrics do not tell',
    {
      billed: [
        billed({ quantity: '400', unblendedCost: '0.024', listCost: '0.024' }),
        billed({
          usageType: 'USE1-NovaLite-input-tokens-long-context',
          quantity: '600',
          unblendedCost: '0.072',
          listCost: '0.072',
        }),
      ],
      usage: [counted({ basis: 'metrics' })],
    },
    'differs',
    { 'not-told-by-metrics': '0.036' },
  ],
  [
    'tokens of bought capacity cost nothing apart from its hours',
    { usage: [counted({ modelId: provisioned })], profiles: bought },
    'estimate-only',
    { 'bought-capacity': '0' },
  ],
  [
    'hours of bought capacity',
    { billed: [billed({ usageType: 'USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits' })] },
    'billed-only',
    { 'bill-alone': '0.06' },
  ],
  [
    'batches, which neither logs nor metrics count',
    { billed: [billed({ usageType: 'USE1-NovaLite-input-tokens-batch' })], usage: [] },
    'billed-only',
    { 'bill-alone': '0.06' },
  ],
  [
    'rerank, of which nothing counts search units',
    {
      billed: [
        billed({
          service: 'Cohere Rerank v3.5 (Amazon Bedrock Edition)',
          usageType: 'USE1-MP:USE1_search_units-Units',
        }),
      ],
    },
    'billed-only',
    { 'bill-alone': '0.06' },
  ],
  [
    'a usage type that nobody documented',
    { billed: [billed({ usageType: 'USE1-ContextPinning-ResidencyHours' })] },
    'billed-only',
    { 'unknown-usage-type': '0.06' },
  ],
  ...(
    [
      ['Credit', '-75', 'credit'],
      ['Refund', '-3', 'refund'],
      ['Tax', '23', 'tax'],
      ['EdpDiscount', '-7', 'discount'],
      ['PrivateRateDiscount', '-5', 'discount'],
      ['Enterprise Discount Program Discount', '-2', 'discount'],
      ['Support fee', '100', 'support'],
      ['Fee', '9', 'fee'],
      ['Mystery', '1', 'unknown-usage-type'],
    ] as const
  ).map(
    ([lineItemType, unblendedCost, cause]): Case => [
      `a line of type ${lineItemType}`,
      { billed: [billed({ lineItemType, unblendedCost, usageType: null, listCost: null })] },
      'billed-only',
      { [cause]: unblendedCost },
    ],
  ),
];

describe('a difference is explained by', () => {
  test.each(CASES)('%s', (_, given, state, parts) => {
    expect(explained(given)).toEqual([{ state, parts }]);
  });
});
