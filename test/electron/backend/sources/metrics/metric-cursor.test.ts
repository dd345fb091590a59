import { describe, expect, it } from 'vitest';
import {
  isStale,
  type MetricCursor,
  owedNow,
} from '../../../../../electron/backend/sources/metrics/metric-cursor.ts';
import type { MetricSeries } from '../../../../../electron/backend/sources/metrics/metric-series.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';

const T = {
  before: '2026-11-19T08:00:00Z',
  cut: '2026-11-20T08:20:00Z',
  soon: '2026-11-20T08:50:00Z',
  later: '2026-11-20T12:10:00Z',
  fortnight: '2026-12-04T09:00:00Z',
} as const;

function series(name: string): MetricSeries {
  return {
    namespace: 'AWS/Bedrock',
    metric: 'Invocations',
    statistic: 'Sum',
    dimensions: { ModelId: name },
  };
}

const all = (names: string) => [...names].map(series);
const namesOf = (of: readonly MetricSeries[]) =>
  of.map(({ dimensions }) => dimensions.ModelId).join('');

/** The cursor of a reading of A to D that was cut after A and B. */
const cut: MetricCursor = {
  run: 4,
  readTo: '2026-11-20T08:00:00Z',
  listedAt: T.cut,
  known: all('AB'),
  owed: [{ from: T.before, series: all('CD') }],
};

const whole: MetricCursor = { ...cut, known: all('ABCD'), owed: [] };

interface Row {
  readonly name: string;
  readonly before: MetricCursor | null;
  readonly now: string;
  readonly found: string;
  /** As in `AB since 2026-11-20T08:00:00Z`; `-` for all that there is. */
  readonly owed: readonly string[];
  /** Series that are not asked for. */
  readonly known?: string;
  readonly readTo?: string;
}

const rows: readonly Row[] = [
  { name: 'at first, all history', before: null, now: T.cut, found: 'AB', owed: ['AB since -'] },
  {
    name: 'after a whole reading, since then',
    before: whole,
    now: T.later,
    found: 'ABCD',
    owed: [`ABCD since ${whole.readTo}`],
    readTo: '2026-11-20T12:00:00Z',
  },
  {
    name: 'a series never seen before, with all its history',
    before: whole,
    now: T.later,
    found: 'ABCDE',
    owed: [`ABCD since ${whole.readTo}`, 'E since -'],
  },
  {
    name: 'what is quiet for less than two weeks is complete',
    before: whole,
    now: T.later,
    found: 'AB',
    owed: [`AB since ${whole.readTo}`],
    known: 'CD',
  },
  {
    name: 'within an hour of a cut, only what was left',
    before: cut,
    now: T.soon,
    found: 'ABCD',
    owed: [`CD since ${T.before}`],
    known: 'AB',
    readTo: cut.readTo,
  },
  {
    name: 'what was left is read though AWS no longer names it, and what it names now too',
    before: cut,
    now: T.soon,
    found: 'ABE',
    owed: [`CD since ${T.before}`, 'E since -'],
    known: 'AB',
    readTo: cut.readTo,
  },
  {
    name: 'later, what was left since then and the others since they were read',
    before: cut,
    now: T.later,
    found: 'ABCD',
    owed: [`CD since ${T.before}`, `AB since ${cut.readTo}`],
    readTo: '2026-11-20T12:00:00Z',
  },
  {
    name: 'after two weeks, also what AWS may have forgotten meanwhile',
    before: whole,
    now: T.fortnight,
    found: 'A',
    owed: [`ABCD since ${whole.readTo}`],
  },
  {
    name: 'a place that stood for all series, since then',
    before: { ...whole, known: null },
    now: T.later,
    found: 'AB',
    owed: [`AB since ${whole.readTo}`],
  },
];

describe('the series that are owed', () => {
  it.each(rows)('$name', ({ before, now, found, owed, known = '', readTo }) => {
    const next = owedNow(before, all(found), msOfInstant(now));
    expect(next.owed.map(({ from, series: of }) => `${namesOf(of)} since ${from ?? '-'}`)).toEqual(
      owed,
    );
    expect(namesOf(next.known ?? [])).toBe(known);
    expect(next.run).toBe((before?.run ?? 0) + 1);
    if (readTo !== undefined) expect(next.readTo.replace('.000', '')).toBe(readTo);
  });

  it('of one name twice are asked for once', () => {
    expect(owedNow(null, all('ABA'), msOfInstant(T.cut)).owed).toEqual([
      { from: null, series: all('AB') },
    ]);
  });

  it.each([
    [null, T.cut, true],
    [whole, T.later, false],
    [whole, T.fortnight, true],
  ])('may be forgotten after two weeks', (before, now, expected) => {
    expect(isStale(before, msOfInstant(now))).toBe(expected);
  });
});
