import Select from '@cloudscape-design/components/select';
import { useMemo, useState } from 'react';
import type { BudgetState, SpendBudgets } from '../../../../shared/api/answers.ts';
import { aheadWords, besideInSum } from '../../../../shared/cost/spend/beside-words.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { daysIn, monthPeriod } from '../../../../shared/model/period.ts';
import { formatUsd, usdToNumber } from '../../../../shared/model/usd.ts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { Lines, linesTable } from '../../../charts/lines.tsx';
import { axisMoney } from '../../../charts/measure.ts';
import { paletteColour } from '../../../charts/palette.ts';
import { dayBuckets } from '../../../charts/time-bucket.ts';
import { courseLines } from './budget-course.ts';
import { leftWords, scopeWords } from './budget-words.ts';

const HEIGHT = 240;
const SLOTS: Readonly<Record<string, number>> = { spent: 0, expected: 2, budget: 1 };
const colourOf = (key: string) => paletteColour(SLOTS[key] ?? 0);

/** What the lines count: metered usage, and what is billed beside it. */
function besideNote({ beside, besideAhead }: BudgetState): string {
  if (beside === null) return '';
  const ahead = aheadWords(besideAhead);
  return `; ${besideInSum(beside)}${ahead === null ? '' : `; ${ahead}`}`;
}

/** One budget over its month: what was spent, what is expected to be, and its amount as a line. */
export function BudgetChart({ month, budgets, courses }: SpendBudgets) {
  const [chosen, setChosen] = useState<string | null>(null);
  const state = budgets.find(({ budget }) => budget.id === chosen) ?? budgets[0];
  const course = courses.find(({ budgetId }) => budgetId === state?.budget.id);
  const days = daysIn(monthPeriod(month));
  const amount = state?.budget.monthlyUsd ?? '0';
  const lines = useMemo(
    () => (course === undefined ? [] : courseLines(course, daysIn(monthPeriod(month)), amount)),
    [course, month, amount],
  );
  if (state === undefined || course === undefined) return null;
  const incomplete = course.days.flatMap(({ day, complete }) => (complete ? [] : [day]));
  const { name, scope } = state.budget;
  const drawing = {
    label: `Budget ${name}`,
    buckets: dayBuckets(days, incomplete),
    lines,
    toNumber: (usd: bigint) => usdToNumber(formatUsd(usd)),
    format: (usd: bigint) => formatMoney(formatUsd(usd)),
    exact: formatUsd,
    formatAxis: axisMoney,
  };
  const options = budgets.map(({ budget }) => ({ value: budget.id, label: budget.name }));
  return (
    <ChartFrame
      title={`${name}: ${leftWords(state.leftUsd)}`}
      description={`USD summed up over the UTC days of the month, of ${state.beside === null ? 'the metered usage of ' : ''}${scopeWords(scope)}${besideNote(state)}${course.forecast.found ? '' : `; no forecast: ${course.forecast.reason}`}`}
      height={HEIGHT}
      legend={lines.map(({ key, label }) => ({ key, label, colour: colourOf(key) }))}
      table={linesTable(drawing)}
      {...(options.length < 2
        ? {}
        : {
            actions: (
              <Select
                inlineLabelText="Budget"
                selectedOption={options.find(({ value }) => value === state.budget.id) ?? null}
                options={options}
                onChange={({ detail }) => setChosen(detail.selectedOption.value ?? null)}
                expandToViewport
              />
            ),
          })}
    >
      <Lines {...drawing} colourOf={colourOf} height={HEIGHT} />
    </ChartFrame>
  );
}
