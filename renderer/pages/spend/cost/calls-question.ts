import type { Input } from '../../../../shared/api/contract.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { bucketPeriod, type Granularity } from '../../../charts/time-bucket.ts';
import { periodLabel } from '../../../period.ts';
import { narrowedTo, usageInputOf } from '../usage-input.ts';
import type { CostValues } from './cost-filters.ts';

/** Which single invocations are meant. */
export type CallsQuestion = Omit<Input<'spend.calls'>, 'offset' | 'limit'>;

interface CallsInput {
  readonly values: CostValues;
  /** The part of the chosen period that has begun. */
  readonly period: Period;
  readonly granularity: Granularity;
}

/** The invocations behind a bar, a part of one, or a row: its time and group beside the filters. */
export function callsQuestion({ values, period, granularity }: CallsInput): CallsQuestion {
  const { callsAt, callsOf, groupBy } = values;
  const group = callsOf === '' ? {} : narrowedTo(groupBy, callsOf);
  const {
    units: _,
    destinationRegions: __,
    ...filter
  } = usageInputOf({ ...values, ...group }).filter ?? {};
  return {
    ...(callsAt === 'all' ? period : bucketPeriod(callsAt, granularity, period)),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    sort: values.callsOrder,
  };
}

/** What the list of invocations must say of itself, in whole sentences. */
export function callsNotes(values: CostValues, granularity: Granularity): readonly string[] {
  const byHour = granularity === 'hour' && values.callsAt !== 'all';
  const of = values.callsOf === '' ? null : values.groupBy;
  const byUnit = of === 'unit' || values.units.length > 0;
  const byPlace = of === 'destination-region' || values.destinationRegions.length > 0;
  return [
    ...(byHour ? ['All calls of the day that holds the hour.'] : []),
    ...(byUnit ? ['One call uses several token types: calls are not narrowed by them.'] : []),
    ...(byPlace
      ? ['Calls are not narrowed by destination Region; the column "Served in" tells it.']
      : []),
  ];
}

/** What the list is of: `Claude Opus 5.5, 14 October 2026`. */
export function callsTitle(question: CallsQuestion, groupLabel: string | null): string {
  return `Invocations: ${groupLabel === null ? '' : `${groupLabel}, `}${periodLabel(question)}`;
}

/** Why there is no single call of somebody who used something. */
export const SHARED_OUT =
  'No log has these calls. CloudWatch metrics counted them together, and they are shared out by the calls in events: an estimate, of which events tell the single calls without their tokens.';
