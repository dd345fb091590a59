import type { Calendar } from '../calendar.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldInvocation, WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { keepByKey } from '../keep.ts';
import type { MantleCall } from '../mantle/mantle-calls.ts';
import { mantleMetrics } from '../mantle/mantle-metrics.ts';
import { agentMetrics } from './agent-metrics.ts';
import { agentCoreMetrics } from './agentcore-metrics.ts';
import { callMetrics } from './call-metrics.ts';
import { deliveryMetrics } from './delivery-metrics.ts';
import { guardrailMetrics } from './guardrail-metrics.ts';

/** The facts that CloudWatch counts. */
export interface MetricFacts {
  readonly calendar: Calendar;
  readonly invocations: readonly WorldInvocation[];
  readonly mantleCalls: readonly MantleCall[];
  /** Data events. */
  readonly dataActs: readonly ManagementAct[];
}

/** The series of an account and Region, counted when they are first asked for. */
export function createMetrics({
  calendar,
  invocations,
  mantleCalls,
  dataActs,
}: MetricFacts): (accountId: string, region: string) => readonly WorldMetric[] {
  const callsOf = byPlace(invocations);
  const mantleOf = byPlace(mantleCalls);
  const actsOf = byPlace(dataActs);
  const metrics = keepByKey((place) => {
    const [accountId = '', region = ''] = place.split('/');
    const [calls, acts] = [callsOf(place), actsOf(place)];
    return [
      ...callMetrics(calls),
      ...deliveryMetrics(calls, calendar),
      ...guardrailMetrics(calls, acts),
      ...mantleMetrics(mantleOf(place)),
      ...agentMetrics(acts),
      ...agentCoreMetrics({ accountId, region }, acts, calendar),
    ];
  });
  return (accountId, region) => metrics(`${accountId}/${region}`);
}

function byPlace<T extends { readonly accountId: string; readonly region: string }>(
  facts: readonly T[],
): (place: string) => readonly T[] {
  const places = groupBy(facts, ({ accountId, region }) => `${accountId}/${region}`);
  return (place) => places.get(place) ?? [];
}
