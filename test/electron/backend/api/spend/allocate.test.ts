import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allocate,
  type SpendGroupRow,
} from '../../../../../electron/backend/api/spend/allocate.ts';
import type { EventCaller } from '../../../../../electron/backend/store/questions/usage-questions.ts';

const PLACE = {
  day: '2026-10-05',
  accountId: '111122223333',
  region: 'us-east-1',
  modelKey: 'test.model',
} as const;

function row(over: Partial<SpendGroupRow> = {}): SpendGroupRow {
  return {
    ...PLACE,
    tier: 'standard',
    basis: 'metrics',
    longContext: null,
    calls: 3,
    inputTokens: 100,
    outputTokens: 10,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    cacheWrite5mTokens: 0,
    cacheWrite1hTokens: 0,
    images: 0,
    principalArn: null,
    origin: {
      start: null,
      destinationRegion: null,
      sessionName: null,
      sourceIdentity: null,
      onBehalfOf: null,
      metadata: {},
      guardrailId: null,
      project: null,
      allocated: false,
    },
    ...over,
  };
}

function caller(name: string, calls: number, over: Partial<EventCaller> = {}): EventCaller {
  const principalArn = `arn:aws:iam::111122223333:role/${name}`;
  return {
    ...PLACE,
    principalArn,
    sessionName: null,
    sourceIdentity: null,
    onBehalfOf: null,
    calls,
    ...over,
  };
}

test('shares out by calls, in whole tokens, and says so', () => {
  const shared = allocate([row()], [caller('a', 2), caller('b', 1)]);
  expect(
    shared.map(({ principalArn, inputTokens, calls, origin }) => [
      principalArn?.split('/')[1],
      inputTokens,
      calls,
      origin.allocated,
    ]),
  ).toEqual([
    ['a', 67, 2, true],
    ['b', 33, 1, true],
  ]);
});

test('a principal gets the same, whether or not its sessions are told', () => {
  const bySession = [
    caller('a', 1, { sessionName: 'x' }),
    caller('a', 1, { sessionName: 'y' }),
    caller('b', 5),
  ];
  const whole = allocate([row()], [caller('a', 2), caller('b', 5)]);
  const parts = allocate([row()], bySession);
  const sumOf = (rows: readonly SpendGroupRow[], name: string) =>
    rows
      .filter(({ principalArn }) => principalArn?.endsWith(`/${name}`))
      .reduce((sum, { inputTokens }) => sum + inputTokens, 0);
  expect(parts.map(({ origin }) => origin.sessionName)).toEqual(['x', 'y', null]);
  for (const name of ['a', 'b']) expect(sumOf(parts, name)).toBe(sumOf(whole, name));
});

test.each<[string, SpendGroupRow, EventCaller]>([
  ['what logs count has its callers', row({ basis: 'invocation-logs' }), caller('a', 1)],
  ['callers of another day', row(), caller('a', 1, { day: '2026-10-06' })],
  ['callers of another model', row(), caller('a', 1, { modelKey: 'test.plain' })],
  ['callers of another Region', row(), caller('a', 1, { region: 'eu-west-1' })],
  ['callers of another account', row(), caller('a', 1, { accountId: '222233334444' })],
])('leaves a row as it is: %s', (_, one, other) => {
  expect(allocate([one], [other])).toEqual([one]);
});

test('no token and no call is lost or made', () => {
  const figures = fc.record({
    calls: fc.nat(1_000),
    inputTokens: fc.nat(10 ** 9),
    cacheReadTokens: fc.nat(10 ** 9),
    images: fc.nat(50),
  });
  fc.assert(
    fc.property(
      figures,
      fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 1, maxLength: 9 }),
      (given, weights) => {
        const callers = weights.map((calls, index) => caller(String(index), calls));
        const shared = allocate([row(given)], callers);
        const sum = (of: (one: SpendGroupRow) => number) =>
          shared.reduce((total, one) => total + of(one), 0);
        expect(sum(({ calls }) => calls)).toBe(given.calls);
        expect(sum(({ inputTokens }) => inputTokens)).toBe(given.inputTokens);
        expect(sum(({ cacheReadTokens }) => cacheReadTokens)).toBe(given.cacheReadTokens);
        expect(sum(({ images }) => images)).toBe(given.images);
      },
    ),
  );
});
