import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpendGroupRow } from '../../../../../electron/backend/api/spend/allocate.ts';
import { mergeRows } from '../../../../../electron/backend/api/spend/merge-rows.ts';
import { rowsOf } from '../../../../../electron/backend/api/usage-rows.ts';
import { buildSpend } from '../../../../../shared/cost/build-spend.ts';
import { type GroupNames, NO_NAMES } from '../../../../../shared/cost/grouping.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../../../../shared/prices/price-book.ts';

const prices = createPriceBook([bundledPrices()]);
const profiles = new Map();
const names: GroupNames = {
  ...NO_NAMES,
  teamOf: ({ principalArn }) => (principalArn?.endsWith('1') ? 'one' : 'others'),
};

const quantity = fc.nat({ max: 2_000_000_000 });
const rows: fc.Arbitrary<readonly SpendGroupRow[]> = fc.array(
  fc.record({
    day: fc.constantFrom('2026-10-01', '2026-10-02'),
    accountId: fc.constantFrom('111122223333', '222233334444'),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    modelKey: fc.constantFrom(
      'us.anthropic.claude-sonnet-5-5',
      'amazon.nova-lite-v1:0',
      'nobody.x',
    ),
    tier: fc.constantFrom('standard', 'flex'),
    basis: fc.constantFrom('invocation-logs', 'metrics'),
    calls: quantity,
    inputTokens: quantity,
    outputTokens: quantity,
    cacheReadTokens: quantity,
    cacheWriteTokens: fc.constant(0),
    cacheWrite5mTokens: quantity,
    cacheWrite1hTokens: quantity,
    images: fc.nat({ max: 3 }),
    longContext: fc.constantFrom(true, false, null),
    principalArn: fc.constantFrom(
      'arn:aws:iam::1:role/a1',
      'arn:aws:iam::1:role/b1',
      'arn:aws:iam::1:role/c',
      null,
    ),
    origin: fc.record({
      start: fc.constant(null),
      destinationRegion: fc.constant(null),
      sessionName: fc.constant(null),
      sourceIdentity: fc.constant(null),
      onBehalfOf: fc.constant(null),
      metadata: fc.constant({}),
      guardrailId: fc.constant(null),
      project: fc.constant(null),
      allocated: fc.boolean(),
    }),
  }),
  { maxLength: 30 },
);

function spendOf(usage: readonly SpendGroupRow[], groupBy: 'team' | 'account' | 'unit') {
  return buildSpend({
    ...rowsOf(usage),
    prices,
    profiles,
    names,
    groupBy,
    period: { from: '2026-10-01', to: '2026-10-03' },
    today: '2026-11-20',
    accounts: new Map(),
  });
}

describe('mergeRows', () => {
  test.each(['team', 'account', 'unit'] as const)('changes no answer by %s', (groupBy) => {
    fc.assert(
      fc.property(rows, (usage) => {
        const merged = mergeRows(usage, { groupings: [groupBy], names, profiles });
        expect(spendOf(merged, groupBy)).toEqual(spendOf(usage, groupBy));
      }),
    );
  });

  test('roles of one team are one row, and those of nobody another', () => {
    const [first] =
      fc.sample(
        rows.filter(({ length }) => length > 0),
        { numRuns: 1, seed: 1 },
      )[0] ?? [];
    if (first === undefined) throw new Error('no row');
    const of = (principalArn: string | null) => ({ ...first, principalArn });
    const usage = [of('arn:aws:iam::1:role/a1'), of('arn:aws:iam::1:role/b1'), of(null)];
    const merged = mergeRows(usage, { groupings: ['team'], names, profiles });
    expect(merged.map(({ calls }) => calls)).toEqual([first.calls * 2, first.calls]);
    expect(mergeRows(usage, { groupings: ['principal'], names, profiles })).toBe(usage);
  });

  test('days of one piece of time are one row, where the answer tells nothing shorter', () => {
    fc.assert(
      fc.property(rows, (usage) => {
        const pieceOf = () => '2026-10-01';
        const merged = mergeRows(usage, { groupings: ['principal'], names, profiles, pieceOf });
        expect(new Set(merged.map(({ day }) => day)).size).toBeLessThanOrEqual(1);
        const { cells: _, ...whole } = spendOf(usage, 'account');
        const { cells: __, ...pieces } = spendOf(merged, 'account');
        expect(pieces).toEqual(whole);
      }),
    );
  });
});
