import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from '../../../../shared/cost/chargeback/apportion.ts';
import type { ChargebackInput } from '../../../../shared/cost/chargeback/chargeback-answer.ts';
import { knownUsd } from '../../../../shared/cost/chargeback/proven-sums.ts';
import { shareOut } from '../../../../shared/cost/chargeback/share-out.ts';
import type { SharedCostRule, Spread } from '../../../../shared/model/shared-cost.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { anyChargeback, october, pot, team } from './builders.ts';

describe('apportion', () => {
  test.each<[bigint, bigint[], bigint[]]>([
    [10n, [1n, 1n, 1n], [4n, 3n, 3n]],
    [11n, [1n, 1n, 1n], [4n, 4n, 3n]],
    [-10n, [1n, 1n, 1n], [-4n, -3n, -3n]],
    [10n, [3n, 3n, 1n], [4n, 4n, 2n]],
    [1n, [0n, 5n], [0n, 1n]],
    [0n, [1n, 2n], [0n, 0n]],
    [100n, [98n, 1n, 1n], [98n, 1n, 1n]],
  ])('%s by %s is %s', (amount, weights, parts) => {
    expect(apportion(amount, weights)).toEqual(parts);
  });

  test.each([[[]], [[0n, 0n]], [[-1n, 2n]]])('%s cannot be weights', (weights) => {
    expect(() => apportion(1n, weights)).toThrow(RangeError);
  });

  test('parts add up, and none is off by a whole attodollar', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: 1 });
    fc.assert(
      fc.property(fc.bigInt(), weights, (amount, of) => {
        const sum = of.reduce((a, b) => a + b, 0n);
        fc.pre(sum > 0n);
        const parts = apportion(amount, of);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const off = part * sum - amount * (of[index] ?? 0n);
          expect(off < 0n ? -off : off).toBeLessThan(sum);
        }
      }),
    );
  });
});

function totals(spread: Spread | null, over: Partial<ChargebackInput> = {}) {
  const rules: readonly SharedCostRule[] = spread === null ? [] : [{ pot: 'tax', spread }];
  const { lines, kept } = shareOut(october({ rules, ...over }));
  return [...lines.map((line) => [line.team, line.totalUsd]), ...kept.map((k) => [k.pot, k.usd])];
}

