import { call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const SUPPORT = { accountId: '555566667777', region: 'eu-west-1' };
const guardrails = world.guardrails(DEFAULT_ACCOUNT, DEFAULT_REGION).flat();
const policies = world.reasoningPolicies(DEFAULT_ACCOUNT, DEFAULT_REGION).flat();
const [first] = guardrails;
const supported = world.guardrails(SUPPORT.accountId, SUPPORT.region).flat();
const { guardrailArn: resourceArn } = first ?? {};

export const guardrailVersionCases = [
  call('bedrock', 'ListGuardrails', { guardrailIdentifier: resourceArn, maxResults: 2 }),
  ...guardrails.map(({ guardrailArn, version }) =>
    call('bedrock', 'GetGuardrail', {
      guardrailIdentifier: guardrailArn,
      guardrailVersion: version,
    }),
  ),
  ...supported.map(({ guardrailId, version }) =>
    call(
      'bedrock',
      'GetGuardrail',
      { guardrailIdentifier: guardrailId, guardrailVersion: version },
      SUPPORT,
    ),
  ),
  call('bedrock', 'ListTagsForResource', { resourceARN: resourceArn }),
];

export const governingCases = [
  call('bedrock', 'ListEnforcedGuardrailsConfiguration'),
  call('bedrock', 'ListEnforcedGuardrailsConfiguration', {}, SUPPORT),
  call('bedrock', 'GetAccountDataRetention'),
  call('bedrock', 'GetAccountDataRetention', {}, { accountId: '444455556666' }),
  call('bedrock', 'GetResourcePolicy', { resourceArn }),
  call('bedrock', 'ListAutomatedReasoningPolicies', { maxResults: 1 }),
  call('bedrock', 'ListAutomatedReasoningPolicies', { policyArn: policies[0]?.policyArn }),
  call('bedrock', 'ListAutomatedReasoningPolicies', {}, SUPPORT),
  ...policies.map(({ policyArn }) => call('bedrock', 'GetAutomatedReasoningPolicy', { policyArn })),
  call('bedrock', 'GetModelInvocationLoggingConfiguration', {}, SUPPORT),
];
