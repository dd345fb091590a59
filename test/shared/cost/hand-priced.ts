import type { UsageRecord } from '../../../shared/prices/usage-record.ts';
import { readUsageLine } from '../../../shared/prices/usage-record.ts';

/**
 * Rows with what they cost, by prices that a person read in the source that is named: model (`-` for
 * units of no model), Region, unit, quantity, axes, USD, for how many units, cost, source. The day is
 * 2026-11-15 where none stands.
 */
const TABLE = `
global.anthropic.claude-fable-5-1 | us-east-1 | input-tokens | 1000000 |  | 10.00 | 1000000 | 10 | rate card
global.anthropic.claude-fable-5-1 | us-east-1 | cache-read-tokens | 123457 |  | 0.25 | 1000000 | 0.03086425 | rate card
global.anthropic.claude-fable-5-1 | us-east-1 | cache-write-1h-tokens | 1 |  | 20.00 | 1000000 | 0.00002 | rate card
us.anthropic.claude-fable-5-1 | us-east-1 | output-tokens | 999999 |  | 55.00 | 1000000 | 54.999945 | rate card
us.anthropic.claude-fable-5-1 | us-east-1 | cache-read-tokens | 3 |  | 0.275 | 1000000 | 0.000000825 | rate card
us-gov.anthropic.claude-fable-5-1 | us-gov-east-1 | output-tokens | 1000 |  | 60.00 | 1000000 | 0.06 | rate card
global.anthropic.claude-opus-5-5 | us-west-2 | cache-read-tokens | 1000001 |  | 0.20 | 1000000 | 0.2000002 | rate card
us.anthropic.claude-opus-5-5 | us-east-2 | input-tokens | 7 |  | 4.40 | 1000000 | 0.0000308 | rate card
us-gov.anthropic.claude-opus-5-5 | us-gov-east-1 | input-tokens | 500000 |  | 4.80 | 1000000 | 2.4 | rate card
global.anthropic.claude-sonnet-5-5 | eu-west-1 | input-tokens | 31415926 |  | 2.00 | 1000000 | 62.831852 | rate card
global.anthropic.claude-sonnet-5-5 | eu-west-1 | cache-write-5m-tokens | 2718281 |  | 2.50 | 1000000 | 6.7957025 | rate card
global.anthropic.claude-sonnet-5-5 | eu-west-1 | cache-write-1h-tokens | 11 |  | 4.00 | 1000000 | 0.000044 | rate card
eu.anthropic.claude-sonnet-5-5 | eu-west-1 | cache-write-5m-tokens | 1000003 |  | 2.75 | 1000000 | 2.75000825 | rate card
anthropic.claude-sonnet-5-5 | eu-west-1 | cache-write-1h-tokens | 17 |  | 4.40 | 1000000 | 0.0000748 | rate card
us-gov.anthropic.claude-sonnet-5-5 | us-gov-east-1 | cache-write-5m-tokens | 9 |  | 3.00 | 1000000 | 0.000027 | rate card
global.anthropic.claude-haiku-5-5 | us-east-1 | input-tokens | 1 |  | 0.10 | 1000000 | 0.0000001 | rate card
global.anthropic.claude-haiku-5-5 | us-east-1 | input-tokens | 1 | context=long | 0.50 | 1000000 | 0.0000005 | rate card
global.anthropic.claude-haiku-5-5 | us-east-1 | cache-write-5m-tokens | 8 | context=long | 0.625 | 1000000 | 0.000005 | rate card
us.anthropic.claude-haiku-5-5 | us-east-1 | output-tokens | 333333 | context=long | 2.75 | 1000000 | 0.91666575 | rate card
us.anthropic.claude-haiku-5-5 | us-east-1 | cache-read-tokens | 1000000 |  | 0.011 | 1000000 | 0.011 | rate card
anthropic.claude-haiku-4-5-20251001-v1:0 | us-east-1 | input-tokens | 123456789 |  | 1.10 | 1000000 | 135.8024679 | Price List or rate card
global.anthropic.claude-haiku-4-5-20251001-v1:0 | us-east-1 | output-tokens | 4 |  | 5.00 | 1000000 | 0.00002 | Price List or rate card
us.anthropic.claude-haiku-4-5-20251001-v1:0 | us-east-1 | input-tokens | 10 | tier=batch | 0.55 | 1000000 | 0.0000055 | Price List or rate card
us.anthropic.claude-haiku-4-5-20251001-v1:0 | us-east-1 | reserved-input-tpm-hours-1-month | 72000 |  | 0.066 | 1000 | 4.752 | rate card
global.anthropic.claude-haiku-4-5-20251001-v1:0 | us-east-1 | reserved-output-tpm-hours-1-month | 720.5 |  | 0.30 | 1000 | 0.21615 | rate card
openai.gpt-6.1-sol | us-east-1 | input-tokens | 1000 |  | 2.20 | 1000000 | 0.0022 | rate card
global.openai.gpt-6.1-sol | us-east-1 | cache-write-30m-tokens | 4096 |  | 2.50 | 1000000 | 0.01024 | rate card
openai.gpt-6.1-sol | us-east-1 | cache-write-30m-tokens | 4096 | tier=priority | 5.50 | 1000000 | 0.022528 | rate card
openai.gpt-6.1-sol | us-east-1 | output-tokens | 12 | tier=flex | 5.50 | 1000000 | 0.000066 | rate card
global.openai.gpt-6.1-sol | us-east-1 | input-tokens | 300000 | context=long | 4.00 | 1000000 | 1.2 | rate card
anthropic.claude-sonnet-4-6 | us-east-1 | input-tokens | 1000000 |  | 3.30 | 1000000 | 3.3 | Price List
Claude4.6Sonnet | us-east-1 | output-tokens | 250 | scope=global | 15.00 | 1000000 | 0.00375 | Price List
anthropic.claude-sonnet-4-6 | us-east-1 | cache-write-5m-tokens | 40 |  | 4.125 | 1000000 | 0.000165 | pricing page
anthropic.claude-sonnet-4-6 | us-east-1 | cache-write-1h-tokens | 40 |  | 6.60 | 1000000 | 0.000264 | pricing page
anthropic.claude-sonnet-4-6 | us-east-1 | output-tokens | 77 | tier=batch | 8.25 | 1000000 | 0.00063525 | Price List
anthropic.claude-3-5-haiku-20241022-v1:0 | us-east-1 | input-tokens | 500 |  | 0.80 | 1000000 | 0.0004 | pricing page
anthropic.claude-3-5-haiku-20241022-v1:0 | us-east-1 | input-tokens | 500 | tier=latency-optimized | 1.00 | 1000000 | 0.0005 | pricing page
anthropic.claude-3-5-sonnet-20240620-v1:0 | us-east-1 | output-tokens | 1000 | day=2025-11-30 | 15.00 | 1000000 | 0.015 | Price List or pricing page
anthropic.claude-3-5-sonnet-20240620-v1:0 | us-east-1 | output-tokens | 1000 | day=2025-12-01 | 30.00 | 1000000 | 0.03 | pricing page
anthropic.claude-opus-4-1-20250805-v1:0 | us-east-1 | input-tokens | 6 |  | 15.00 | 1000000 | 0.00009 | Price List or pricing page
anthropic.claude-sonnet-4-5-20250929-v1:0 | us-east-1 | input-tokens | 200001 | context=long | 6.60 | 1000000 | 1.3200066 | LiteLLM
amazon.nova-micro-v1:0 | us-east-1 | input-tokens | 13 |  | 0.035 | 1000000 | 0.000000455 | Price List
amazon.nova-lite-v1:0 | us-east-1 | output-tokens | 1 |  | 0.24 | 1000000 | 0.00000024 | Price List
amazon.nova-pro-v1:0 | us-east-1 | input-tokens | 1000 | tier=priority | 1.40 | 1000000 | 0.0014 | pricing page
amazon.nova-2-lite-v1:0 | us-east-1 | input-tokens | 3 | tier=flex | 0.165 | 1000000 | 0.000000495 | Price List Query API
amazon.nova-2-lite-v1:0 | us-east-1 | cache-read-tokens | 3 |  | 0.0825 | 1000000 | 0.0000002475 | Price List Query API
global.amazon.nova-2-lite-v1:0 | us-east-1 | output-tokens | 1000000 |  | 2.50 | 1000000 | 2.5 | Price List or pricing page
amazon.titan-embed-text-v2:0 | us-east-1 | input-tokens | 8192 |  | 0.02 | 1000000 | 0.00016384 | Price List
amazon.nova-canvas-v1:0 | us-east-1 | images-1024-standard | 25 |  | 0.04 | 1 | 1 | pricing page
amazon.nova-canvas-v1:0 | us-east-1 | images-2048-premium | 3 |  | 0.08 | 1 | 0.24 | pricing page
amazon.nova-reel-v1:1 | us-east-1 | video-seconds | 12 |  | 0.08 | 1 | 0.96 | pricing page
amazon.nova-sonic-v1:0 | us-east-1 | audio-output-tokens | 1500 |  | 13.60 | 1000000 | 0.0204 | pricing page
luma.ray-v2:0 | us-west-2 | video-seconds-720p | 5 |  | 1.50 | 1 | 7.5 | pricing page
twelvelabs.pegasus-1-2-v1:0 | us-east-1 | input-video-seconds | 61.5 |  | 0.00049 | 1 | 0.030135 | pricing page
cohere.rerank-v3-5:0 | us-east-1 | rerank-queries | 1001 |  | 2.00 | 1000 | 2.002 | pricing page
amazon.rerank-v1:0 | us-east-1 | rerank-queries | 1 |  | 1.00 | 1000 | 0.001 | pricing page
cohere.command-text-v14 | us-east-1 | provisioned-mu-hours-6-months | 720 |  | 23.77 | 1 | 17114.4 | pricing page
qwen.qwen3-coder-30b-a3b-v1:0 | us-east-1 | output-tokens | 1000 | tier=priority | 1.05 | 1000000 | 0.00105 | pricing page
openai.gpt-oss-120b-1:0 | us-east-1 | input-tokens | 1000 | tier=flex | 0.075 | 1000000 | 0.000075 | pricing page
- | us-east-1 | guardrail-contextual-grounding-text-units | 1501 |  | 0.10 | 1000 | 0.1501 | pricing page
- | us-east-1 | guardrail-content-images | 7 |  | 0.75 | 1000 | 0.00525 | pricing page
- | us-east-1 | agentcore-gb-hours | 0.123456789 |  | 0.00945 | 1 | 0.00116666665605 | pricing page
- | us-east-1 | import-cmu-minutes-v2 | 5 |  | 0.1433 | 1 | 0.7165 | pricing page
- | us-east-1 | knowledge-base-agentic-retrievals | 250 |  | 4.00 | 1000 | 1 | pricing page
- | us-east-1 | flow-node-transitions | 3 |  | 0.035 | 1000 | 0.000105 | pricing page
- | us-east-1 | data-automation-custom-pages | 12 |  | 0.04 | 1 | 0.48 | pricing page
openai.gpt-5.6-sol | us-east-1 | output-tokens | 1000 | day=2026-08-20 | 33.00 | 1000000 | 0.033 | pricing page
openai.gpt-5.6-sol | us-east-1 | output-tokens | 1000 | day=2026-08-21 | 22.00 | 1000000 | 0.022 | model card
global.openai.gpt-5.6-sol | eu-central-1 | cache-write-30m-tokens | 2000000 |  | 5.00 | 1000000 | 10 | model card
us.openai.gpt-5.6-sol | us-west-2 | input-tokens | 500 | tier=batch | 2.20 | 1000000 | 0.0011 | rate card
openai.gpt-5.6-sol | us-east-1 | output-tokens | 3 | tier=priority | 44.00 | 1000000 | 0.000132 | rate card
openai.gpt-6.1-sol | us-east-1 | output-tokens | 200 | context=long | 16.50 | 1000000 | 0.0033 | rate card
us-gov.anthropic.claude-opus-5 | us-gov-east-1 | input-tokens | 12345 | tier=batch | 3.00 | 1000000 | 0.037035 | rate card
us-gov.anthropic.claude-opus-5 | us-gov-east-1 | cache-write-1h-tokens | 1001 |  | 12.00 | 1000000 | 0.012012 | rate card
us-gov.anthropic.claude-opus-5-5 | us-gov-east-1 | cache-write-5m-tokens | 50 |  | 6.00 | 1000000 | 0.0003 | rate card
global.anthropic.claude-opus-5 | ap-northeast-1 | output-tokens | 4321 | tier=batch | 12.50 | 1000000 | 0.0540125 | rate card
us.anthropic.claude-opus-5-5 | us-east-1 | cache-write-5m-tokens | 10 |  | 5.50 | 1000000 | 0.000055 | rate card
global.anthropic.claude-opus-5-5 | us-east-1 | cache-write-1h-tokens | 25 |  | 8.00 | 1000000 | 0.0002 | LiteLLM
qwen.qwen3-next-80b-a3b | ap-south-1 | output-tokens | 1000000 |  | 1.41 | 1000000 | 1.41 | Price List
qwen.qwen3-next-80b-a3b | us-east-1 | input-tokens | 200 |  | 0.15 | 1000000 | 0.00003 | pricing page
qwen.qwen3-next-80b-a3b | ap-southeast-2 | output-tokens | 3 | tier=batch | 0.618 | 1000000 | 0.000001854 | Price List
deepseek.v3-v1:0 | ap-northeast-1 | input-tokens | 1000 |  | 0.701666 | 1000000 | 0.000701666 | Price List
deepseek.v3-v1:0 | ap-southeast-2 | output-tokens | 5 | tier=priority | 3.0282 | 1000000 | 0.000015141 | Price List
mistral.mistral-large-3-675b-instruct | sa-east-1 | output-tokens | 100 |  | 1.82 | 1000000 | 0.000182 | Price List
us.amazon.nova-premier-v1:0 | us-east-1 | input-tokens | 8 | tier=priority | 4.375 | 1000000 | 0.000035 | pricing page
us.meta.llama3-1-70b-instruct-v1:0 | us-east-2 | output-tokens | 100 | tier=latency-optimized | 0.90 | 1000000 | 0.00009 | pricing page
meta.llama3-1-70b-instruct-v1:0 | us-west-2 | provisioned-mu-hours-1-month | 48.5 |  | 21.18 | 1 | 1027.23 | pricing page
meta.llama3-1-70b-instruct-v1:0 | us-west-2 | training-tokens | 3000000 |  | 7.99 | 1000000 | 23.97 | pricing page
cohere.embed-v4:0 | ap-northeast-1 | input-tokens | 100 |  | 0.12 | 1000000 | 0.000012 | Price List
cohere.embed-english-v3 | us-east-1 | provisioned-mu-hours | 24 |  | 7.12 | 1 | 170.88 | pricing page
amazon.titan-embed-image-v1 | us-east-1 | input-images | 17 |  | 0.00006 | 1 | 0.00102 | LiteLLM
amazon.titan-image-generator-v2:0 | us-east-1 | images | 9 |  | 0.008 | 1 | 0.072 | LiteLLM
stability.stable-image-ultra-v1:1 | us-west-2 | images | 2 |  | 0.14 | 1 | 0.28 | LiteLLM
twelvelabs.marengo-embed-2-7-v1:0 | us-east-1 | input-audio-seconds | 90.5 |  | 0.00014 | 1 | 0.01267 | LiteLLM
amazon.nova-2-multimodal-embeddings-v1:0 | us-east-1 | input-tokens | 4 | tier=batch | 0.0675 | 1000000 | 0.00000027 | Price List
- | us-east-1 | guardrail-topic-text-units | 12 |  | 0.15 | 1000 | 0.0018 | pricing page
- | us-east-1 | guardrail-automated-reasoning-text-units | 7 |  | 0.17 | 1000 | 0.00119 | pricing page
- | us-east-1 | guardrail-word-text-units | 5000 |  | 0.00 | 1000 | 0 | pricing page
- | us-east-1 | agentcore-vcpu-hours | 2.25 |  | 0.0895 | 1 | 0.201375 | pricing page
- | us-east-1 | web-grounding-searches | 11 |  | 30.00 | 1000 | 0.33 | pricing page
us.anthropic.claude-sonnet-4-6 | us-east-1 | reserved-output-tpm-hours-3-months | 2400 |  | 0.891 | 1000 | 2.1384 | pricing page
us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0 | us-gov-west-1 | cache-write-1h-tokens | 100 | context=long | 14.40 | 1000000 | 0.00144 | LiteLLM
global.anthropic.claude-sonnet-4-5-20250929-v1:0 | eu-west-1 | output-tokens | 40 | context=long | 22.50 | 1000000 | 0.0009 | LiteLLM
`;

/** One row of the table. */
export interface HandPriced {
  readonly row: string;
  readonly record: UsageRecord;
  readonly expected: { readonly usd: string; readonly unitPrice: string; readonly per: number };
  /** Words of the source's name, any of them. */
  readonly sources: readonly string[];
}

/** Every row of the table. */
export const HAND_PRICED: readonly HandPriced[] = TABLE.trim().split('\n').map(readRow);

function readRow(text: string): HandPriced {
  const cells = text.split('|').map((cell) => cell.trim());
  const [modelId, region, unit, quantity, axes = '', unitPrice = '', per, usd = '', source = ''] =
    cells;
  const said = axes === '' ? [] : axes.split(' ').map((axis) => axis.split('='));
  const model = modelId === '-' ? {} : { modelId };
  const row = { ...model, region, unit, quantity, ...Object.fromEntries(said) };
  const read = readUsageLine(JSON.stringify(row));
  if (!read.valid) throw new Error(`${text}: ${read.reason}`);
  const expected = { usd, unitPrice, per: Number(per) };
  return { row: text, record: read.record, expected, sources: source.split(' or ') };
}
