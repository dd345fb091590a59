import type {
  GuardrailContentFilter,
  GuardrailDirections,
  GuardrailSettings,
} from '../../../../../shared/model/dataset.ts';
import { guardrailKeyArn } from './guardrail-ids.ts';
import type { GuardrailPlan, GuardrailPlanSettings, Strength } from './guardrail-plans.ts';

const BOTH_BLOCK: GuardrailDirections = {
  inputAction: 'BLOCK',
  outputAction: 'BLOCK',
  inputEnabled: true,
  outputEnabled: true,
};

/** The whole settings of a version that this world tells in few words. */
export function settingsOf(
  entry: GuardrailPlan,
  version: GuardrailPlanSettings,
): GuardrailSettings {
  const { accountId, region, description, encrypted } = entry;
  return {
    description,
    contentPolicy: { tier: version.tier, filters: contentFilters(version) },
    topicPolicy: topicPolicy(version),
    wordPolicy: wordPolicy(version),
    sensitiveInformationPolicy: sensitivePolicy(version),
    groundingFilters: groundingFilters(version),
    automatedReasoningPolicy:
      version.reasoningPolicies.length === 0
        ? null
        : { policyArns: version.reasoningPolicies, confidenceThreshold: 0.9 },
    statusReasons: [],
    failureRecommendations: [],
    kmsKeyArn: encrypted ? guardrailKeyArn(accountId, region) : null,
  };
}

function contentFilters(version: GuardrailPlanSettings): readonly GuardrailContentFilter[] {
  const harms = version.categories.map((type) => {
    const on = !version.switchedOff.includes(type);
    return { ...filter(type, version.harms, version), inputEnabled: on, outputEnabled: on };
  });
  if (version.promptAttack === null) return harms;
  const attack = filter('PROMPT_ATTACK', version.promptAttack, { images: false });
  const inputAction = version.promptAttackAction;
  return [...harms, { ...attack, inputAction, outputStrength: 'NONE' }];
}

function filter(
  type: string,
  strength: Strength,
  { images }: Pick<GuardrailPlanSettings, 'images'>,
): GuardrailContentFilter {
  const modalities = images ? ['TEXT', 'IMAGE'] : ['TEXT'];
  return {
    type,
    inputStrength: strength,
    outputStrength: strength,
    inputModalities: modalities,
    outputModalities: modalities,
    ...BOTH_BLOCK,
  };
}

function topicPolicy({ topics, tier }: GuardrailPlanSettings): GuardrailSettings['topicPolicy'] {
  if (topics.length === 0) return null;
  return {
    tier,
    topics: topics.map((name) => ({
      name,
      definition: `Anything about ${name.toLowerCase()}.`,
      type: 'DENY',
      ...BOTH_BLOCK,
    })),
  };
}

function wordPolicy({ words, profanity }: GuardrailPlanSettings): GuardrailSettings['wordPolicy'] {
  if (words.length === 0 && !profanity) return null;
  return {
    words: words.map((text) => ({ text, ...BOTH_BLOCK })),
    managedLists: profanity ? [{ type: 'PROFANITY', ...BOTH_BLOCK }] : [],
  };
}

function sensitivePolicy(
  version: GuardrailPlanSettings,
): GuardrailSettings['sensitiveInformationPolicy'] {
  const { pii, piiAction: action, regexes } = version;
  if (pii.length === 0 && Object.keys(regexes).length === 0) return null;
  const directions = { ...BOTH_BLOCK, inputAction: action, outputAction: action };
  return {
    piiEntities: pii.map((type) => ({ type, action, ...directions })),
    regexes: Object.entries(regexes).map(([name, pattern]) => ({
      name,
      pattern,
      action,
      ...directions,
    })),
  };
}

function groundingFilters({
  grounding,
}: GuardrailPlanSettings): GuardrailSettings['groundingFilters'] {
  if (grounding === null) return [];
  const check = { action: 'BLOCK', enabled: true };
  return [
    { type: 'GROUNDING', threshold: grounding.grounding, ...check },
    { type: 'RELEVANCE', threshold: grounding.relevance, ...check },
  ];
}
