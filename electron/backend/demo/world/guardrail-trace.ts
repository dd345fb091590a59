import type { WorldInvocation } from './facts.ts';

/** What a guardrail found in the input of a call, and the text units that it is billed for. */
export interface GuardrailTrace {
  /** By guardrail id. */
  readonly inputAssessment: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Characters of one text unit, the unit that guardrail policies are billed in. */
const TEXT_UNIT = 1_000;

/** The policies that each guarded text is held against for text units, as CloudWatch names them. */
export const JUDGED_POLICIES: readonly string[] = [
  'ContentPolicy',
  'TopicPolicy',
  'WordPolicy',
  'SensitiveInformationPolicy',
];

/** The trace of a call's guardrail; null where the call has none. */
export function guardrailTrace(call: WorldInvocation): GuardrailTrace | null {
  const { guardrail } = call;
  if (guardrail === null) return null;
  const found = guardrail.intervened ? { contentPolicy: { filters: [violation()] } } : {};
  return {
    inputAssessment: { [guardrail.id]: { ...found, invocationMetrics: invocationMetrics(call) } },
  };
}

function violation(): Readonly<Record<string, unknown>> {
  return { type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED', detected: true };
}

/** The text units of each policy that a guarded call is billed for. */
export function guardrailUnits(call: WorldInvocation): number {
  return Math.ceil(guardedCharacters(call) / TEXT_UNIT);
}

function guardedCharacters({ inputTokens }: WorldInvocation): number {
  return Math.max(120, inputTokens * 4);
}

function invocationMetrics(call: WorldInvocation): Readonly<Record<string, unknown>> {
  const characters = guardedCharacters(call);
  const units = guardrailUnits(call);
  return {
    guardrailProcessingLatency: 90 + (call.latencyMs % 160),
    usage: {
      topicPolicyUnits: units,
      contentPolicyUnits: units,
      contentPolicyImageUnits: 0,
      wordPolicyUnits: units,
      sensitiveInformationPolicyUnits: units,
      sensitiveInformationPolicyFreeUnits: 0,
      contextualGroundingPolicyUnits: 0,
    },
    guardrailCoverage: { textCharacters: { guarded: characters, total: characters } },
  };
}
