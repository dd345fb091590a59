import { type Day, daysIn, type Period } from '../model/period.ts';
import { formatUsd } from '../model/usd.ts';
import { cacheSavings } from './cache-savings.ts';
import { type Estimate, estimateUsage, type Pricing } from './estimate.ts';
import { type Grouping, type GroupNames, groupLabel, isByCaller } from './grouping.ts';
import { GROUPING_NOTES } from './grouping-notes.ts';
import {
  caveatsOf,
  compareText,
  discountsApplied,
  pricesUsed,
  unpricedUsage,
} from './prices-used.ts';
import { attributionOf } from './spend/attribution.ts';
import { wholeDays } from './spend/compared-days.ts';
import { paidByHourOf } from './spend/daily-costs.ts';
import type { SpendMeasure } from './spend/measure.ts';
import { changesOf, moversOf } from './spend/movers.ts';
import { rankedGroups } from './spend/ranked-groups.ts';
import { ratedFigures } from './spend/rated-figures.ts';
import type { CallRow, SpendUsage } from './spend/spend-usage.ts';
import type { Granularity } from './spend/start-of.ts';
import { type Cells, type Sums, sumUp } from './spend/sum-up.ts';
import { paidByHourNotes } from './spend/unpriced-words.ts';
import type {
  BilledSum,
  PreviousSpend,
  SpendAnswer,
  SpendCell,
  SpendGroup,
} from './spend-answer.ts';
import { paidByHourUnitsOf, type Tally, unpricedUnitsOf } from './tally.ts';

export type { CallRow, SpendUsage } from './spend/spend-usage.ts';

/** Usage of a period. */
export interface PeriodUsage {
  readonly usage: readonly SpendUsage[];
  readonly calls: readonly CallRow[];
  readonly period: Period;
  /** Days whose sources have not delivered everything. */
  readonly incompleteDays?: readonly Day[];
  /** Why nothing is known of the period; null or absent where its usage was counted. */
  readonly notCounted?: string | null;
}

/** Usage of a period with everything that turns it into an answer. */
export interface SpendInput extends Pricing, PeriodUsage {
  readonly groupBy: Grouping;
  /** `day` when absent. */
  readonly granularity?: Granularity;
  /** `usd` when absent. */
  readonly measure?: SpendMeasure;
  /** Groups of their own; all when absent. */
  readonly top?: number;
  /** The UTC day of the question; it and later days are incomplete. */
  readonly today: Day;
  /** Account names by account id. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly names?: GroupNames;
  /** Whether to tell how much is tied to somebody. */
  readonly attribution?: boolean;
  /** The period to compare with. */
  readonly previous?: PeriodUsage;
  readonly notes?: readonly string[];
  /** What the bill says of the period, where its usage was not counted. */
  readonly billed?: readonly BilledSum[];
}

/** Prices usage and sums it by time and group, exactly; unpriced usage is counted but never summed. */
export function buildSpend(input: SpendInput): SpendAnswer {
  const { measure = 'usd' } = input;
  const estimates = estimateUsage(input.usage, input);
  const all = sumUp(estimates, input.calls, input);
  const sums = rankedGroups(all, input);
  const discounts = discountsApplied(estimates);
  const { unpricedTokens: _, ...total } = periodFigures(sums.total, input);
  return {
    provenance: 'metered',
    ...total,
    billed: input.billed ?? [],
    cells: cellsOf(sums.cells, measure),
    groups: groupsOf(sums, input),
    unpriced: unpricedUsage(estimates),
    prices: pricesUsed(estimates),
    ...(discounts.length === 0 ? {} : { discounts }),
    cacheSavingsUsd: cacheSavings(estimates, input.prices),
    incompleteDays: incompleteDays(input, input.today),
    notes: [...(input.notes ?? []), ...notesOf(estimates, input)],
    ...(input.attribution === true ? { attribution: attributionOf(estimates, input.names) } : {}),
    ...(input.previous === undefined
      ? {}
      : { previous: previousOf(comparedSums(all, { estimates, input }), input, input.previous) }),
  };
}

