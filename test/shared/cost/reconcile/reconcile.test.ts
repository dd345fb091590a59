import { describe, expect, test } from 'vitest';
import { ACCOUNT, billed, counted, NOVA, reconciled } from './builders.ts';

const other = '999988887777';

describe('lines', () => {
  test('logs tell contexts apart, and each is set against its own line of the bill', () => {
    const long = { usageType: 'USE1-NovaLite-input-tokens-long-context' };
    const { lines } = reconciled({
      billed: [billed(), billed({ ...long, unblendedCost: '0.12', listCost: '0.12' })],
      usage: [counted(), counted({ context: 'long' })],
    });
    expect(lines.map(({ context, state }) => [context, state])).toEqual([
      ['long', 'matched'],
      ['short', 'matched'],
    ]);
  });

  test('the global scope has a line of its own', () => {
    const { lines } = reconciled({
      billed: [billed({ usageType: 'USE1-NovaLite-input-tokens-cross-region-global' })],
      usage: [counted()],
    });
    expect(lines.map(({ scope, state }) => [scope, state]).sort()).toEqual([
      ['global', 'billed-only'],
      ['regional', 'estimate-only'],
    ]);
  });

  test('Cost Explorer tells no unit of a marketplace product, whose lines count millions', () => {
    const { lines } = reconciled({
      billed: [
        billed({
          service: 'Nova Lite (Amazon Bedrock Edition)',
          usageType: 'USE1-MP:USE1_InputTokenCount-Units',
          unit: null,
          quantity: '1',
          listCost: null,
        }),
      ],
      usage: [counted()],
    });
    expect(lines.map(({ state, billedQuantity }) => [state, billedQuantity])).toEqual([
      ['matched', '1000000'],
    ]);
  });

  test('the largest difference comes first, whatever its sign', () => {
    const { lines } = reconciled({
      billed: [
        billed({ lineItemType: 'Tax', unblendedCost: '2' }),
        billed({ lineItemType: 'Credit', unblendedCost: '-75' }),
        billed(),
      ],
      usage: [counted()],
    });
    expect(lines.map(({ differenceUsd }) => differenceUsd)).toEqual(['-75', '2', '0']);
  });

  test('a filter narrows every figure', () => {
    const given = {
      billed: [billed(), billed({ accountId: other }), billed({ lineItemType: 'Tax' })],
      usage: [counted()],
    };
    const all = reconciled(given).headline;
    const one = reconciled({ ...given, filter: { models: [NOVA], accounts: [ACCOUNT] } }).headline;
    expect([all.billedUsd, one.billedUsd]).toEqual(['0.18', '0.06']);
    expect(reconciled({ ...given, filter: { regions: ['eu-west-1'] } }).lines).toEqual([]);
  });
});

describe('the headline', () => {
  test('is the share of the bill without signs that is matched or has a cause that explains it', () => {
    const { headline } = reconciled({
      billed: [
        billed({ unblendedCost: '60', listCost: '60', quantity: '1000000' }),
        billed({ lineItemType: 'Credit', unblendedCost: '-20', listCost: '0' }),
        billed({ usageType: 'USE1-ContextPinning-ResidencyHours', unblendedCost: '20' }),
      ],
      usage: [counted({ quantity: 1_000_000_000 })],
    });
    expect(headline).toEqual({
      billedUsd: '60',
      estimatedUsd: '60',
      differenceUsd: '0',
      grossUsd: '100',
      explainedUsd: '80',
      matchedUsd: '60',
      classifiedUsd: '20',
      unexplainedUsd: '20',
      matchedPercent: '60.0',
      classifiedPercent: '20.0',
      explainedPercent: '80.0',
    });
  });

  test('a bill that explains itself is not matched by the estimate', () => {
    const { headline } = reconciled({
      billed: [billed({ lineItemType: 'Tax' }), billed({ usageType: 'USE1-Guardrail-WordPolicy' })],
    });
    const { explainedPercent, matchedPercent, classifiedPercent } = headline;
    expect([matchedPercent, classifiedPercent]).toEqual(['0.0', explainedPercent]);
  });

  test.each([
    ['cheaper than the estimate, by a discount: all of it is matched', '45', '60', '45', '0'],
    [
      'dearer than the estimate: what was counted is matched, the rest is not explained',
      '70',
      '70',
      '60',
      '0',
    ],
  ])('%s', (_, unblendedCost, listCost, matchedUsd, classifiedUsd) => {
    const { headline } = reconciled({
      billed: [billed({ unblendedCost, listCost, quantity: '1000000' })],
      usage: [counted({ quantity: 1_000_000_000 })],
    });
    expect(headline).toMatchObject({ matchedUsd, classifiedUsd });
  });

  test('is never rounded to 100.0, which means all of it', () => {
    const { headline } = reconciled({
      billed: [
        billed({ unblendedCost: '60', listCost: '60', quantity: '1000000' }),
        billed({ usageType: 'USE1-ContextPinning-ResidencyHours', unblendedCost: '0.000001' }),
      ],
      usage: [counted({ quantity: 1_000_000_000 })],
    });
    expect(headline.explainedPercent).toBe('99.9');
  });

  test('does not exist without a bill', () => {
    const { headline, notes } = reconciled({
      usage: [counted()],
      state: { bills: new Map() },
    });
    expect([headline.billedUsd, headline.explainedPercent]).toEqual([null, null]);
    expect(notes.join(' ')).toMatch(/No bill was read/);
  });

  test('usage that is not on the bill is no part of the share', () => {
    const { headline } = reconciled({
      billed: [billed()],
      usage: [counted(), counted({ unit: 'output-tokens' })],
    });
    expect(headline.explainedPercent).toBe('100.0');
    expect(headline.differenceUsd).toBe('-0.24');
  });

  test('another currency is left out and told', () => {
    const { headline, notes } = reconciled({ billed: [billed({ currency: 'CNY' }), billed()] });
    expect(headline.billedUsd).toBe('0.06');
    expect(notes.join(' ')).toMatch(/another currency than USD: 1 row of/);
  });
});
