import type { GuardrailSettings } from '../../../../../shared/model/dataset.ts';
import type { WorldGuardrail } from '../../world/guardrails/guardrails-world.ts';

/** What a guardrail of the simulated account says instead of a blocked prompt or answer. */
export const BLOCKED_INPUT = 'Sorry, the guardrail blocked this prompt. (Simulated account.)';
export const BLOCKED_OUTPUT = 'Sorry, the guardrail blocked this answer. (Simulated account.)';

/** A version as `ListGuardrails` tells it. */
export function summarizeGuardrail(guardrail: WorldGuardrail): object {
  return {
    id: guardrail.guardrailId,
    arn: guardrail.guardrailArn,
    status: guardrail.status,
    name: guardrail.name,
    description: guardrail.settings.description ?? undefined,
    version: guardrail.version,
    createdAt: guardrail.createdAt ?? undefined,
    updatedAt: guardrail.updatedAt ?? undefined,
    crossRegionDetails: crossRegionDetails(guardrail),
  };
}

/** A version as `GetGuardrail` tells it. */
export function describeGuardrail(guardrail: WorldGuardrail): object {
  const { settings } = guardrail;
  return {
    name: guardrail.name,
    description: settings.description ?? undefined,
    guardrailId: guardrail.guardrailId,
    guardrailArn: guardrail.guardrailArn,
    version: guardrail.version,
    status: guardrail.status,
    ...policies(settings),
    crossRegionDetails: crossRegionDetails(guardrail),
    createdAt: guardrail.createdAt ?? undefined,
    updatedAt: guardrail.updatedAt ?? undefined,
    statusReasons: settings.statusReasons,
    failureRecommendations: settings.failureRecommendations,
    blockedInputMessaging: BLOCKED_INPUT,
    blockedOutputsMessaging: BLOCKED_OUTPUT,
    kmsKeyArn: settings.kmsKeyArn ?? undefined,
  };
}

/** The policies that a version has; AWS leaves out those it has not. */
function policies(settings: GuardrailSettings): object {
  const { contentPolicy, topicPolicy, wordPolicy, sensitiveInformationPolicy } = settings;
  const { groundingFilters, automatedReasoningPolicy } = settings;
  return {
    contentPolicy: described(contentPolicy, ({ tier, filters }) => ({
      filters,
      tier: { tierName: tier },
    })),
    topicPolicy: described(topicPolicy, ({ tier, topics }) => ({
      topics: topics.map((topic) => ({ ...topic, examples: [] })),
      tier: { tierName: tier },
    })),
    wordPolicy: described(wordPolicy, ({ words, managedLists }) => ({
      words: unlessEmpty(words),
      managedWordLists: unlessEmpty(managedLists),
    })),
    sensitiveInformationPolicy: described(
      sensitiveInformationPolicy,
      ({ piiEntities, regexes }) => ({
        piiEntities: unlessEmpty(piiEntities),
        regexes: unlessEmpty(regexes),
      }),
    ),
    contextualGroundingPolicy:
      groundingFilters.length === 0 ? undefined : { filters: groundingFilters },
    automatedReasoningPolicy: described(automatedReasoningPolicy, (policy) => ({
      policies: policy.policyArns,
      confidenceThreshold: policy.confidenceThreshold ?? undefined,
    })),
  };
}

function crossRegionDetails({ crossRegionProfile }: WorldGuardrail): object | undefined {
  return described(crossRegionProfile, ({ id, arn }) => ({
    guardrailProfileId: id,
    guardrailProfileArn: arn,
  }));
}

function described<T>(value: T | null, describe: (value: T) => object): object | undefined {
  return value === null ? undefined : describe(value);
}

/** Lists of a policy have at least one member or are left out. */
function unlessEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
