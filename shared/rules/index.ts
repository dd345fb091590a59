import { actionGroupFunctionScoped } from './access/action-group-function-scoped.ts';
import { agentRoleLeastPrivilege } from './access/agent-role-least-privilege.ts';
import { agentRoleNotShared } from './access/agent-role-not-shared.ts';
import { agentcoreNoPrivilegeEscalation } from './access/agentcore-no-privilege-escalation.ts';
import { apiKeyUserHasNoOtherCredentials } from './access/api-key-user-has-no-other-credentials.ts';
import { apiKeysNotAdministrative } from './access/api-keys-not-administrative.ts';
import { apiKeysShortLived } from './access/api-keys-short-lived.ts';
import { apiKeysUsed } from './access/api-keys-used.ts';
import { bearerTokenCallsRestricted } from './access/bearer-token-calls-restricted.ts';
import { guardrailRequiredToInvoke } from './access/guardrail-required-to-invoke.ts';
import { inferenceProfilePermissionsPaired } from './access/inference-profile-permissions-paired.ts';
import { knowledgeBaseRoleScoped } from './access/knowledge-base-role-scoped.ts';
import { mantleNotLeftOpen } from './access/mantle-not-left-open.ts';
import { marketplaceSubscribeRestricted } from './access/marketplace-subscribe-restricted.ts';
import { noBedrockFullAccess } from './access/no-bedrock-full-access.ts';
import { noUnboundedModelAccess } from './access/no-unbounded-model-access.ts';
import { onlyApprovedModelsInvokable } from './access/only-approved-models-invokable.ts';
import { onlyApprovedModelsInvoked } from './access/only-approved-models-invoked.ts';
import { peopleInvokeThroughRoles } from './access/people-invoke-through-roles.ts';
import { policyConditionKeysExist } from './access/policy-condition-keys-exist.ts';
import { regionDenyAllowsProfiles } from './access/region-deny-allows-profiles.ts';
import { resourcePoliciesShareKnowingly } from './access/resource-policies-share-knowingly.ts';
import { rootDoesNotInvoke } from './access/root-does-not-invoke.ts';
import { serviceRolesGuardAgainstConfusedDeputy } from './access/service-roles-guard-against-confused-deputy.ts';
import { staleBedrockAccess } from './access/stale-bedrock-access.ts';
import { unusedModelAccess } from './access/unused-model-access.ts';
import { guardrailBlocksPromptAttacks } from './guardrails/guardrail-blocks-prompt-attacks.ts';
import { invocationLoggingEnabled } from './logging/invocation-logging-enabled.ts';
import { trailRecordsManagementEvents } from './logging/trail-records-management-events.ts';
import { noLegacyModelsInUse } from './models/no-legacy-models-in-use.ts';
import type { Rule } from './rule.ts';

const IDENTITY_RULES: readonly Rule[] = [
  apiKeysShortLived,
  apiKeysNotAdministrative,
  apiKeysUsed,
  apiKeyUserHasNoOtherCredentials,
  rootDoesNotInvoke,
  peopleInvokeThroughRoles,
  agentRoleLeastPrivilege,
  agentRoleNotShared,
  serviceRolesGuardAgainstConfusedDeputy,
  knowledgeBaseRoleScoped,
  actionGroupFunctionScoped,
  agentcoreNoPrivilegeEscalation,
  resourcePoliciesShareKnowingly,
];

/** Every rule, one file each; the order is the order of lists. */
export const RULES: readonly Rule[] = [
  invocationLoggingEnabled,
  trailRecordsManagementEvents,
  guardrailBlocksPromptAttacks,
  noUnboundedModelAccess,
  onlyApprovedModelsInvokable,
  onlyApprovedModelsInvoked,
  guardrailRequiredToInvoke,
  unusedModelAccess,
  marketplaceSubscribeRestricted,
  bearerTokenCallsRestricted,
  noBedrockFullAccess,
  staleBedrockAccess,
  policyConditionKeysExist,
  mantleNotLeftOpen,
  inferenceProfilePermissionsPaired,
  regionDenyAllowsProfiles,
  ...IDENTITY_RULES,
  noLegacyModelsInUse,
];
