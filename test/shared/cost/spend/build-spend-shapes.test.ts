import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSpend, type SpendInput } from '../../../../shared/cost/build-spend.ts';
import { NO_NAMES, type Origin, OTHERS } from '../../../../shared/cost/grouping.ts';
import type { SpendAnswer } from '../../../../shared/cost/spend-answer.ts';
import { pricedSum } from '../../../helpers/known.ts';
import { calls, spendInput, usage } from '../builders.ts';

const NOWHERE: Origin = {
  start: null,
  destinationRegion: null,
  sessionName: null,
  sourceIdentity: null,
  onBehalfOf: null,
  metadata: {},
  guardrailId: null,
  project: null,
  allocated: false,
};

function origin(over: Partial<Origin>): Origin {
  return { ...NOWHERE, ...over };
}

function pieces({ cells }: SpendAnswer): readonly (readonly [string, string | null])[] {
  return cells.map(({ day, start, usd }) => [start ?? day, usd]);
}

describe('pieces of time', () => {
  // 2026-10-01 is a Thursday: its week began on Monday in September.
  const days = ['2026-10-01', '2026-10-04', '2026-10-05', '2026-10-31'];
  const input = spendInput({ usage: days.map((day) => usage({ day })) });
  test.each<[SpendInput['granularity'], readonly (readonly [string, string])[]]>([
    ['day', days.map((day) => [day, '3'])],
    [
      'week',
      [
        ['2026-10-01', '6'],
        ['2026-10-05', '3'],
        ['2026-10-26', '3'],
      ],
    ],
    ['month', [['2026-10-01', '12']]],
  ])('%s: they begin on Mondays and firsts, never before the period', (granularity, expected) => {
    expect(pieces(buildSpend({ ...input, ...(granularity ? { granularity } : {}) }))).toEqual(
      expected,
    );
  });

  test('hours have their instants, and add up to the day', () => {
    const at = (hour: string, quantity: number) =>
      usage({ quantity, origin: origin({ start: `2026-10-05T${hour}:00:00Z` }) } as object);
    const answer = buildSpend(
      spendInput({ granularity: 'hour', usage: [at('03', 1_000_000), at('04', 500_000)] }),
    );
    expect(pieces(answer)).toEqual([
      ['2026-10-05T03:00:00Z', '3'],
      ['2026-10-05T04:00:00Z', '1.5'],
    ]);
    expect(answer.usd).toBe('4.5');
  });
});

describe('groups', () => {
  const three = [
    usage({ quantity: 3_000_000 }),
    usage({ modelId: 'test.plain', unit: 'output-tokens', quantity: 5_000_000 }),
    usage({ modelId: 'test.nobody', quantity: 9_000_000 }),
  ];

  test('beyond the top are one, the last, and everything still adds up', () => {
    const answer = buildSpend(spendInput({ usage: three, calls: [calls()], top: 1 }));
    expect(answer.groups.map(({ key, usd }) => [key, usd])).toEqual([
      ['test.model', '9'],
      [OTHERS, '1'],
    ]);
    expect(pricedSum(answer.cells.map(({ usd }) => usd))).toBe(answer.usd ?? '0');
    expect(answer.groups[1]?.unpricedTokens).toBe(9_000_000);
  });

  test('come in the order of the measure', () => {
    const answer = buildSpend(spendInput({ usage: three, measure: 'tokens' }));
    expect(answer.groups.map(({ key }) => key)).toEqual([
      'test.nobody',
      'test.plain',
      'test.model',
    ]);
  });

  test('a ratio is of usage that has a price in all its parts, null without any', () => {
    const answer = buildSpend(
      spendInput({
        measure: 'usd-per-call',
        usage: three,
        calls: [calls({ calls: 4 }), calls({ modelId: 'test.nobody', calls: 100 })],
      }),
    );
    expect(answer.groups.map(({ key, rate }) => [key, rate])).toEqual([
      ['test.model', '2.25'],
      ['test.plain', null],
      ['test.nobody', null],
    ]);
    expect(answer.rate).toBe('2.5');
  });

  test('USD per 1,000 output tokens divides all cost by output alone', () => {
    const answer = buildSpend(
      spendInput({
        measure: 'usd-per-1k-output-tokens',
        usage: [usage(), usage({ unit: 'output-tokens', quantity: 200_000 })],
      }),
    );
    expect(answer.rate).toBe('0.03');
  });
});

