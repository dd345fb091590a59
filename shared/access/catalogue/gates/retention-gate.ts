import { modelLabel } from '../../../model/model-label.ts';
import type { CallGate } from '../call-gate.ts';
import { type GateQuestion, inPlace, unreadGate } from './gate-question.ts';

const gate = 'data-retention';

/**
 * The modes that a model accepts, of those whose modes AWS documents; the others take `default`
 * (Amazon Bedrock User Guide, "Data retention", of July 2026).
 */
const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'anthropic.claude-fable-5': ['provider_data_share'],
  'anthropic.claude-mythos-5': ['provider_data_share'],
  'anthropic.claude-opus-4-8': ['default', 'provider_data_share'],
};

/**
 * Whether the account's data retention mode lets the model answer. Nothing where it surely does;
 * which other models refuse `none` no SDK operation tells.
 */
export function retentionGates(question: GateQuestion): readonly CallGate[] {
  const { modelId, accountId, region } = question;
  const accepted = Object.hasOwn(ACCEPTED, modelId) ? ACCEPTED[modelId] : undefined;
  const reading = inPlace(question.readings('data-retention'), question);
  const mode = reading?.items[0]?.mode;
  const label = modelLabel(modelId);
  if (mode === undefined) {
    const what = `Whether the data retention mode of account ${accountId} lets ${label} answer in ${region}`;
    return [unreadGate(gate, what, reading)];
  }
  const effective = mode === 'inherit' ? 'default' : mode;
  if (accepted?.includes(effective)) return [];
  if (accepted !== undefined) {
    const sentence = `${label} does not answer under the data retention mode ${mode} of account ${accountId}; it asks for ${accepted.join(' or ')}.`;
    return [{ gate, state: 'closed', sentence }];
  }
  if (effective !== 'none') return [];
  const sentence = `Account ${accountId} has the data retention mode none; whether ${label} answers under it is not known.`;
  return [{ gate, state: 'unknown', sentence }];
}
