import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../../shared/cost/what-if/apply-changes.ts';
import { whatIf } from '../../../../shared/cost/what-if/what-if.ts';
import type {
  WhatIfChange,
  WhatIfInput,
  WhatIfTarget,
} from '../../../../shared/cost/what-if/what-if-answer.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { line } from '../../prices/builders.ts';
import { question, row } from './builders.ts';

function change(to: WhatIfTarget, over: Partial<WhatIfChange> = {}): WhatIfChange {
  return { select: {}, percent: 100, to, ...over };
}

const TO_CHEAP = change({ kind: 'model', baseModelId: 'test.cheap' });
const BATCH = change({ kind: 'tier', tier: 'batch' });
const CACHED = [
  row({ unit: 'cache-read-tokens', quantity: 8_000_000 }),
  row({ unit: 'cache-write-5m-tokens' }),
];

function commitment(found = true, name = '2 units'): WhatIfTarget {
  const unitHour = found
    ? ({ found, line: line({ usd: '0.02', per: 1 }), caveats: [] } as const)
    : ({ found, reason: 'no price for a unit' } as const);
  return { kind: 'commitment', commitment: { name, units: 2, hours: 100, unitHour } };
}

describe('what it would have cost', () => {
  test.each<[string, Partial<WhatIfInput>, string, string]>([
    ['nothing changed', {}, '60', '60'],
    ['another model', { changes: [TO_CHEAP] }, '60', '6'],
    ['a quarter of it', { changes: [{ ...TO_CHEAP, percent: 25 }] }, '60', '46.5'],
    ['batch', { changes: [BATCH] }, '60', '30'],
    [
      'one after the other: half to batch, then what is not batch to the cheap one',
      {
        changes: [
          { ...BATCH, percent: 50 },
          { ...TO_CHEAP, select: { tiers: ['standard'] } },
        ],
      },
      '60',
      '18',
    ],
    [
      'another account is not selected',
      { changes: [{ ...TO_CHEAP, select: { accounts: ['1'] } }] },
      '60',
      '60',
    ],
    [
      'another model is not selected',
      { changes: [{ ...BATCH, select: { models: ['test.cheap'] } }] },
      '60',
      '60',
    ],
    [
      'no Region is not all Regions',
      { changes: [{ ...BATCH, select: { regions: [] } }] },
      '60',
      '60',
    ],
    [
      'global',
      {
        rows: [row({ baseModelId: 'test.cheap' })],
        changes: [change({ kind: 'scope', scope: 'global' })],
      },
      '1',
      '0.9',
    ],
    [
      'cache off',
      { rows: CACHED, changes: [change({ kind: 'cache', policy: { kind: 'off' } })] },
      '20.5',
      '90',
    ],
    [
      'kept for an hour',
      {
        rows: CACHED,
        changes: [change({ kind: 'cache', policy: { kind: 'time-to-live', ttl: '1h' } })],
      },
      '20.5',
      '28',
    ],
    [
      'input cached: one write for three reads',
      {
        rows: [row()],
        changes: [
          change({ kind: 'cache', policy: { kind: 'cache-input', ttl: '5m', readsPerWrite: 3 } }),
        ],
      },
      '10',
      '3.875',
    ],
    ['a commitment for half', { changes: [change(commitment(), { percent: 50 })] }, '60', '34'],
  ])('%s', (_, over, before, after) => {
    const answer = whatIf(question(over));
    expect([answer.beforeUsd, answer.afterUsd]).toEqual([before, after]);
    expect(addUsd(answer.beforeUsd, answer.differenceUsd ?? '')).toBe(after);
    expect(answer.notCompared).toEqual([]);
  });

  test('a commitment says its cost and what it has to serve', () => {
    const answer = whatIf(question({ changes: [change(commitment(), { percent: 50 })] }));
    expect(answer).toMatchObject({ commitmentUsd: '4', committedTokens: 1_000_000 });
    expect(answer.assumptions[0]).toContain('2 units is assumed to be able to serve all');
  });
});

