import type { AnomalyInput, CostCell } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import { addDays, type Day, daysIn, weekdayOf } from '../../../../shared/model/period.ts';
import { noise } from '../forecast/builders.ts';

/** Ten weeks; the last two are judged. */
export const FIRST = '2026-08-24';
export const PERIOD = { from: '2026-10-19', to: '2026-11-02' };

/** A cell of a role, model and unit. */
export function cell(day: Day, usd: number, values: Readonly<Record<string, string>>): CostCell {
  return { day, usd: usd.toFixed(4), values };
}

/** A workload of every day that rests on weekends: `usd` a day, ± a fifth, 70 % input. */
export function workload(principal: string, model: string, usd: number): readonly CostCell[] {
  return daysIn({ from: FIRST, to: PERIOD.to }).flatMap((day, index) => {
    const amount = usd * (weekdayOf(day) >= 5 ? 0.3 : 1) * noise(index + usd, 0.2);
    return [
      cell(day, amount * 0.7, { principal, model, unit: 'input-tokens' }),
      cell(day, amount * 0.3, { principal, model, unit: 'output-tokens' }),
    ];
  });
}

/** Three steady workloads. */
export const STEADY: readonly CostCell[] = [
  ...workload('app', 'opus', 100),
  ...workload('batch', 'opus', 20),
  ...workload('search', 'nova', 5),
];

/** A question over all these days. */
export function anomalyInput(
  cells: readonly CostCell[],
  over: Partial<AnomalyInput> = {},
): AnomalyInput {
  return {
    cells,
    knownDays: daysIn({ from: FIRST, to: PERIOD.to }),
    period: PERIOD,
    seriesBy: ['principal', 'model'],
    driversBy: ['principal', 'model', 'unit'],
    ...over,
  };
}

/** The day `index` days into the judged period. */
export function judgedDay(index: number): Day {
  return addDays(PERIOD.from, index);
}
