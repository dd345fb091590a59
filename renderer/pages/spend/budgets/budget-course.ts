import type { BudgetCourse } from '../../../../shared/api/answers.ts';
import { addDays, type Day } from '../../../../shared/model/period.ts';
import { parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import type { LineSeries } from '../../../charts/lines-props.ts';

type Amounts = LineSeries['amounts'];

/**
 * A budget over the days of its month, in attodollars: what was spent up to each day's end, what is
 * expected to be, from the last day on that is not estimated, and the amount.
 */
export function courseLines(
  { days, forecast }: Pick<BudgetCourse, 'days' | 'forecast'>,
  month: readonly Day[],
  monthlyUsd: Usd,
): readonly LineSeries[] {
  const known = new Map(
    days.flatMap(({ day, usd }) => (usd === null ? [] : [[day, usd] as const])),
  );
  const expected = new Map(
    (forecast.found ? forecast.days : []).map(({ day, expectedUsd }) => [day, expectedUsd]),
  );
  return [
    { key: 'spent', label: 'Spent', amounts: spentLine(known, month) },
    { key: 'expected', label: 'Expected', amounts: expectedLine({ known, expected }, month) },
    { key: 'budget', label: 'Budget', amounts: month.map(() => parseUsd(monthlyUsd)) },
  ];
}

type ByDay = ReadonlyMap<Day, Usd>;

function spentLine(known: ByDay, month: readonly Day[]): Amounts {
  const last = [...known.keys()].sort().at(-1);
  const sums = runningSums(month, (day) => known.get(day));
  return sums.map((sum, index) => (last === undefined || (month[index] ?? '') > last ? null : sum));
}

function expectedLine(
  { known, expected }: { readonly known: ByDay; readonly expected: ByDay },
  month: readonly Day[],
): Amounts {
  const [first] = [...expected.keys()].sort();
  if (first === undefined) return month.map(() => null);
  const meets = addDays(first, -1);
  const sums = runningSums(month, (day) => expected.get(day) ?? known.get(day));
  return sums.map((sum, index) => ((month[index] ?? '') < meets ? null : sum));
}

function runningSums(
  month: readonly Day[],
  usdOf: (day: Day) => Usd | undefined,
): readonly bigint[] {
  let sum = 0n;
  return month.map((day) => {
    sum += parseUsd(usdOf(day) ?? '0');
    return sum;
  });
}
