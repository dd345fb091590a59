import type { GetGuardrailResponse } from '@aws-sdk/client-bedrock';
import type {
  GuardrailContentFilter,
  GuardrailDirections,
  GuardrailSettings,
} from '../../../../shared/model/dataset.ts';
import { list, required, text } from '../../aws/required.ts';

/** The tier of a policy that names none (Bedrock user guide, "Guardrails tiers"). */
const DEFAULT_TIER = 'CLASSIC';

/** What `GetGuardrail` tells of one version. */
export function toGuardrailSettings(answer: GetGuardrailResponse): GuardrailSettings {
  return {
    description: answer.description ?? null,
    contentPolicy: toContentPolicy(answer.contentPolicy),
    topicPolicy: toTopicPolicy(answer.topicPolicy),
    wordPolicy: toWordPolicy(answer.wordPolicy),
    sensitiveInformationPolicy: toSensitivePolicy(answer.sensitiveInformationPolicy),
    groundingFilters: toGroundingFilters(answer.contextualGroundingPolicy),
    automatedReasoningPolicy: toReasoningPolicy(answer.automatedReasoningPolicy),
    statusReasons: list(answer.statusReasons),
    failureRecommendations: list(answer.failureRecommendations),
    kmsKeyArn: answer.kmsKeyArn ?? null,
  };
}

/** The fields of directions, which guardrails from before them lack: they block, in both. */
function directionsOf(
  answer: {
    readonly inputAction?: string | undefined;
    readonly outputAction?: string | undefined;
    readonly inputEnabled?: boolean | undefined;
    readonly outputEnabled?: boolean | undefined;
  },
  action = 'BLOCK',
): GuardrailDirections {
  return {
    inputAction: answer.inputAction ?? action,
    outputAction: answer.outputAction ?? action,
    inputEnabled: answer.inputEnabled ?? true,
    outputEnabled: answer.outputEnabled ?? true,
  };
}

function toContentPolicy(
  policy: GetGuardrailResponse['contentPolicy'],
): GuardrailSettings['contentPolicy'] {
  if (policy === undefined) return null;
  const tier = policy.tier?.tierName ?? DEFAULT_TIER;
  return { tier, filters: list(policy.filters).map(toContentFilter) };
}

type Filter = NonNullable<NonNullable<GetGuardrailResponse['contentPolicy']>['filters']>[number];

/** Filters from before images were checked tell no modalities: text alone. */
function toContentFilter(filter: Filter): GuardrailContentFilter {
  return {
    type: text(filter.type, 'contentPolicy.filters.type'),
    inputStrength: filter.inputStrength ?? 'NONE',
    outputStrength: filter.outputStrength ?? 'NONE',
    inputModalities: filter.inputModalities ?? ['TEXT'],
    outputModalities: filter.outputModalities ?? ['TEXT'],
    ...directionsOf(filter),
  };
}

function toTopicPolicy(
  policy: GetGuardrailResponse['topicPolicy'],
): GuardrailSettings['topicPolicy'] {
  if (policy === undefined) return null;
  return {
    tier: policy.tier?.tierName ?? DEFAULT_TIER,
    topics: list(policy.topics).map((topic) => ({
      name: text(topic.name, 'topicPolicy.topics.name'),
      definition: topic.definition ?? '',
      type: topic.type ?? 'DENY',
      ...directionsOf(topic),
    })),
  };
}

function toWordPolicy(policy: GetGuardrailResponse['wordPolicy']): GuardrailSettings['wordPolicy'] {
  if (policy === undefined) return null;
  return {
    words: list(policy.words).map((word) => ({
      text: text(word.text, 'wordPolicy.words.text'),
      ...directionsOf(word),
    })),
    managedLists: list(policy.managedWordLists).map((words) => ({
      type: text(words.type, 'wordPolicy.managedWordLists.type'),
      ...directionsOf(words),
    })),
  };
}

/** Without an action of a direction, the entity's own holds there. */
function toSensitivePolicy(
  policy: GetGuardrailResponse['sensitiveInformationPolicy'],
): GuardrailSettings['sensitiveInformationPolicy'] {
  if (policy === undefined) return null;
  return {
    piiEntities: list(policy.piiEntities).map((entity) => {
      const action = text(entity.action, 'sensitiveInformationPolicy.piiEntities.action');
      const type = text(entity.type, 'sensitiveInformationPolicy.piiEntities.type');
      return { type, action, ...directionsOf(entity, action) };
    }),
    regexes: list(policy.regexes).map((regex) => {
      const action = text(regex.action, 'sensitiveInformationPolicy.regexes.action');
      const name = text(regex.name, 'sensitiveInformationPolicy.regexes.name');
      return { name, pattern: regex.pattern ?? '', action, ...directionsOf(regex, action) };
    }),
  };
}

function toGroundingFilters(
  policy: GetGuardrailResponse['contextualGroundingPolicy'],
): GuardrailSettings['groundingFilters'] {
  return list(policy?.filters).map((filter) => ({
    type: text(filter.type, 'contextualGroundingPolicy.filters.type'),
    threshold: required(filter.threshold, 'contextualGroundingPolicy.filters.threshold'),
    action: filter.action ?? 'BLOCK',
    enabled: filter.enabled ?? true,
  }));
}

function toReasoningPolicy(
  policy: GetGuardrailResponse['automatedReasoningPolicy'],
): GuardrailSettings['automatedReasoningPolicy'] {
  if (policy === undefined) return null;
  return {
    policyArns: list(policy.policies),
    confidenceThreshold: policy.confidenceThreshold ?? null,
  };
}
