import { z } from 'zod';
import type { PriceLine } from '../../../shared/prices/price-line.ts';

/** A price elsewhere for what a line prices, in USD for the line's `per`. */
export interface SecondPrice {
  readonly source: string;
  readonly usd: number;
}

/** What a source says of a line; nothing for lines that come from it. */
export type Lookup = (line: PriceLine) => readonly SecondPrice[];

const FIELDS: Readonly<Record<string, string>> = {
  'input-tokens standard short': 'input_cost_per_token',
  'output-tokens standard short': 'output_cost_per_token',
  'cache-read-tokens standard short': 'cache_read_input_token_cost',
  'cache-write-5m-tokens standard short': 'cache_creation_input_token_cost',
  'cache-write-30m-tokens standard short': 'cache_creation_input_token_cost',
  'cache-write-1h-tokens standard short': 'cache_creation_input_token_cost_above_1hr',
  'input-tokens batch short': 'input_cost_per_token_batches',
  'output-tokens batch short': 'output_cost_per_token_batches',
  'input-tokens standard long': 'input_cost_per_token_above_200k_tokens',
  'output-tokens standard long': 'output_cost_per_token_above_200k_tokens',
  'cache-read-tokens standard long': 'cache_read_input_token_cost_above_200k_tokens',
  'input-images standard short': 'input_cost_per_image',
  'input-video-seconds standard short': 'input_cost_per_video_per_second',
  'input-audio-seconds standard short': 'input_cost_per_audio_per_second',
  'images standard short': 'output_cost_per_image',
  'rerank-queries standard short': 'input_cost_per_query',
  'search-units standard short': 'input_cost_per_query',
};
const COMMITTED = /^provisioned-mu-hours-([16]-month)s?$/;
const SECONDS_PER_HOUR = 3_600;

type Entries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** LiteLLM (MIT) keys: bare ids are the US price, `us.` and so on profiles, `bedrock/<Region>/<id>`. */
export function liteLlm(json: unknown): Lookup {
  const entries = z.record(z.string(), z.record(z.string(), z.unknown())).parse(json);
  return (line) => {
    if (line.source.startsWith('LiteLLM')) return [];
    const committed = COMMITTED.exec(line.unit)?.[1];
    const usd = committed === undefined ? listed(entries, line) : perHour(entries, line, committed);
    return usd === null ? [] : [{ source: 'litellm', usd: usd * line.per }];
  };
}

function listed(entries: Entries, line: PriceLine): number | null {
  const field = FIELDS[`${line.unit} ${line.tier} ${line.context ?? 'short'}`] ?? '';
  const prices = keysOf(line).map((key) => entries[key]?.[field]);
  return prices.find((price) => typeof price === 'number') ?? null;
}

function perHour(entries: Entries, { modelId }: PriceLine, committed: string): number | null {
  const entry = entries[`bedrock/*/${committed}-commitment/${modelId}`];
  const price = entry?.input_cost_per_second;
  return typeof price === 'number' ? price * SECONDS_PER_HOUR : null;
}

function keysOf(line: PriceLine): readonly string[] {
  const regions = line.regions === '*' ? ['us-east-1'] : line.regions;
  const inUs = regions.some((region) => region === 'us-east-1' || region === 'us-west-2');
  if (line.scope === 'global') return inUs ? [`global.${line.modelId}`] : [];
  if (line.scope === 'geographic') return inUs ? [`us.${line.modelId}`] : [];
  const byRegion = regions.map((region) => `bedrock/${region}/${line.modelId}`);
  return inUs ? [...byRegion, line.modelId, `bedrock_mantle/${line.modelId}`] : byRegion;
}
