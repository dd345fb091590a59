import { parseModelId } from '../../../model/model-id.ts';
import type { CallGate } from '../call-gate.ts';
import { type GateQuestion, inAccount, unreadGate } from './gate-question.ts';

const gate = 'use-case';

/**
 * The form that Anthropic asks for once per account, or once in the management account for all;
 * calls over mantle do not need it (Amazon Bedrock User Guide, "Request access to models").
 */
export function formGates(question: GateQuestion): readonly CallGate[] {
  const { modelId, plane, accountId } = question;
  if (parseModelId(modelId).provider !== 'anthropic' || plane === 'bedrock-mantle') return [];
  const own = formOf(question, accountId);
  if (own.submitted === true) {
    const sentence = `Account ${accountId} told Anthropic what it uses models for.`;
    return [{ gate, state: 'open', sentence }];
  }
  const manager = managementAccount(question);
  const above = manager === null ? null : formOf(question, manager);
  if (above?.submitted === true) {
    const sentence = `The management account ${manager} told Anthropic what models are used for, which holds for all accounts.`;
    return [{ gate, state: 'open', sentence }];
  }
  const what = `Whether account ${accountId} told Anthropic what it uses models for`;
  if (own.submitted === null) return [unreadGate(gate, what, own.reading)];
  if (above?.submitted === null && manager !== accountId) {
    const whose = `Whether the management account ${manager} told Anthropic what models are used for`;
    return [unreadGate(gate, whose, above.reading)];
  }
  const sentence = `Account ${accountId} did not tell Anthropic what it uses models for: submit the use-case form first.`;
  return [{ gate, state: 'closed', sentence }];
}

function formOf({ readings }: GateQuestion, accountId: string) {
  const [reading] = inAccount(readings('use-case-access'), accountId);
  return { reading, submitted: reading?.items[0]?.submitted ?? null };
}

function managementAccount({ readings, accountId }: GateQuestion): string | null {
  const [reading] = inAccount(readings('organization'), accountId);
  return reading?.items[0]?.managementAccountId ?? null;
}