describe('the period before', () => {
  const answer = buildSpend(
    spendInput({
      usage: [usage({ quantity: 3_000_000 })],
      previous: {
        usage: [
          usage({ day: '2026-09-03', quantity: 1_000_000 }),
          usage({ day: '2026-09-04', modelId: 'test.plain', unit: 'output-tokens' }),
        ],
        calls: [],
        period: { from: '2026-09-01', to: '2026-10-01' },
        incompleteDays: ['2026-09-01'],
      },
    }),
  );

  test('has its total by day, all groups together', () => {
    expect(answer.previous).toMatchObject({ usd: '3.2', incompleteDays: ['2026-09-01'] });
    expect(answer.previous?.cells.map(({ day, usd }) => [day, usd])).toEqual([
      ['2026-09-03', '3'],
      ['2026-09-04', '0.2'],
    ]);
  });

  test('names what moved most, gone groups too', () => {
    expect(answer.previous?.movers).toEqual([
      { key: 'test.model', label: expect.any(String), before: '3', after: '9', difference: '6' },
      {
        key: 'test.plain',
        label: expect.any(String),
        before: '0.2',
        after: '0',
        difference: '-0.2',
      },
    ]);
  });
});

test('a day that is running is left out of both sides, by total, group and mover', () => {
  const november = [
    usage({ day: '2026-11-01', quantity: 1_000_000 }),
    usage({ day: '2026-11-02', modelId: 'test.plain', unit: 'output-tokens' }),
    usage({ day: '2026-11-03', quantity: 500_000 }),
    usage({ day: '2026-11-03', modelId: 'test.plain', unit: 'output-tokens' }),
  ];
  const input = {
    usage: november,
    period: { from: '2026-11-01', to: '2026-12-01' },
    today: '2026-11-03',
    previous: {
      usage: [usage({ day: '2026-10-02', quantity: 2_000_000 })],
      calls: [],
      period: { from: '2026-10-01', to: '2026-10-03' },
    },
  };
  const { usd, previous } = buildSpend(spendInput(input));
  // Recomputed another way: the same answer to a question about the whole days alone.
  const whole = buildSpend(
    spendInput({
      usage: november.filter(({ day }) => day < '2026-11-03'),
      period: { from: '2026-11-01', to: '2026-11-03' },
      today: '2026-11-03',
    }),
  );
  expect(previous?.against).toEqual({
    period: { from: '2026-11-01', to: '2026-11-03' },
    usd: whole.usd,
  });
  expect(usd).not.toBe(whole.usd);
  const after = new Map(whole.groups.map((group) => [group.key, group.usd]));
  expect(previous?.changes).toEqual([
    { key: 'test.model', before: '6', after: after.get('test.model') },
    { key: 'test.plain', after: after.get('test.plain') },
  ]);
  expect(previous?.movers.map((mover) => [mover.key, mover.after])).toEqual([
    ['test.model', after.get('test.model')],
    ['test.plain', after.get('test.plain')],
  ]);
});

describe('who money is tied to', () => {
  const rows = [
    usage(),
    usage({ origin: origin({ allocated: true }) } as object),
    usage({ principalArn: null, accountId: '222233334444' }),
    usage({ principalArn: null }),
  ];
  const names = {
    ...NO_NAMES,
    teamOf: ({ accountId }: { readonly accountId: string }) =>
      accountId === '222233334444' ? 'data' : 'unassigned',
  };

  test('four parts add up to the total', () => {
    const { attribution, usd } = buildSpend(spendInput({ usage: rows, names, attribution: true }));
    expect(attribution).toEqual({
      principalUsd: '3',
      allocatedUsd: '3',
      teamOnlyUsd: '3',
      nobodyUsd: '3',
      teamUsd: '3',
    });
    expect(usd).toBe('12');
  });

  test('what is allocated is told where groups follow from the caller, and only there', () => {
    const by = (groupBy: SpendInput['groupBy']) =>
      buildSpend(spendInput({ usage: rows, names, groupBy })).groups.map(
        ({ allocatedUsd }) => allocatedUsd,
      );
    expect(by('principal')).toEqual(['3', undefined]);
    expect(by('tag:team')).toEqual(['3', undefined]);
    expect(by('model')).toEqual([undefined]);
  });
});

test('whatever is cut off, the groups and the cells add up to the total', () => {
  const row = fc.record({
    day: fc.constantFrom('2026-10-01', '2026-10-17', '2026-10-31'),
    modelId: fc.constantFrom('test.model', 'test.plain', 'test.nobody', 'global.test.model'),
    region: fc.constantFrom('us-east-1', 'eu-west-1'),
    principalArn: fc.constantFrom(null, 'arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b'),
    quantity: fc.nat(10_000_000),
  });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('model', 'region', 'principal', 'person', 'tag:team', 'metadata:app'),
      fc.constantFrom('day', 'week', 'month'),
      (rows, top, groupBy, granularity) => {
        const answer = buildSpend(
          spendInput({ usage: rows.map(usage), top, groupBy, granularity } as Partial<SpendInput>),
        );
        expect(pricedSum(answer.groups.map(({ usd }) => usd))).toBe(answer.usd ?? '0');
        expect(pricedSum(answer.cells.map(({ usd }) => usd))).toBe(answer.usd ?? '0');
      },
    ),
  );
});
