import { describe, expect, test } from 'vitest';
import type { CostCell } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import {
  costOn,
  dailySums,
  knownDates,
  readCells,
} from '../../../../shared/cost/anomalies/calendar.ts';
import { driversOf, explainedBy } from '../../../../shared/cost/anomalies/drivers.ts';
import { daysIn } from '../../../../shared/model/period.ts';
import { cell } from './builders.ts';

const DAY = '2026-10-21';
const days = daysIn({ from: '2026-09-01', to: '2026-10-22' });
const known = knownDates(days);

/** A dollar a day of each combination before the day, then what the table says. */
function explain(spent: readonly (readonly [string, string, string, number])[]) {
  const cells: readonly CostCell[] = spent.flatMap(([principal, model, unit, usd]) => [
    ...days.slice(0, -1).map((day) => cell(day, 1, { principal, model, unit })),
    cell(DAY, usd, { principal, model, unit }),
  ]);
  const read = readCells(cells);
  const { excess } = costOn(DAY, dailySums(read), known);
  const of = { day: DAY, cells: read, known, excess, values: {} };
  const drivers = driversOf(of, ['principal', 'model', 'unit']);
  return {
    values: drivers.map((driver) => Object.values(driver.values).join(' ')),
    shares: drivers.map(({ share }) => Math.round(share * 100)),
    explained: explainedBy(drivers),
    times: drivers.map(({ times }) => times),
  };
}

describe('driversOf', () => {
  test('one combination tells it all', () => {
    expect(
      explain([
        ['a', 'm', 'in', 101],
        ['b', 'm', 'in', 1],
      ]),
    ).toEqual({
      values: ['a m in'],
      shares: [100],
      explained: 1,
      times: [101],
    });
  });

  test('what is common is fixed, what differs is split, largest first, until four fifths', () => {
    const spent = [
      ['a', 'm', 'in', 31],
      ['a', 'm', 'out', 61],
      ['a', 'm', 'cache', 11],
    ] as const;
    expect(explain(spent)).toMatchObject({ values: ['a m out', 'a m in'], shares: [60, 30] });
  });

  test('the dimension that tells enough with the fewest values', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const spent = people.flatMap((name) => [
      [name, 'm1', 'in', 6] as const,
      [name, 'm2', 'out', 6] as const,
    ]);
    expect(explain(spent)).toMatchObject({ values: ['m1', 'm2'], shares: [50, 50] });
  });

  test('too many small ones: what they have in common', () => {
    const spent = Array.from({ length: 12 }, (_, i) => [`p${i}`, `m${i}`, `u${i}`, 6] as const);
    expect(explain(spent)).toMatchObject({ values: [''], shares: [100] });
  });

  test('a fall elsewhere does not hide a rise', () => {
    const spent = [
      ['a', 'm', 'in', 201],
      ['b', 'n', 'in', 0],
    ] as const;
    expect(explain(spent)).toMatchObject({ values: ['a m in'], explained: 1 });
  });
});
