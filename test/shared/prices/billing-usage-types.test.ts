import { describe, expect, test } from 'vitest';
import { parseUsageType } from '../../../shared/prices/parse-usage-type.ts';
import { told } from './told.ts';

const INPUT = { meter: 'input-tokens', direction: 'input' };
const OUTPUT = { meter: 'output-tokens', direction: 'output' };
const READ = { meter: 'cache-read-tokens', direction: 'input' };
const WRITE = { meter: 'cache-write-tokens', direction: 'input' };
const EAST = { region: 'us-east-1' };
const GLOBAL = { scopes: ['global'] };

describe('usage types of the bill and the Price List', () => {
  const NOVA = { model: 'amazon.nova-2-lite-v1:0' };
  const SONNET = { model: 'anthropic.claude-sonnet-4-6' };
  const OSS = { model: 'openai.gpt-oss-120b-1:0' };
  test.each([
    ['USE1-Nova2.0Lite-cache-read-input-token-count', { ...EAST, ...READ, ...NOVA }],
    ['USE1-Nova2.0Lite-input-tokens', { ...EAST, ...INPUT, ...NOVA }],
    ['USE1-Nova2.0Lite-input-tokens-flex', { ...EAST, ...INPUT, ...NOVA, tier: 'flex' }],
    ['USE1-Nova2.0Lite-input-tokens-priority', { ...EAST, ...INPUT, ...NOVA, tier: 'priority' }],
    ['USE1-Nova2.0Lite-output-tokens', { ...EAST, ...OUTPUT, ...NOVA }],
    [
      'USE1-openai.gpt-oss-120b-mantle-input-tokens-standard',
      { ...EAST, ...INPUT, ...OSS, endpoint: 'mantle' },
    ],
    ['USE1-gpt-oss-120b-output-tokens-priority', { ...EAST, ...OUTPUT, ...OSS, tier: 'priority' }],
    ['USE1-Claude4.6Sonnet-input-tokens', { ...EAST, ...INPUT, ...SONNET }],
    ['USE1-Claude4.6Sonnet-cache-read-input-token-count', { ...EAST, ...READ, ...SONNET }],
    [
      'USE1-Claude4.6Sonnet-output-tokens-cross-region-global',
      { ...EAST, ...OUTPUT, ...SONNET, ...GLOBAL },
    ],
    [
      'EUC1-anthropic.claude-opus-4-8-mantle-output-tokens-standard',
      { region: 'eu-central-1', ...OUTPUT, model: 'anthropic.claude-opus-4-8', endpoint: 'mantle' },
    ],
    [
      'USE1-NovaPro-input-tokens-batch',
      { ...EAST, ...INPUT, model: 'amazon.nova-pro-v1:0', tier: 'batch' },
    ],
    [
      'USE1-NovaPro-input-tokens-custom-model',
      { ...EAST, ...INPUT, model: 'amazon.nova-pro-v1:0', customModel: true },
    ],
    [
      'USE1-Claude4.5Sonnet-input-tokens-long-context',
      { ...EAST, ...INPUT, model: 'anthropic.claude-sonnet-4-5-20250929-v1:0', context: 'long' },
    ],
    [
      'USW2-Llama3-3-70B-output-tokens',
      { region: 'us-west-2', ...OUTPUT, model: 'meta.llama3-3-70b-instruct-v1:0' },
    ],
    ['USE1-MP:USE1_InputTokenCount-Units', { ...EAST, ...INPUT }],
    ['USE1-MP:USE1_InputTokenCount_Global-Units', { ...EAST, ...INPUT, ...GLOBAL }],
    [
      'USE1-MP:USE1_OutputTokenCount_Global_Batch-Units',
      { ...EAST, ...OUTPUT, ...GLOBAL, tier: 'batch' },
    ],
    [
      'USE1-MP:USE1_InputTokenCount_LatencyOptimized-Units',
      { ...EAST, ...INPUT, latencyOptimized: true },
    ],
    ['USE1-MP:USE1_CacheReadInputTokenCount-Units', { ...EAST, ...READ }],
    [
      'USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units',
      { ...EAST, ...WRITE, ...GLOBAL, cacheTtl: '1h' },
    ],
    ['USW2-MP:USW2_output_tokens_standard-Units', { region: 'us-west-2', ...OUTPUT }],
    ['USE1-MP:USE1_cache_write_tokens_1h_standard-Units', { ...EAST, ...WRITE, cacheTtl: '1h' }],
    ['USE1-MP:USE1_cache_write_tokens_30m_standard-Units', { ...EAST, ...WRITE, cacheTtl: '30m' }],
    ['USE1-MP:USE1_search_units-Units', { ...EAST, meter: 'search-units' }],
    ['USE1-MP:USE1_created_image-Units', { ...EAST, meter: 'images', direction: 'output' }],
    [
      'USE1-MP:USE1_inputVideoSecond_Global-Units',
      { ...EAST, meter: 'video-seconds', direction: 'input', ...GLOBAL },
    ],
    [
      'USE1-Guardrail-ContentPolicyUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'content' },
    ],
    [
      'USE1-Guardrail-TopicPolicyUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'topic' },
    ],
    [
      'USE1-Guardrail-WordPolicyUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'word' },
    ],
    [
      'EU-Guardrail-ContextualGroundingPolicyUnitsConsumed',
      { region: 'eu-west-1', meter: 'guardrail-text-units', item: 'contextual-grounding' },
    ],
    [
      'USE1-Guardrail-AutomatedReasoningPolicyUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'automated-reasoning' },
    ],
    [
      'USE1-Guardrail-SensitiveInformationPolicyPaidUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'sensitive-information' },
    ],
    [
      'USE1-Guardrail-SensitiveInformationPolicyFreeUnitsConsumed',
      { ...EAST, meter: 'guardrail-text-units', item: 'sensitive-information-free' },
    ],
    [
      'USE1-Guardrail-ContentPolicyImageUnitsConsumed',
      { ...EAST, meter: 'guardrail-images', item: 'content' },
    ],
    [
      'USE1-GuardrailChecks-PromptAttackUnitsConsumed',
      { ...EAST, meter: 'guardrail-check-units', item: 'prompt-attack' },
    ],
    [
      'USE1-ProvisionedThroughput-NoCommit-ModelUnits',
      { ...EAST, meter: 'model-unit-hours', commitment: 'none' },
    ],
    [
      'USE1-NovaPro-ProvisionedThroughput-6MonthCommit-ModelUnits',
      { ...EAST, meter: 'model-unit-hours', commitment: '6-months', model: 'amazon.nova-pro-v1:0' },
    ],
    [
      'USE1-NovaLite-Customization-Training',
      { ...EAST, meter: 'customization-training', model: 'amazon.nova-lite-v1:0' },
    ],
    [
      'USE1-NovaLite-Customization-Storage',
      { ...EAST, meter: 'customization-storage', model: 'amazon.nova-lite-v1:0' },
    ],
    [
      'USE1-NovaCanvas-T2I-1024-Standard',
      {
        ...EAST,
        meter: 'images',
        direction: 'output',
        model: 'amazon.nova-canvas-v1:0',
        item: 't2i-1024-standard',
      },
    ],
    [
      'USE1-Canvas-T2I-1024-Standard',
      { ...EAST, meter: 'images', direction: 'output', model: null, item: 't2i-1024-standard' },
    ],
    [
      'USE1-DataAutomation-Standard-ImagesProcessed',
      { ...EAST, meter: 'data-automation', item: 'standard-images' },
    ],
    [
      'USE1-Runtime:Consumption-based:vCPU',
      { ...EAST, meter: 'agentcore', item: 'Runtime:Consumption-based:vCPU' },
    ],
    [
      'USE1-Runtime:Consumption-based:Memory',
      { ...EAST, meter: 'agentcore', item: 'Runtime:Consumption-based:Memory' },
    ],
    ['USE1-Gateway:Invocations', { ...EAST, meter: 'agentcore', item: 'Gateway:Invocations' }],
    ['Memory:ShortTerm', { meter: 'agentcore', item: 'Memory:ShortTerm' }],
  ])('%s', (text, expected) => {
    expect(told(parseUsageType(text))).toEqual(expected);
  });

  test.each([
    ['USE1-BoxUsage:m5.large', "'BoxUsage:m5.large' is of no family that Assay knows"],
    ['USE1-MP:USW2_InputTokenCount-Units', 'its two billing prefixes name us-east-1 and us-west-2'],
    [
      'USE1-Nova2.0Lite-input-tokens-ultra',
      "Assay does not know what 'ultra' means in 'input-tokens-ultra'",
    ],
    ['USE1-input-tokens', "'input-tokens' is of no family that Assay knows"],
  ])('%s is not guessed', (text, reason) => {
    expect(parseUsageType(text)).toEqual({ parsed: false, reason });
  });

  test('a model that the catalogue lacks keeps its spelling', () => {
    const read = parseUsageType('USE1-Claude9.9Epic-input-tokens');
    expect(read).toMatchObject({ model: { spelling: 'Claude9.9Epic', modelId: null } });
    const turned = parseUsageType('USE1-Claude6.4Sonnet-input-tokens');
    expect(turned).toMatchObject({ model: { spelling: 'Claude6.4Sonnet', modelId: null } });
  });
});
