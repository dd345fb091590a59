import { call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const [[draft] = []] = world.guardrails(DEFAULT_ACCOUNT, DEFAULT_REGION);
const guardrailIdentifier = draft?.guardrailId;
const guardrailVersion = draft?.version;
const text = 'Write to jane@example.com. How do I invest in stocks?';
const messages = [{ role: 'user', content: [{ text }] }];
const claude = 'anthropic.claude-haiku-4-5-20251001-v1:0';

export const bedrockRuntimeCases = [
  call('bedrockRuntime', 'Converse', { modelId: 'amazon.nova-lite-v1:0', messages }),
  call('bedrockRuntime', 'Converse', {
    modelId: 'amazon.nova-lite-v1:0',
    messages,
    guardrailConfig: { guardrailIdentifier, guardrailVersion, trace: 'enabled' },
  }),
  call('bedrockRuntime', 'CountTokens', { modelId: claude, input: { converse: { messages } } }),
  call('bedrockRuntime', 'ApplyGuardrail', {
    guardrailIdentifier,
    guardrailVersion,
    source: 'INPUT',
    content: [{ text: { text } }],
  }),
];
