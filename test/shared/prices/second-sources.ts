import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { modelLabel } from '../../../shared/model/model-label.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';
import { projectRoot } from '../../helpers/source-tree.ts';
import { type Lookup, liteLlm } from './lite-llm.ts';
import { TRANSCRIBED, transcribed } from './transcribed-prices.ts';

/** A source that prices were not taken from, with the day on which it was current. */
export interface SecondSource {
  readonly asOf: string;
  /** What it says of a line; nothing for lines that come from it. */
  readonly find: Lookup;
}

const FOLDER = path.join(projectRoot, '../shared/data/prices');

/** Whether the collected price lists stand beside this checkout. */
export const haveSecondSources = existsSync(FOLDER);

/** Every second source that is at hand: what was typed off is always, the collected lists may be. */
export function secondSources(): readonly SecondSource[] {
  return [...readdirSync(TRANSCRIBED).map(transcribed), ...(haveSecondSources ? collected() : [])];
}

function collected(): readonly SecondSource[] {
  return [
    { asOf: '2026-08-01', find: liteLlm(read('litellm/litellm_bedrock_2026-08-01.json')) },
    { asOf: '2026-08-20', find: priceList() },
    { asOf: '2026-09-30', find: rateCards() },
    { asOf: '2026-07-24', find: pricingPage() },
  ];
}

function text(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

function read(file: string): unknown {
  return JSON.parse(text(file));
}

const priceListRow = z.object({
  m: z.string(),
  r: z.array(z.string()),
  i: z.number().nullable(),
  o: z.number().nullable(),
});

/** The Price List of 2026-08-20 as others transformed it; for lines that come from elsewhere. */
function priceList(): Lookup {
  const { rows } = z.object({ rows: z.array(priceListRow) }).parse(read('derived/data.json'));
  return (line) => {
    if (line.source.startsWith('AWS Price List Bulk API') || line.context === 'long') return [];
    const suffix = priceListSuffix(line);
    if (suffix === null || !/^(input|output)-tokens$/.test(line.unit)) return [];
    const name = `${modelLabel(line.modelId)}${suffix}`;
    const row = rows.find(
      (found) => found.m === name && found.r.some((region) => covers(line, region)),
    );
    const usd = line.unit === 'input-tokens' ? row?.i : row?.o;
    return usd === null || usd === undefined ? [] : [{ source: 'price-list', usd }];
  };
}

function covers(line: PriceLine, region: string): boolean {
  if (line.regions === '*') return !region.startsWith('us-gov-');
  return line.regions.includes(region);
}

/** How that transformation marks global scope and batch; other tiers it leaves out. */
function priceListSuffix(line: PriceLine): string | null {
  if (line.tier === 'standard') return line.scope === 'global' ? ' (クロスリージョン)' : '';
  return line.tier === 'batch' && line.scope !== 'global' ? ' (バッチ)' : null;
}

const rateCard = z.object({
  modelId: z.string(),
  offers: z.array(
    z.object({
      termDetails: z.object({
        usageBasedPricingTerm: z.object({
          rateCard: z.array(z.object({ dimension: z.string(), price: z.string() })),
        }),
      }),
    }),
  ),
});

const RATE_CARDS = [
  'anthropic.claude-haiku-4-5-20251001-v1_0.json',
  'anthropic.claude-sonnet-5-5_2026-10-07.json',
  'openai.gpt-6.1-sol.json',
];

const DIMENSION_OF_UNIT: Readonly<Record<string, string>> = {
  'input-tokens': 'input_tokens',
  'output-tokens': 'output_tokens',
  'cache-read-tokens': 'cache_read_tokens',
  'cache-write-5m-tokens': 'cache_write_tokens',
  'cache-write-30m-tokens': 'cache_write_tokens_30m',
  'cache-write-1h-tokens': 'cache_write_tokens_1h',
};
const RESERVED = /^reserved-(input|output)-tpm-hours-1-month$/;

/** The account's own rate cards, as saved from `ListFoundationModelAgreementOffers`. */
function rateCards(): Lookup {
  const cards = RATE_CARDS.map((file) => rateCard.parse(read(`agreement-offers/${file}`)));
  return (line) => {
    const card = cards.find((found) => found.modelId === line.modelId);
    const rates = card?.offers[0]?.termDetails.usageBasedPricingTerm.rateCard ?? [];
    const dimension = dimensionOf(line);
    const prefix = line.regions === '*' || line.regions.includes('us-east-1') ? 'USE1_' : 'UGE1_';
    const rate = rates.find(
      (found) => found.dimension === dimension || found.dimension === `${prefix}${dimension}`,
    );
    return rate === undefined ? [] : [{ source: 'rate-card', usd: Number(rate.price) }];
  };
}

function dimensionOf({ unit, scope, tier, context }: PriceLine): string {
  const direction = RESERVED.exec(unit)?.[1];
  if (direction !== undefined) {
    const name = direction === 'input' ? 'InputTPM' : 'OutputTPM';
    return `Reserved_1Month_${name}_${scope === 'global' ? 'Global' : 'Geo'}`;
  }
  const long = context === 'long' ? '_long_ctx' : '';
  return `${DIMENSION_OF_UNIT[unit]}${long}${scope === 'global' ? '_global' : ''}_${tier}`;
}

const PAGE_COLUMN: Readonly<Record<string, number>> = {
  'input-tokens': 0,
  'output-tokens': 1,
  'cache-read-tokens': 2,
  'cache-write-5m-tokens': 3,
  'cache-write-1h-tokens': 4,
};

/**
 * The pricing page of 2026-07-24 as captured: it names no Region and has batch for few models, so
 * only standard US prices are looked up, and agree when the model has the price in any row.
 */
function pricingPage(): Lookup {
  const rows = text('pricing-page/bedrock_pricing.csv')
    .split('\n')
    .map((row) => ({
      name: row.split(',')[0] ?? '',
      prices: row.split(',').slice(-5).map(Number),
    }));
  return (line) => {
    if (line.source.startsWith('Amazon Bedrock pricing page')) return [];
    const inUs = line.regions === '*' || line.regions.includes('us-east-1');
    if (line.tier !== 'standard' || line.context === 'long' || !inUs) return [];
    const column = PAGE_COLUMN[line.unit] ?? -1;
    const prices = rows
      .filter((row) => row.name === pageName(line))
      .map((row) => row.prices[column] ?? 0)
      .filter((price) => price > 0);
    const distance = (price: number) => Math.abs(price - Number(line.usd));
    const nearest = prices.sort((a, b) => distance(a) - distance(b))[0];
    return nearest === undefined ? [] : [{ source: 'pricing-page', usd: nearest }];
  };
}

/** `openai.gpt-oss-120b`, `global.anthropic.claude-opus-4-8`: the page's names, slugged. */
function pageName(line: PriceLine): string {
  const provider = line.modelId.split('.')[0] ?? '';
  const slug = modelLabel(line.modelId)
    .toLowerCase()
    .replace(/ instruct$/, '')
    .replace(/[ .]/g, '-');
  const llama = slug.replace(/^(llama-3(?:-\d)?)-(\d+b)$/, '$1-instruct-$2');
  return `${line.scope === 'global' ? 'global.' : ''}${provider}.${llama}`;
}
