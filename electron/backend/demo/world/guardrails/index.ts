import type { Calendar } from '../calendar.ts';
import { invocationLoggingIn } from '../logging.ts';
import { bedrockResourcePolicyOf, dataRetentionOf, enforcedGuardrailsIn } from './governing.ts';
import { guardrailsIn } from './guardrail-versions.ts';
import type { GuardrailsWorld } from './guardrails-world.ts';
import { reasoningPoliciesIn } from './reasoning-policies.ts';

/** Guardrails and the settings that govern every call. */
export function createGuardrailsWorld(calendar: Calendar): GuardrailsWorld {
  return {
    guardrails: (accountId, region) => guardrailsIn(accountId, region, calendar),
    enforcedGuardrails: (accountId, region) => enforcedGuardrailsIn(accountId, region, calendar),
    reasoningPolicies: (accountId, region) => reasoningPoliciesIn(accountId, region, calendar),
    dataRetention: (accountId) => dataRetentionOf(accountId, calendar),
    bedrockResourcePolicy: bedrockResourcePolicyOf,
    invocationLogging: (accountId, region) => invocationLoggingIn(accountId, region, calendar),
  };
}
