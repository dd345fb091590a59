import type {
  GuardrailContentFilter,
  GuardrailDirections,
  GuardrailSettings,
} from '../../../../shared/model/dataset.ts';
import type { WorldGuardrail } from '../world/guardrails/guardrails-world.ts';
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

/** Checks a text against the content filters, topics, words and PII entities of a guardrail. */
export function checkGuardrail(
  guardrail: WorldGuardrail,
  text: string,
  source: GuardrailSource,
): GuardrailVerdict {
  const { contentPolicy, topicPolicy, wordPolicy, sensitiveInformationPolicy } = guardrail.settings;
  const filters =
    contentPolicy?.filters.flatMap((each) => contentFinding(each, text, source)) ?? [];
  const topics = topicPolicy?.topics.flatMap((topic) => topicFinding(topic, text, source)) ?? [];
  const words = wordPolicy?.words.flatMap((word) => wordFinding(word, text, source)) ?? [];
  const looked = sensitiveInformationPolicy?.piiEntities.map((entity) => ({
    type: entity.type,
    action: actionOf(entity, source),
  }));
  const entities = sensitiveFindings(looked ?? [], text);
  const found = { filters, topics, words, entities };
  const blocked = Object.values(found)
    .flat()
    .some(({ action }) => action === 'BLOCKED');
  const masked = entities.some(({ action }) => action === 'ANONYMIZED');
  const usage = usageOf(guardrail.settings, text);
  return {
    outcome: blocked ? 'block' : masked ? 'mask' : 'none',
    text: masked ? maskSensitive(entities, text) : text,
    usage,
    assessment: assessment(guardrail, { ...found, usage, length: text.length }),
  };
}

/** What a policy does with this side of the conversation; null where it does not look. */
function actionOf(directions: GuardrailDirections, source: GuardrailSource): string | null {
  const { inputAction, inputEnabled, outputAction, outputEnabled } = directions;
  if (source === 'INPUT') return inputEnabled ? inputAction : null;
  return outputEnabled ? outputAction : null;
}

function contentFinding(filter: GuardrailContentFilter, text: string, source: GuardrailSource) {
  const strength = source === 'INPUT' ? filter.inputStrength : filter.outputStrength;
  const action = actionOf(filter, source);
  const found = strength !== 'NONE' && TRIGGERS[filter.type]?.test(text) === true;
  if (!found || action === null) return [];
  return [
    {
      type: filter.type,
      confidence: 'HIGH',
      filterStrength: strength,
      action: taken(action),
      detected: true,
    },
  ];
}

function topicFinding(
  topic: GuardrailDirections & { readonly name: string },
  text: string,
  source: GuardrailSource,
) {
  const words = topic.name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  const lower = text.toLowerCase();
  const action = actionOf(topic, source);
  const found = words.length > 0 && words.every((word) => lower.includes(word));
  if (!found || action === null) return [];
  return [{ name: topic.name, type: 'DENY', action: taken(action), detected: true }];
}

function wordFinding(
  word: GuardrailDirections & { readonly text: string },
  text: string,
  source: GuardrailSource,
) {
  const action = actionOf(word, source);
  if (action === null || !text.toLowerCase().includes(word.text.toLowerCase())) return [];
  return [{ match: word.text, action: taken(action), detected: true }];
}

function taken(action: string): 'BLOCKED' | 'NONE' {
  return action === 'BLOCK' ? 'BLOCKED' : 'NONE';
}

/** Words cost nothing (Bedrock pricing, "Guardrails"): they count no units here. */
function usageOf(settings: GuardrailSettings, text: string): Readonly<Record<string, number>> {
  const units = Math.max(1, Math.ceil(text.length / UNIT_CHARACTERS));
  const used = (policy: object | null) => (policy === null ? 0 : units);
  return {
    topicPolicyUnits: used(settings.topicPolicy),
    contentPolicyUnits: used(settings.contentPolicy),
    wordPolicyUnits: 0,
    sensitiveInformationPolicyUnits: used(settings.sensitiveInformationPolicy),
    sensitiveInformationPolicyFreeUnits: 0,
    contextualGroundingPolicyUnits: 0,
    contentPolicyImageUnits: 0,
    automatedReasoningPolicyUnits: 0,
    automatedReasoningPolicies: 0,
  };
}

function assessment(
  guardrail: WorldGuardrail,
  found: {
    readonly filters: readonly object[];
    readonly topics: readonly object[];
    readonly words: readonly object[];
    readonly entities: readonly PiiFinding[];
    readonly usage: object;
    readonly length: number;
  },
): object {
  const { filters, topics, words, entities, usage, length } = found;
  return {
    ...(topics.length === 0 ? {} : { topicPolicy: { topics } }),
    ...(filters.length === 0 ? {} : { contentPolicy: { filters } }),
    ...(words.length === 0 ? {} : { wordPolicy: { customWords: words, managedWordLists: [] } }),
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
