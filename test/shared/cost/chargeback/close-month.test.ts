import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalInputs } from '../../../../shared/cost/chargeback/canonical-inputs.ts';
import type { ChargebackInput } from '../../../../shared/cost/chargeback/chargeback-answer.ts';
import { closeMonth } from '../../../../shared/cost/chargeback/close-month.ts';
import { compareWithClose } from '../../../../shared/cost/chargeback/compare-with-close.ts';
import { shareOut } from '../../../../shared/cost/chargeback/share-out.ts';
import { anyChargeback, october, pot, team } from './builders.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const words = { closedAt: '2026-11-03T09:00:00Z', note: 'Agreed with finance', hash, bill: null };
const IMAGES = [{ unit: 'images', quantity: 68 }] as const;
const close = closeMonth(october(), words, []);

describe('closeMonth', () => {
  test('keeps the figures, the rules, the note and what they follow from', () => {
    expect(close).toEqual({
      month: '2026-10',
      closedAt: words.closedAt,
      note: words.note,
      chargeback: shareOut(october()),
      rules: october().rules,
      inputsHash: hash(canonicalInputs(october())),
      bill: null,
    });
  });

  test('a closed month is not closed again', () => {
    expect(() => closeMonth(october(), words, [close])).toThrow('was closed on 2026-11-03');
  });

  test.each([
    ['2026-10-31T23:59:59Z', 'still running'],
    ['2026-11-01T00:00:00Z', null],
  ])('at %s: %s', (closedAt, message) => {
    const closing = () => closeMonth(october(), { ...words, closedAt }, []);
    if (message === null) expect(closing().closedAt).toBe(closedAt);
    else expect(closing).toThrow(message);
  });

  test('a month of which the usage is not known cannot be closed', () => {
    const notCounted = 'only events were read';
    const closing = () => closeMonth(october({ notCounted }), words, []);
    expect(closing).toThrow('2026-10 cannot be closed: its usage is not known (only events were');
  });
});

describe('canonicalInputs', () => {
  test('order and zeros do not matter', () => {
    fc.assert(
      fc.property(anyChargeback, (input) => {
        const turned: ChargebackInput = {
          ...input,
          teams: [...input.teams].reverse(),
          shared: [...input.shared].reverse(),
          rules: [...input.rules].reverse(),
        };
        expect(canonicalInputs(turned)).toBe(canonicalInputs(input));
      }),
    );
    const teams = [team('a', '60.00'), team('b', '30'), team('c', '10')];
    const written = october({ teams, shared: [pot('tax', '10.00')] });
    expect(canonicalInputs(written)).toBe(canonicalInputs(october()));
  });

  test.each<[string, Partial<ChargebackInput>]>([
    ['an amount', { shared: [pot('tax', '10.01')] }],
    ['a provenance', { shared: [pot('tax', '10', { provenance: 'metered' })] }],
    ['unpriced tokens', { shared: [pot('tax', '10', { unpricedTokens: 1 })] }],
    ['unpriced images', { shared: [pot('tax', '10', { unpricedUnits: IMAGES })] }],
    ['usage that is not known', { notCounted: 'nothing was read' }],
    ['a rule', { rules: [{ pot: 'tax', spread: { kind: 'proportional' } }] }],
    ['the month', { month: '2026-09' }],
    ['a name that holds the separators', { teams: [team('a","metered","60",0]\n["b', '60')] }],
  ])('%s matters', (_, over) => {
    expect(canonicalInputs(october(over))).not.toBe(canonicalInputs(october()));
  });
});

describe('compareWithClose', () => {
  test('nothing moved', () => {
    expect(compareWithClose(close, october(), { hash, bill: null })).toEqual({
      month: '2026-10',
      closedAt: words.closedAt,
      same: true,
      changes: [],
    });
  });

  test('late cost of one team moves its line, the total and nothing else under an even rule', () => {
    const teams = [team('a', '60'), team('b', '32.5'), team('c', '10')];
    const { same, changes } = compareWithClose(close, october({ teams }), { hash, bill: null });
    expect(same).toBe(false);
    expect(changes).toEqual([
      { what: 'total', name: null, before: '110', after: '112.5', differenceUsd: '2.5' },
      { what: 'team-own', name: 'b', before: '30', after: '32.5', differenceUsd: '2.5' },
    ]);
  });

  test.each<[string, Partial<ChargebackInput>, readonly (readonly [string, string | null])[]]>([
    [
      'another rule',
      { rules: [{ pot: 'tax', spread: { kind: 'proportional' } }] },
      [
        ['team-shared', 'a'],
        ['team-shared', 'b'],
        ['team-shared', 'c'],
        ['rules', null],
      ],
    ],
    [
      'no rule any more',
      { rules: [] },
      [
        ['team-shared', 'a'],
        ['team-shared', 'b'],
        ['team-shared', 'c'],
        ['kept-pot', 'tax'],
        ['rules', null],
      ],
    ],
    [
      'a team that moved to another',
      { teams: [team('a', '60'), team('b', '30'), team('d', '10')] },
      [
        ['team-own', 'c'],
        ['team-own', 'd'],
        ['team-shared', 'c'],
        ['team-shared', 'd'],
      ],
    ],
    [
      'tokens that lost their price',
      { shared: [pot('tax', '10', { unpricedTokens: 3 })] },
      [
        ['kept-pot', 'tax'],
        ['unpriced', null],
      ],
    ],
    ['only the provenance', { shared: [pot('tax', '10', { provenance: 'metered' })] }, []],
  ])('%s', (_, over, what) => {
    const { same, changes } = compareWithClose(close, october(over), { hash, bill: null });
    expect(same).toBe(false);
    expect(changes.map((change) => [change.what, change.name])).toEqual(what);
  });

  test('another month is refused', () => {
    expect(() =>
      compareWithClose(close, october({ month: '2026-09' }), { hash, bill: null }),
    ).toThrow('2026-09');
  });

  test('use without a price is told by its units', () => {
    const input = october({ shared: [pot('tax', '10', { unpricedUnits: IMAGES })] });
    expect(compareWithClose(close, input, { hash, bill: null }).changes).toContainEqual({
      what: 'unpriced',
      name: null,
      before: 'none',
      after: '68 images',
      differenceUsd: null,
    });
  });

  test('a close that kept tokens alone is not different by their units', () => {
    const unpricedUnits = [{ unit: 'input-tokens', quantity: 7 }] as const;
    const of = (over: object) =>
      october({ shared: [pot('tax', '10', { unpricedTokens: 7, ...over })] });
    const before = closeMonth(of({}), words, []);
    expect(compareWithClose(before, of({ unpricedUnits }), { hash, bill: null })).toMatchObject({
      same: true,
    });
  });

  test('a total that is no longer known is a difference of nobody knows how much', () => {
    const input = october({ notCounted: 'nothing was read' });
    const { same, changes } = compareWithClose(close, input, { hash, bill: null });
    expect(same).toBe(false);
    expect(changes).toContainEqual({
      what: 'total',
      name: null,
      before: '110',
      after: null,
      differenceUsd: null,
    });
  });
});