describe('no price is never derived', () => {
  test('usage without a price after the change is left out of both sums and named', () => {
    const answer = whatIf(question({ rows: [row(), ...CACHED], changes: [TO_CHEAP] }));
    expect(answer).toMatchObject({ beforeUsd: '10', afterUsd: '1', differenceUsd: '-9' });
    expect(answer.notCompared).toMatchObject([
      {
        row: CACHED[0],
        side: 'after',
        beforeUsd: '8',
        reason: 'no price for cache-read-tokens of test.cheap',
      },
      { row: CACHED[1], side: 'after', beforeUsd: '12.5' },
    ]);
  });

  test('usage without a price today too', () => {
    const nobody = row({ baseModelId: 'test.nobody' });
    const answer = whatIf(question({ rows: [nobody], changes: [TO_CHEAP] }));
    expect(answer).toMatchObject({ beforeUsd: '0', afterUsd: '0' });
    expect(answer.notCompared).toMatchObject([{ row: nobody, side: 'before', beforeUsd: null }]);
  });

  test('a row of which only a part moves to where no price is, is left out whole', () => {
    const half = change({ kind: 'tier', tier: 'flex' }, { percent: 50 });
    const answer = whatIf(question({ rows: [row()], changes: [half] }));
    expect(answer).toMatchObject({ beforeUsd: '0', notCompared: [{ side: 'after' }] });
  });

  test('a commitment without a price leaves no difference', () => {
    const answer = whatIf(question({ changes: [change(commitment(false))] }));
    expect(answer).toMatchObject({
      differenceUsd: null,
      unpricedCommitments: [{ name: '2 units', reason: 'no price for a unit' }],
    });
  });

  test('a quantity that is not whole is named, not rounded', () => {
    const answer = whatIf(question({ rows: [row({ quantity: 1.5 })], changes: [TO_CHEAP] }));
    expect(answer.notCompared[0]?.reason).toBe('the quantity 1.5 is not a whole number');
  });
});

describe('what cannot be asked', () => {
  test.each([0, 101, 12.5, Number.NaN])('%s %%', (percent) => {
    expect(() => whatIf(question({ changes: [{ ...BATCH, percent }] }))).toThrow('Change 1');
  });

  test('reads per write below nothing', () => {
    const policy = { kind: 'cache-input', ttl: '5m', readsPerWrite: -1 } as const;
    const asked = question({ changes: [BATCH, change({ kind: 'cache', policy })] });
    expect(() => whatIf(asked)).toThrow('Change 2: -1 reads');
  });
});

test('units that are not tokens stay, and that is said', () => {
  const images = row({ unit: 'images', quantity: 5 });
  const answer = whatIf(question({ rows: [images], changes: [BATCH] }));
  expect(applyChanges([images], [BATCH])[0]?.after).toEqual([images]);
  expect(answer.assumptions.at(-1)).toContain('Only tokens are moved');
});

test('no token is lost or made, whatever the changes', () => {
  const target = fc.constantFrom<WhatIfTarget>(
    TO_CHEAP.to,
    BATCH.to,
    { kind: 'cache', policy: { kind: 'off' } },
    { kind: 'cache', policy: { kind: 'cache-input', ttl: '1h', readsPerWrite: 6 } },
    commitment(),
  );
  const changes = fc.array(
    fc.record({
      to: target,
      percent: fc.integer({ min: 1, max: 100 }),
      select: fc.constantFrom({}, { tiers: ['standard'] as const }, { models: ['test.dear'] }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(changes, fc.maxSafeNat(), (steps, quantity) => {
      const [changed] = applyChanges([row({ quantity })], steps);
      const after = changed?.after.reduce((sum, piece) => sum + BigInt(piece.quantity), 0n) ?? 0n;
      expect(after + BigInt(changed?.committed ?? 0)).toBe(BigInt(quantity));
    }),
  );
});
