import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldReasoningPolicy } from '../../world/guardrails/guardrails-world.ts';
import { bedrockPage } from './bedrock-page.ts';

/** What governs every call: enforced guardrails, data retention, resource policies. */
export const governingOperations: Readonly<Record<string, Operation>> = {
  ListEnforcedGuardrailsConfiguration: {
    http: 'GET /enforcedGuardrailsConfiguration',
    action: 'bedrock:ListEnforcedGuardrailsConfiguration',
    run: listEnforced,
  },
  GetAccountDataRetention: {
    http: 'GET /data-retention',
    action: 'bedrock:GetAccountDataRetention',
    run: (call) => {
      const { mode, updatedAt } = call.world.dataRetention(call.identity.accountId);
      return { mode, updatedAt: updatedAt ?? undefined };
    },
  },
  GetResourcePolicy: {
    http: 'GET /resource-policy/{resourceArn}',
    action: 'bedrock:GetResourcePolicy',
    resource: (call) => requiredText(call.input, 'resourceArn'),
    run: getResourcePolicy,
  },
  ListAutomatedReasoningPolicies: {
    http: 'GET /automated-reasoning-policies',
    action: 'bedrock:ListAutomatedReasoningPolicies',
    run: listReasoningPolicies,
  },
  GetAutomatedReasoningPolicy: {
    http: 'GET /automated-reasoning-policies/{policyArn}',
    action: 'bedrock:GetAutomatedReasoningPolicy',
    resource: (call) => requiredText(call.input, 'policyArn'),
    run: getReasoningPolicy,
  },
};

function listEnforced(call: Call): object {
  const all = call.world.enforcedGuardrails(call.identity.accountId, call.region);
  const page = bedrockPage(call, all);
  const guardrailsConfig = page.items.map(({ contentGuarding, models, ...config }) => ({
    ...config,
    selectiveContentGuarding: contentGuarding ?? undefined,
    modelEnforcement:
      models === null
        ? undefined
        : { includedModels: models.included, excludedModels: models.excluded },
  }));
  return { guardrailsConfig, nextToken: page.next };
}

function getResourcePolicy(call: Call): object {
  const arn = requiredText(call.input, 'resourceArn');
  const policy = call.world.bedrockResourcePolicy(call.identity.accountId, call.region, arn);
  if (policy === null) {
    const text = `No resource policy was found for ${arn}.`;
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  return { resourcePolicy: policy };
}

/** The draft of each policy, or the versions of the one that is asked for. */
function listReasoningPolicies(call: Call): object {
  const arn = textOf(call.input, 'policyArn');
  const all = call.world.reasoningPolicies(call.identity.accountId, call.region);
  const page = bedrockPage(
    call,
    arn === undefined
      ? all.flatMap((versions) => versions.slice(0, 1))
      : versionsOf(call, arn).filter(({ version }) => version !== 'DRAFT'),
  );
  const automatedReasoningPolicySummaries = page.items.map(
    ({ definitionHash: _hash, kmsKeyArn: _key, ...summary }) => ({
      ...summary,
      description: summary.description ?? undefined,
    }),
  );
  return { automatedReasoningPolicySummaries, nextToken: page.next };
}

function getReasoningPolicy(call: Call): object {
  const arn = requiredText(call.input, 'policyArn');
  const found = versionsOf(call, arn).find(({ policyArn }) => policyArn === arn);
  if (found === undefined) throw unknownPolicy(arn);
  const { description, kmsKeyArn, ...policy } = found;
  return { ...policy, description: description ?? undefined, kmsKeyArn: kmsKeyArn ?? undefined };
}

/** The policy that an ARN names, with or without a version. */
function versionsOf(call: Call, arn: string): readonly WorldReasoningPolicy[] {
  const all = call.world.reasoningPolicies(call.identity.accountId, call.region);
  const found = all.find((versions) => versions.some(({ policyArn }) => policyArn === arn));
  if (found === undefined) throw unknownPolicy(arn);
  return found;
}

function unknownPolicy(arn: string): WireFault {
  const text = `The Automated Reasoning policy ${arn} does not exist.`;
  return new WireFault('ResourceNotFoundException', 404, text);
}
