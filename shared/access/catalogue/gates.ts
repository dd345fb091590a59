import type { CallGate } from './call-gate.ts';
import { availabilityGates } from './gates/availability-gates.ts';
import type { GateQuestion } from './gates/gate-question.ts';
import { guardrailGates } from './gates/guardrail-gates.ts';
import { lifecycleGates } from './gates/lifecycle-gate.ts';
import { retentionGates } from './gates/retention-gate.ts';
import { formGates } from './gates/use-case-gate.ts';

/**
 * The gates beside IAM that a call meets, as far as they say something: one that was not read is
 * unknown. Models of one's own meet enforced guardrails alone; agreement, form, lifecycle and data
 * retention concern foundation models.
 */
export function callGates(question: GateQuestion): readonly CallGate[] {
  if (question.modelId.startsWith('arn:')) return guardrailGates(question);
  return [
    ...availabilityGates(question),
    ...formGates(question),
    ...guardrailGates(question),
    ...lifecycleGates(question),
    ...retentionGates(question),
  ];
}