describe('shareOut', () => {
  test.each<[string, Spread | null, Partial<ChargebackInput>, unknown]>([
    [
      'even, the odd attodollar to the first name',
      { kind: 'even' },
      {},
      [
        ['a', '63.333333333333333334'],
        ['b', '33.333333333333333333'],
        ['c', '13.333333333333333333'],
      ],
    ],
    [
      'proportional',
      { kind: 'proportional' },
      {},
      [
        ['a', '66'],
        ['b', '33'],
        ['c', '11'],
      ],
    ],
    [
      'fixed, to a team that used nothing too',
      {
        kind: 'fixed',
        shares: [
          { team: 'c', percent: '25.5' },
          { team: 'd', percent: '74.5' },
        ],
      },
      {},
      [
        ['a', '60'],
        ['b', '30'],
        ['c', '12.55'],
        ['d', '7.45'],
      ],
    ],
    [
      'kept',
      { kind: 'keep' },
      {},
      [
        ['a', '60'],
        ['b', '30'],
        ['c', '10'],
        ['tax', '10'],
      ],
    ],
    [
      'no rule',
      null,
      {},
      [
        ['a', '60'],
        ['b', '30'],
        ['c', '10'],
        ['tax', '10'],
      ],
    ],
    [
      'a credit is spread like a cost',
      { kind: 'proportional' },
      { shared: [pot('tax', '-10')] },
      [
        ['a', '54'],
        ['b', '27'],
        ['c', '9'],
      ],
    ],
    [
      'a team in credit bears no proportional part',
      { kind: 'proportional' },
      { teams: [team('a', '-5'), team('b', '20')] },
      [
        ['b', '30'],
        ['a', '-5'],
      ],
    ],
    ['nobody to spread over', { kind: 'even' }, { teams: [] }, [['tax', '10']]],
    [
      'nothing to be proportional to',
      { kind: 'proportional' },
      { teams: [team('a', '0')] },
      [
        ['a', '0'],
        ['tax', '10'],
      ],
    ],
  ])('%s', (_, spread, over, answer) => {
    expect(totals(spread, over)).toEqual(answer);
  });

  test('a line says what is own, by provenance, and what is shared, by pot', () => {
    const unpriced = (quantity: number) => [{ unit: 'images', quantity }] as const;
    const allocated = { provenance: 'allocated', unpricedTokens: 7 } as const;
    const teams = [
      team('a', '1', { unpricedUnits: unpriced(2) }),
      team('a', '2', { ...allocated, unpricedUnits: unpriced(3) }),
    ];
    const shared = [pot('tax', '3'), pot('support', '4')];
    const answer = shareOut(
      october({ teams, shared, rules: [{ pot: 'tax', spread: { kind: 'even' } }] }),
    );
    expect(answer).toEqual({
      month: '2026-10',
      lines: [
        {
          team: 'a',
          own: [
            { provenance: 'metered', usd: '1' },
            { provenance: 'allocated', usd: '2' },
          ],
          ownUsd: '3',
          shared: [{ pot: 'tax', usd: '3' }],
          sharedUsd: '3',
          totalUsd: '6',
          unpricedTokens: 7,
          unpricedUnits: [{ unit: 'images', quantity: 5 }],
        },
      ],
      kept: [
        {
          pot: 'support',
          amounts: [{ provenance: 'billed', usd: '4' }],
          usd: '4',
          unpricedTokens: 0,
          unpricedUnits: [],
          reason: 'No rule spreads support plans over teams.',
        },
      ],
      totalUsd: '10',
      notCounted: null,
      totals: [
        { provenance: 'billed', usd: '7' },
        { provenance: 'metered', usd: '1' },
        { provenance: 'allocated', usd: '2' },
      ],
      unpricedTokens: 7,
      unpricedUnits: [{ unit: 'images', quantity: 5 }],
    });
  });

  test('tokens without a price stay when their pot is spread', () => {
    const { kept } = shareOut(october({ shared: [pot('tax', '3', { unpricedTokens: 5 })] }));
    expect(kept).toMatchObject([{ pot: 'tax', usd: '0', unpricedTokens: 5 }]);
    const unpricedUnits = [{ unit: 'images', quantity: 5 }] as const;
    const images = shareOut(october({ shared: [pot('tax', '3', { unpricedUnits })] }));
    expect(images.kept).toMatchObject([{ pot: 'tax', usd: '0', unpricedUnits }]);
  });

  test('nothing is spread and nothing is a whole where usage was not counted', () => {
    const answer = shareOut(october({ teams: [], notCounted: 'nothing was read' }));
    expect(answer).toMatchObject({ totalUsd: null, notCounted: 'nothing was read', lines: [] });
    expect(answer.kept).toMatchObject([
      { pot: 'tax', usd: '10', reason: 'Usage of the month is not known: nothing was read.' },
    ]);
  });

  test.each<[string, number, number, string | null]>([
    ['0', 0, 0, '0'],
    ['0', 4, 0, null],
    ['0', 0, 4, null],
    ['-0.5', 4, 4, '-0.5'],
  ])(
    '%s USD with %i tokens and %i images without a price is shown as %s',
    (usd, unpricedTokens, images, shown) => {
      const unpricedUnits = images === 0 ? [] : [{ unit: 'images', quantity: images } as const];
      expect(knownUsd(usd, { unpricedTokens, unpricedUnits })).toBe(shown);
    },
  );

  test.each<[string, Partial<ChargebackInput>, string]>([
    ['99.9 %', { rules: [fixed('a', '99.9')] }, 'add up to 99.9 %'],
    ['no number', { rules: [fixed('a', 'all')] }, "is 'all'"],
    ['negative', { rules: [fixed('a', '-1')] }, "is '-1'"],
    [
      'a team twice',
      { rules: [{ pot: 'tax', spread: { kind: 'fixed', shares: [half('a'), half('a')] } }] },
      'a has two shares',
    ],
    ['a pot twice', { rules: [fixed('a', '100'), fixed('b', '100')] }, 'two rules'],
    ['unassigned as a team', { teams: [team('unassigned', '1')] }, 'shared pot'],
  ])('%s is refused', (_, over, message) => {
    expect(() => shareOut(october(over))).toThrow(message);
  });

  test('lines and kept pots add up to everything, whatever the rules', () => {
    fc.assert(
      fc.property(anyChargeback, (input) => {
        const answer = shareOut(input);
        const lines = addUsd(...answer.lines.map((line) => line.totalUsd));
        const kept = addUsd(...answer.kept.map(({ usd }) => usd));
        const given = [...input.teams, ...input.shared].map(({ usd }) => usd);
        expect(addUsd(lines, kept)).toBe(addUsd(...given));
        expect(answer.totalUsd).toBe(addUsd(...given));
        expect(addUsd(...answer.totals.map(({ usd }) => usd))).toBe(answer.totalUsd);
        for (const line of answer.lines)
          expect(addUsd(line.ownUsd, ...line.shared.map(({ usd }) => usd))).toBe(line.totalUsd);
      }),
    );
  });
});

function half(name: string) {
  return { team: name, percent: '50' };
}

function fixed(name: string, percent: string): SharedCostRule {
  return { pot: 'tax', spread: { kind: 'fixed', shares: [{ team: name, percent }] } };
}