function cellsOf(cells: Cells, measure: SpendMeasure): readonly SpendCell[] {
  const pieces = [...cells.values()].sort((a, b) =>
    compareText(`${a.day} ${a.start ?? ''}`, `${b.day} ${b.start ?? ''}`),
  );
  return pieces.flatMap(({ day, start, groups }) =>
    [...groups]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, tally]) => ({
        day,
        ...(start === null ? {} : { start }),
        key,
        ...ratedFigures(tally, measure),
      })),
  );
}

function groupsOf(sums: Sums, input: SpendInput): readonly SpendGroup[] {
  return [...sums.groups].map(([key, tally]) => ({
    key,
    label: groupLabel(input.groupBy, key, input),
    ...ratedFigures(tally, input.measure ?? 'usd'),
    unpricedUnits: unpricedUnitsOf(tally),
    ...(tally.paidByHour.size === 0 ? {} : { paidByHourUnits: paidByHourUnitsOf(tally) }),
    ...(tally.uncountedCalls === 0 ? {} : { uncountedCalls: tally.uncountedCalls }),
    basis: [...tally.basis].sort(compareText),
    ...(tally.allocated === 0n || !isByCaller(input.groupBy)
      ? {}
      : { allocatedUsd: formatUsd(tally.allocated) }),
  }));
}

/** The sums of those days of the period that are over; of all days where all are. */
function comparedSums(
  all: Sums,
  { estimates, input }: { readonly estimates: readonly Estimate[]; readonly input: SpendInput },
): Sums {
  const { period, today, calls } = input;
  const end = wholeDays(period, today)?.to ?? period.from;
  if (end === period.to) return all;
  const isOver = ({ day }: { readonly day: Day }) => day < end;
  return sumUp(
    estimates.filter(({ row }) => isOver(row)),
    calls.filter(isOver),
    input,
  );
}

/** What came before, all groups together, and what moved most since. */
function previousOf(now: Sums, asked: SpendInput, earlier: PeriodUsage): PreviousSpend {
  const input = { ...asked, ...earlier };
  const { measure = 'usd', period, today } = input;
  const estimates = estimateUsage(input.usage, input);
  const before = sumUp(estimates, input.calls, input);
  const together = sumUp(estimates, input.calls, { ...input, groupBy: 'all' });
  return {
    period,
    against: {
      period: wholeDays(asked.period, today) ?? asked.period,
      usd: periodFigures(now.total, asked).usd,
    },
    changes: changesOf(now, before),
    ...periodFigures(before.total, input),
    cells: cellsOf(together.cells, measure),
    movers: moversOf(now, before, {
      measure,
      labelOf: (key) => groupLabel(input.groupBy, key, input),
    }),
    incompleteDays: incompleteDays(input, today),
  };
}

/** The figures of a whole period: those that would count nothing, because nothing was read, are null. */
function periodFigures(
  tally: Tally,
  { measure = 'usd', notCounted = null }: Pick<SpendInput, 'measure' | 'notCounted'>,
) {
  const figures = { ...ratedFigures(tally, measure), notCounted };
  if (notCounted === null) return figures;
  return { ...figures, usd: null, tokens: null, calls: null };
}

function incompleteDays({ period, incompleteDays: days }: PeriodUsage, today: Day): readonly Day[] {
  const late = new Set(days ?? []);
  return daysIn(period).filter((day) => day === today || late.has(day));
}

function notesOf(estimates: readonly Estimate[], input: SpendInput): readonly string[] {
  const caveats = [...paidByHourNotes(paidByHourOf(estimates)), ...caveatsOf(estimates)];
  const note = GROUPING_NOTES[input.groupBy];
  return note === undefined ? caveats : [...caveats, note];
}
