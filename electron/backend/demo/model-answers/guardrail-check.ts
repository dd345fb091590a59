import type { Guardrail, GuardrailContentFilter } from '../../../../shared/model/dataset.ts';
import { maskSensitive, type PiiFinding, sensitiveFindings } from './sensitive-text.ts';

/** Which side of a conversation is checked. */
export type GuardrailSource = 'INPUT' | 'OUTPUT';

/** What a guardrail made of a text. */
export interface GuardrailVerdict {
  /** `block` replaces the text by the guardrail's message, `mask` hides parts of it. */
  readonly outcome: 'none' | 'block' | 'mask';
  /** The text with sensitive parts masked; the text itself when nothing was. */
  readonly text: string;
  /** The assessment as Converse traces and ApplyGuardrail carry it. */
  readonly assessment: object;
  /** Text units of the policies, as AWS bills them: one per started 1,000 characters. */
  readonly usage: Readonly<Record<string, number>>;
}

const UNIT_CHARACTERS = 1_000;

/** Plain words that trigger a filter; a real filter is a classifier. */
const TRIGGERS: Readonly<Record<string, RegExp>> = {
  PROMPT_ATTACK:
    /\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions|rules|prompt)\b|\bjailbreak\b|\b(?:reveal|print|show)\b.{0,30}\bsystem prompt\b|\bpretend you have no (?:rules|restrictions)\b/is,
  VIOLENCE: /\b(?:kill|murder|stab|shoot|massacre|build a bomb|make a bomb|pipe bomb)\b/i,
  HATE: /\b(?:exterminate them all|subhuman|racial slur)\b/i,
  INSULTS: /\b(?:you idiot|you moron|stupid fool)\b/i,
  SEXUAL: /\b(?:porn|explicit sex)\b/i,
  MISCONDUCT: /\b(?:launder money|hack into|steal credit cards|counterfeit money)\b/i,
};

/** Checks a text against the content filters, denied topics and PII entities of a guardrail. */
export function checkGuardrail(
  guardrail: Guardrail,
  text: string,
  source: GuardrailSource,
): GuardrailVerdict {
  const filters = guardrail.contentFilters.flatMap((filter) =>
    contentFinding(filter, text, source),
  );
  const topics = guardrail.deniedTopics.flatMap((topic) => topicFinding(topic, text));
  const entities = sensitiveFindings(guardrail.piiEntities, text);
  const blocked = [...filters, ...topics, ...entities].some(({ action }) => action === 'BLOCKED');
  const masked = entities.some(({ action }) => action === 'ANONYMIZED');
  const usage = usageOf(guardrail, text);
  return {
    outcome: blocked ? 'block' : masked ? 'mask' : 'none',
    text: masked ? maskSensitive(entities, text) : text,
    usage,
    assessment: assessment(guardrail, { filters, topics, entities, usage, length: text.length }),
  };
}

function contentFinding(filter: GuardrailContentFilter, text: string, source: GuardrailSource) {
  const input = source === 'INPUT';
  const strength = input ? filter.inputStrength : filter.outputStrength;
  const enabled = input ? filter.inputEnabled : filter.outputEnabled;
  const found = enabled && strength !== 'NONE' && TRIGGERS[filter.type]?.test(text) === true;
  if (!found) return [];
  const blocks = (input ? filter.inputAction : filter.outputAction) === 'BLOCK';
  return [
    {
      type: filter.type,
      confidence: 'HIGH',
      filterStrength: strength,
      action: blocks ? 'BLOCKED' : 'NONE',
      detected: true,
    },
  ];
}

function topicFinding(name: string, text: string) {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  const lower = text.toLowerCase();
  const found = words.length > 0 && words.every((word) => lower.includes(word));
  return found ? [{ name, type: 'DENY', action: 'BLOCKED', detected: true }] : [];
}

function usageOf(guardrail: Guardrail, text: string): Readonly<Record<string, number>> {
  const units = Math.max(1, Math.ceil(text.length / UNIT_CHARACTERS));
  const used = (policy: readonly unknown[]) => (policy.length === 0 ? 0 : units);
  return {
    topicPolicyUnits: used(guardrail.deniedTopics),
    contentPolicyUnits: used(guardrail.contentFilters),
    wordPolicyUnits: 0,
    sensitiveInformationPolicyUnits: used(guardrail.piiEntities),
    sensitiveInformationPolicyFreeUnits: 0,
    contextualGroundingPolicyUnits: 0,
    contentPolicyImageUnits: 0,
    automatedReasoningPolicyUnits: 0,
    automatedReasoningPolicies: 0,
  };
}

function assessment(
  guardrail: Guardrail,
  found: {
    readonly filters: readonly object[];
    readonly topics: readonly object[];
    readonly entities: readonly PiiFinding[];
    readonly usage: object;
    readonly length: number;
  },
): object {
  const { filters, topics, entities, usage, length } = found;
  return {
    ...(topics.length === 0 ? {} : { topicPolicy: { topics } }),
    ...(filters.length === 0 ? {} : { contentPolicy: { filters } }),
    ...(entities.length === 0
      ? {}
      : { sensitiveInformationPolicy: { piiEntities: entities, regexes: [] } }),
    invocationMetrics: {
      guardrailProcessingLatency: 1,
      usage,
      guardrailCoverage: { textCharacters: { guarded: length, total: length } },
    },
    appliedGuardrailDetails: {
      guardrailId: guardrail.guardrailId,
      guardrailVersion: guardrail.version,
      guardrailArn: guardrail.guardrailArn,
      guardrailOrigin: ['REQUEST'],
      guardrailOwnership: 'SELF',
    },
  };
}
