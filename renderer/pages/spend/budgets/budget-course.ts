import type { BudgetCourse } from '../../../../shared/api/answers.ts';
import { addDays, type Day } from '../../../../shared/model/period.ts';
import { addUsd, parseUsd, type Usd } from '../../../../shared/model/usd.ts';
import type { LineSeries } from '../../../charts/lines-props.ts';

type Amounts = LineSeries['amounts'];

/**
 * A budget over the days of its month, in attodollars: what was spent up to each day's end, what is
 * expected to be, from the last day on that is not estimated, and the amount. What counts beside
 * metered usage is in both, so that they end at the budget's own figures.
 */
export function courseLines(
  { days, forecast, beside, besideAhead }: Omit<BudgetCourse, 'budgetId'>,
  month: readonly Day[],
  monthlyUsd: Usd,
): readonly LineSeries[] {
  const metered = new Map(
    days.flatMap(({ day, usd }) => (usd === null ? [] : [[day, usd] as const])),
  );
  const billed = new Map(beside.map(({ day, usd }) => [day, usd]));
  const known = together(metered, billed);
  const estimated = forecast.found ? forecast.days : [];
  const ahead = together(billed, new Map(besideAhead.map(({ day, usd }) => [day, usd])));
  const expected = new Map(
    month.flatMap((day) => {
      const own = estimated.find((each) => each.day === day)?.expectedUsd;
      const more = ahead.get(day);
      if (own === undefined && !besideAhead.some((each) => each.day === day)) return [];
      return [[day, addUsd(own ?? metered.get(day) ?? '0', more ?? '0')]];
    }),
  );
  return [
    { key: 'spent', label: 'Spent', amounts: spentLine(known, month) },
    {
      key: 'expected',
      label: 'Expected',
      amounts: forecast.found ? expectedLine({ known, expected }, month) : month.map(() => null),
    },
    { key: 'budget', label: 'Budget', amounts: month.map(() => parseUsd(monthlyUsd)) },
  ];
}

type ByDay = ReadonlyMap<Day, Usd>;

function together(one: ByDay, other: ByDay): ByDay {
  const days = [...new Set([...one.keys(), ...other.keys()])];
  return new Map(days.map((day) => [day, addUsd(one.get(day) ?? '0', other.get(day) ?? '0')]));
}

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
