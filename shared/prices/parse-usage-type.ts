import { takePrefix } from './billing-regions.ts';
import { readServiceUsage } from './service-usage.ts';
import { PLAIN, type ReadUsageType, type UnparsedUsageType, unparsed } from './usage-type.ts';
import { readUsageWords, wordsOf } from './usage-words.ts';

/**
 * Takes apart a dimension of an agreement offer's rate card, old or new grammar, with or without
 * billing prefix: `USE1_input_tokens_global_standard`, `EU_InputTokenCount_Batch`,
 * `output_tokens_long_ctx_flex`, `USE1_Reserved_1Month_InputTPM_Geo`. Never throws.
 */
export function parseDimension(text: string): ReadUsageType {
  const prefix = takePrefix(text, '_');
  if (prefix.found === 'unknown') return unknownPrefix(prefix.prefix);
  const read = readDimensionWords(prefix.rest);
  if (!read.parsed || prefix.found === 'none') return read;
  return { ...read, region: prefix.region };
}

/**
 * Takes apart a usage type of the bill (CUR, Cost Explorer) or of the Price List: Bedrock's own
 * `USE1-Nova2.0Lite-input-tokens-flex` and the marketplace's `USE1-MP:USE1_InputTokenCount-Units`,
 * guardrails, provisioned capacity, customisation, images, AgentCore. Never throws.
 */
export function parseUsageType(text: string): ReadUsageType {
  const prefix = takePrefix(text, '-');
  if (prefix.found === 'unknown') return unknownPrefix(prefix.prefix);
  const region = prefix.found === 'known' ? prefix.region : null;
  const { rest } = prefix;
  if (rest.startsWith('MP:')) return readMarketplace(rest.slice('MP:'.length), region);
  const read = readServiceUsage(rest);
  return read.parsed ? { ...read, region } : read;
}

/** A marketplace line is a rate card's dimension in an envelope that repeats the prefix. */
function readMarketplace(text: string, region: string | null): ReadUsageType {
  const read = parseDimension(text.replace(/-Units$/, ''));
  if (!read.parsed) return read;
  if (read.region !== null && region !== null && read.region !== region) {
    return unparsed(`its two billing prefixes name ${region} and ${read.region}`);
  }
  return { ...read, form: 'marketplace', region: region ?? read.region };
}

/** Images of a rate card carry size and quality in their name: `sd3_5_large_1mp_standard_images`. */
function readDimensionWords(text: string): ReadUsageType {
  const image = /^(.+)_images$/.exec(text)?.[1];
  if (image !== undefined && !/^(input|output|created)$/.test(image)) {
    return { ...PLAIN, form: 'agreement', meter: 'images', direction: 'output', item: image };
  }
  const read = readUsageWords(wordsOf(text));
  return read.parsed ? { ...read, form: 'agreement' } : read;
}

function unknownPrefix(prefix: string): UnparsedUsageType {
  return unparsed(`the billing prefix ${prefix} belongs to no Region that Assay knows`);
}
