import { call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const [[draft, published] = []] = world.guardrails(DEFAULT_ACCOUNT, DEFAULT_REGION);
const guardrailIdentifier = draft?.guardrailId;
const profiles = world.inferenceProfiles(DEFAULT_ACCOUNT, DEFAULT_REGION);
const application = profiles.find(({ type }) => type === 'APPLICATION');
const system = profiles.find(({ type }) => type === 'SYSTEM_DEFINED');

export const bedrockCases = [
  call('bedrock', 'ListFoundationModels'),
  call('bedrock', 'ListFoundationModels', { byProvider: 'Anthropic' }, { region: 'eu-west-1' }),
  ...world
    .foundationModels(DEFAULT_REGION)
    .map(({ modelId }) => call('bedrock', 'GetFoundationModel', { modelIdentifier: modelId })),
  call('bedrock', 'ListInferenceProfiles', { typeEquals: 'APPLICATION' }),
  call('bedrock', 'ListInferenceProfiles', { maxResults: 3 }),
  ...[application, system].map((profile) =>
    call('bedrock', 'GetInferenceProfile', {
      inferenceProfileIdentifier: profile?.profileId,
    }),
  ),
  call('bedrock', 'ListGuardrails', { maxResults: 1 }),
  call('bedrock', 'ListGuardrails', { guardrailIdentifier }),
  call('bedrock', 'GetGuardrail', { guardrailIdentifier }),
  call('bedrock', 'GetGuardrail', { guardrailIdentifier, guardrailVersion: published?.version }),
  call('bedrock', 'GetModelInvocationLoggingConfiguration'),
  call('bedrock', 'GetModelInvocationLoggingConfiguration', {}, { region: 'us-west-2' }),
];
