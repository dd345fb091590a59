/**
 * Models that the `bedrock-mantle` endpoint serves, by their canonical id, with the id that it knows
 * them by where that is another (Amazon Bedrock User Guide, "Endpoint availability" of October 2026
 * and the model cards; `bedrock-mantle:ListModels` has no SDK operation that could be asked).
 */
const SERVED: Readonly<Record<string, string | null>> = {
  'anthropic.claude-fable-5': null,
  'anthropic.claude-fable-5-1': null,
  'anthropic.claude-haiku-4-5-20251001-v1:0': 'anthropic.claude-haiku-4-5',
  'anthropic.claude-mythos-5': null,
  'anthropic.claude-mythos-preview': null,
  'anthropic.claude-opus-4-7': null,
  'anthropic.claude-opus-4-8': null,
  'anthropic.claude-opus-5': null,
  'anthropic.claude-sonnet-5': null,
  'deepseek.v3-v1:0': 'deepseek.v3.1',
  'deepseek.v3.2': null,
  'google.gemma-3-12b-it': null,
  'google.gemma-3-27b-it': null,
  'google.gemma-3-4b-it': null,
  'google.gemma-4-26b-a4b': null,
  'google.gemma-4-31b': null,
  'google.gemma-4-e2b': null,
  'minimax.minimax-m2': null,
  'minimax.minimax-m2.1': null,
  'minimax.minimax-m2.5': null,
  'mistral.devstral-2-123b': null,
  'mistral.magistral-small-2509': null,
  'mistral.ministral-3-14b-instruct': null,
  'mistral.ministral-3-3b-instruct': null,
  'mistral.ministral-3-8b-instruct': null,
  'mistral.mistral-large-3-675b-instruct': null,
  'mistral.voxtral-mini-3b-2507': null,
  'mistral.voxtral-small-24b-2507': null,
  'moonshot.kimi-k2-thinking': 'moonshotai.kimi-k2-thinking',
  'moonshotai.kimi-k2.5': null,
  'nvidia.nemotron-nano-12b-v2': null,
  'nvidia.nemotron-nano-3-30b': null,
  'nvidia.nemotron-nano-9b-v2': null,
  'nvidia.nemotron-super-3-120b': null,
  'openai.gpt-5.4': null,
  'openai.gpt-5.5': null,
  'openai.gpt-5.6-luna': null,
  'openai.gpt-5.6-sol': null,
  'openai.gpt-5.6-terra': null,
  'openai.gpt-oss-120b-1:0': 'openai.gpt-oss-120b',
  'openai.gpt-oss-20b-1:0': 'openai.gpt-oss-20b',
  'openai.gpt-oss-safeguard-120b': null,
  'openai.gpt-oss-safeguard-20b': null,
  'qwen.qwen3-235b-a22b-2507-v1:0': 'qwen.qwen3-235b-a22b-2507',
  'qwen.qwen3-32b-v1:0': 'qwen.qwen3-32b',
  'qwen.qwen3-coder-30b-a3b-v1:0': 'qwen.qwen3-coder-30b-a3b-instruct',
  'qwen.qwen3-coder-480b-a35b-v1:0': 'qwen.qwen3-coder-480b-a35b-instruct',
  'qwen.qwen3-coder-next': null,
  'qwen.qwen3-next-80b-a3b': 'qwen.qwen3-next-80b-a3b-instruct',
  'qwen.qwen3-vl-235b-a22b': 'qwen.qwen3-vl-235b-a22b-instruct',
  'writer.palmyra-vision-7b': null,
  'xai.grok-4.3': null,
  'xai.grok-4.6': null,
  'zai.glm-4.7': null,
  'zai.glm-4.7-flash': null,
  'zai.glm-5': null,
};

/** Regions with a `bedrock-mantle` endpoint (User Guide, "Regional availability by endpoints"). */
const REGIONS: ReadonlySet<string> = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-west-1',
  'eu-west-2',
  'ap-northeast-1',
  'ap-south-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'sa-east-1',
  'us-gov-west-1',
]);

/** Whether a Region has a `bedrock-mantle` endpoint. */
export function hasMantle(region: string): boolean {
  return REGIONS.has(region);
}

/** The id by which mantle knows a model, from its canonical id; null where it does not serve it. */
export function mantleModelId(modelId: string): string | null {
  if (!Object.hasOwn(SERVED, modelId)) return null;
  return SERVED[modelId] ?? modelId;
}
