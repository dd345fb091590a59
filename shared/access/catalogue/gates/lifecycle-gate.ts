import { foundationId } from '../../../model/model-id.ts';
import { modelLabel } from '../../../model/model-label.ts';
import { dayOf, msOfInstant } from '../../../model/period.ts';
import type { CallGate } from '../call-gate.ts';
import { type GateQuestion, inPlace, unreadGate } from './gate-question.ts';

const gate = 'lifecycle';

/**
 * Whether the model is on its way out: a Legacy model answers until its end of life, then calls fail
 * (Amazon Bedrock User Guide, "Model lifecycle"). Nothing of a model that is active.
 */
export function lifecycleGates(question: GateQuestion): readonly CallGate[] {
  const { modelId, region, at } = question;
  const reading = inPlace(question.readings('foundation-models'), question);
  const label = modelLabel(modelId);
  if (reading?.outcome.status !== 'collected') {
    return [unreadGate(gate, `Whether ${label} is active in ${region}`, reading)];
  }
  const model = reading.items.find((each) => foundationId(each.modelId) === modelId);
  if (model === undefined) return [];
  const { status, legacyTime, endOfLifeTime } = model.lifecycle;
  if (endOfLifeTime !== null && msOfInstant(endOfLifeTime) <= msOfInstant(at)) {
    const sentence = `${label} reached its end of life on ${dayOf(endOfLifeTime)}: calls fail.`;
    return [{ gate, state: 'closed', sentence }];
  }
  if (status !== 'LEGACY') return [];
  const since = legacyTime === null ? '' : ` since ${dayOf(legacyTime)}`;
  const until = endOfLifeTime === null ? '' : ` and ends on ${dayOf(endOfLifeTime)}`;
  const sentence = `${label} is Legacy${since}${until}; accounts that have not called it lately may be refused.`;
  return [{ gate, state: 'open', sentence }];
}
