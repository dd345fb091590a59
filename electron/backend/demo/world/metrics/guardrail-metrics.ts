import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldInvocation, WorldMetric } from '../facts.ts';
import { groupBy } from '../grouping.ts';
import { guardrailUnits, JUDGED_POLICIES } from '../guardrail-trace.ts';
import { dimensionsOf, type Gauge, seriesOf } from './series.ts';

const NAMESPACE = 'AWS/Bedrock/Guardrails';

/** One time that a guardrail judged a text. */
interface Judgement {
  readonly time: number;
  readonly guardrailArn: string;
  readonly version: string;
  readonly intervened: boolean;
  /** Text units of each of its policies. */
  readonly units: number;
}

const INTERVENED: Gauge<Judgement> = {
  metricName: 'InvocationsIntervened',
  sample: ({ intervened }) => (intervened ? 1 : null),
};

const WHOLE: readonly Gauge<Judgement>[] = [
  { metricName: 'Invocations', sample: () => 1 },
  INTERVENED,
  { metricName: 'TextUnitCount', sample: ({ units }) => units * JUDGED_POLICIES.length },
];

/**
 * What guardrails did in one account and Region: in model calls, and when they were applied by
 * themselves. In this world each looks at the input with every policy that costs text units, and
 * only content filters intervene.
 */
export function guardrailMetrics(
  calls: readonly WorldInvocation[],
  acts: readonly ManagementAct[],
): readonly WorldMetric[] {
  const judgements = [...calls.flatMap(ofCall), ...acts.flatMap(ofAct)];
  const byVersion = groupBy(judgements, (one) => `${one.guardrailArn}#${one.version}`);
  return [
    ...series({ Operation: 'ApplyGuardrail' }, WHOLE, judgements),
    ...series({ GuardrailContentSource: 'Input' }, WHOLE, judgements),
    ...[...byVersion.values()].flatMap((group) => {
      const { guardrailArn: GuardrailArn = '', version: GuardrailVersion = '' } = group[0] ?? {};
      return series({ GuardrailArn, GuardrailVersion }, WHOLE, group);
    }),
    ...JUDGED_POLICIES.flatMap((GuardrailPolicyType) =>
      series({ GuardrailPolicyType }, policyGauges(GuardrailPolicyType), judgements),
    ),
  ];
}

function series(
  dimensions: Readonly<Record<string, string>>,
  gauges: readonly Gauge<Judgement>[],
  judgements: readonly Judgement[],
): readonly WorldMetric[] {
  const place = { namespace: NAMESPACE, dimensions: dimensionsOf(dimensions) };
  return seriesOf(place, gauges, judgements);
}

function policyGauges(policy: string): readonly Gauge<Judgement>[] {
  const units: Gauge<Judgement> = { metricName: 'TextUnitCount', sample: (one) => one.units };
  return policy === 'ContentPolicy' ? [units, INTERVENED] : [units];
}

function ofCall(call: WorldInvocation): readonly Judgement[] {
  const { guardrail, accountId, region, time } = call;
  if (guardrail === null) return [];
  return [
    {
      time,
      guardrailArn: `arn:aws:bedrock:${region}:${accountId}:guardrail/${guardrail.id}`,
      version: guardrail.version,
      intervened: guardrail.intervened,
      units: guardrailUnits(call),
    },
  ];
}

function ofAct(act: ManagementAct): readonly Judgement[] {
  if (act.eventName !== 'ApplyGuardrail' || act.metered === undefined) return [];
  return [
    {
      time: act.time,
      guardrailArn: act.resources?.[0]?.arn ?? '',
      version: String(act.requestParameters?.guardrailVersion),
      intervened: act.responseElements?.action === 'GUARDRAIL_INTERVENED',
      units: act.metered.textUnits ?? 0,
    },
  ];
}
