import type { ModelScope } from '../../../../../shared/model/model-id.ts';
import type { ServiceTier } from '../../../../../shared/model/usage.ts';
import { billingPrefix } from '../../../../../shared/prices/billing-regions.ts';
import { isMarketplaceMetered } from '../bedrock/rate-cards.ts';
import { resourceId } from '../identifiers.ts';
import { type CatalogueModel, catalogueModel } from '../models.ts';

/** The units of a call that this world's bill knows. */
export type BilledUnit =
  | 'input-tokens'
  | 'output-tokens'
  | 'cache-read-tokens'
  | 'cache-write-5m-tokens'
  | 'cache-write-1h-tokens';

/** What is billed of one model. */
export interface BilledUse {
  readonly modelId: string;
  readonly region: string;
  readonly scope: ModelScope;
  readonly tier: ServiceTier;
  readonly unit: BilledUnit;
  /** Absent for short contexts. */
  readonly context?: 'long';
  /** Absent for bedrock-runtime. */
  readonly endpoint?: 'mantle';
}

/** How the bill names it; `per` tokens are one of `unit`. */
export interface BillName {
  readonly service: string;
  readonly productCode: string;
  readonly usageType: string;
  readonly unit: string;
  readonly per: 1_000 | 1_000_000;
}

/** How usage types of Bedrock's own family spell models; other models are spelled by their id. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'amazon.nova-micro-v1:0': 'NovaMicro',
  'amazon.nova-lite-v1:0': 'NovaLite',
  'amazon.nova-pro-v1:0': 'NovaPro',
  'amazon.nova-premier-v1:0': 'NovaPremier',
  'amazon.nova-2-lite-v1:0': 'Nova2.0Lite',
  'amazon.titan-embed-text-v2:0': 'TitanEmbeddingV2-Text',
  'anthropic.claude-opus-4-8': 'Claude4.8Opus',
  'anthropic.claude-sonnet-4-6': 'Claude4.6Sonnet',
  'meta.llama3-3-70b-instruct-v1:0': 'Llama3-3-70B',
  'meta.llama4-maverick-17b-instruct-v1:0': 'Llama4-Maverick-17B',
  'openai.gpt-oss-120b-1:0': 'gpt-oss-120b',
  'openai.gpt-oss-20b-1:0': 'gpt-oss-20b',
  'qwen.qwen3-coder-480b-a35b-v1:0': 'Qwen3-Coder-480B-A35B',
};
/** Claude models that are billed under Bedrock's own family all the same. */
const OWN_FAMILY = ['anthropic.claude-opus-4-8', 'anthropic.claude-sonnet-4-6'];
/** Marketplace products whose lines still carry the older names. */
const OLDER = /claude-3|claude-\w+-4-5|cohere/;

type Words = Readonly<Record<BilledUse['unit'], string>>;

const SERVICE_WORDS: Words = {
  'input-tokens': 'input-tokens',
  'output-tokens': 'output-tokens',
  'cache-read-tokens': 'cache-read-input-token-count',
  'cache-write-5m-tokens': 'cache-write-input-token-count',
  'cache-write-1h-tokens': 'cache-write-1h-input-token-count',
};
const NEW_WORDS: Words = {
  'input-tokens': 'input_tokens',
  'output-tokens': 'output_tokens',
  'cache-read-tokens': 'cache_read_tokens',
  'cache-write-5m-tokens': 'cache_write_tokens',
  'cache-write-1h-tokens': 'cache_write_tokens_1h',
};
const OLD_WORDS: Words = {
  'input-tokens': 'InputTokenCount',
  'output-tokens': 'OutputTokenCount',
  'cache-read-tokens': 'CacheReadInputTokenCount',
  'cache-write-5m-tokens': 'CacheWriteInputTokenCount',
  'cache-write-1h-tokens': 'CacheWrite1hInputTokenCount',
};

/** How a use of a model stands on the bill. */
export function billName(use: BilledUse): BillName {
  const model = catalogueModel(use.modelId);
  const prefix = billingPrefix(use.region) ?? 'USE1';
  const marketplace = model !== undefined && isMarketplaceMetered(model);
  if (use.endpoint === 'mantle') return mantleName(use, marketplace, prefix);
  if (marketplace && !OWN_FAMILY.includes(use.modelId)) return marketplaceName(model, use, prefix);
  return {
    service: marketplace ? 'Amazon Bedrock Service' : 'Amazon Bedrock',
    productCode: marketplace ? 'AmazonBedrockService' : 'AmazonBedrock',
    usageType: `${prefix}-${SPELLINGS[use.modelId] ?? use.modelId}-${SERVICE_WORDS[use.unit]}${tierWord(use)}${scopeWord(use)}`,
    unit: '1K tokens',
    per: 1_000,
  };
}

/** Mantle's lines name their model by its id and say the tier (guide on cost and usage data). */
function mantleName(use: BilledUse, marketplace: boolean, prefix: string): BillName {
  const model = use.modelId.replace(/-\d+:\d+$/, '');
  return {
    service: marketplace ? 'Amazon Bedrock Service' : 'Amazon Bedrock',
    productCode: marketplace ? 'AmazonBedrockService' : 'AmazonBedrock',
    usageType: `${prefix}-${model}-mantle-${SERVICE_WORDS[use.unit]}-${use.tier}`,
    unit: '1K tokens',
    per: 1_000,
  };
}

function tierWord({ tier }: BilledUse): string {
  return tier === 'standard' ? '' : `-${tier}`;
}

function scopeWord({ scope }: BilledUse): string {
  return scope === 'global' ? '-cross-region-global' : '';
}

function marketplaceName(model: CatalogueModel, use: BilledUse, prefix: string): BillName {
  const global = use.scope === 'global';
  const dimension = OLDER.test(use.modelId)
    ? `${OLD_WORDS[use.unit]}${use.context === 'long' ? '_LCtx' : ''}${global ? '_Global' : ''}${use.tier === 'batch' ? '_Batch' : ''}`
    : `${NEW_WORDS[use.unit]}${use.context === 'long' ? '_long_ctx' : ''}${global ? '_global' : ''}_${use.tier}`;
  return {
    service: `${model.name} (Amazon Bedrock Edition)`,
    productCode: resourceId(`marketplace/${model.modelId}`, 25),
    usageType: `${prefix}-MP:${prefix}_${dimension}-Units`,
    unit: 'Units',
    per: 1_000_000,
  };
}

/** Whether this world's bill knows a unit. */
export function isBilledUnit(unit: string): unit is BilledUnit {
  return Object.hasOwn(SERVICE_WORDS, unit);
}
