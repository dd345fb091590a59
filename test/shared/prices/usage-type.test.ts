import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseDimension, parseUsageType } from '../../../shared/prices/parse-usage-type.ts';
import { told } from './told.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/prices', import.meta.url));

const INPUT = { meter: 'input-tokens', direction: 'input' };
const OUTPUT = { meter: 'output-tokens', direction: 'output' };
const READ = { meter: 'cache-read-tokens', direction: 'input' };
const WRITE = { meter: 'cache-write-tokens', direction: 'input' };
const EAST = { region: 'us-east-1' };
const GLOBAL = { scopes: ['global'] };

describe('rate card dimensions', () => {
  test.each([
    ['USE1_input_tokens_standard', { ...EAST, ...INPUT }],
    ['EU_output_tokens_global_batch', { region: 'eu-west-1', ...OUTPUT, ...GLOBAL, tier: 'batch' }],
    ['APN2_cache_read_tokens_global_standard', { region: 'ap-northeast-2', ...READ, ...GLOBAL }],
    [
      'USE1_cache_write_tokens_1h_global_standard',
      { ...EAST, ...WRITE, ...GLOBAL, cacheTtl: '1h' },
    ],
    ['USW2_cache_write_tokens_standard', { region: 'us-west-2', ...WRITE }],
    ['input_tokens_long_ctx_flex', { ...INPUT, context: 'long', tier: 'flex' }],
    ['output_tokens_long_ctx_global_standard', { ...OUTPUT, ...GLOBAL, context: 'long' }],
    [
      'cache_write_tokens_30m_long_ctx_flex',
      { ...WRITE, cacheTtl: '30m', context: 'long', tier: 'flex' },
    ],
    [
      'cache_write_tokens_30m_global_priority',
      { ...WRITE, ...GLOBAL, cacheTtl: '30m', tier: 'priority' },
    ],
    ['USE1_InputTokenCount', { ...EAST, ...INPUT }],
    ['USE1_OutputTokenCount_Global_Batch', { ...EAST, ...OUTPUT, ...GLOBAL, tier: 'batch' }],
    ['USE1_CacheReadInputTokenCount', { ...EAST, ...READ }],
    ['USE1_CacheWriteInputTokenCount_Global', { ...EAST, ...WRITE, ...GLOBAL }],
    ['USE1_CacheWrite1hInputTokenCount', { ...EAST, ...WRITE, cacheTtl: '1h' }],
    ['USE1_InputTokenCount_LCtx', { ...EAST, ...INPUT, context: 'long' }],
    ['USE1_InputTokenCount_LatencyOptimized', { ...EAST, ...INPUT, latencyOptimized: true }],
    [
      'USE1_Reserved_1Month_InputTPM_Geo',
      {
        ...EAST,
        meter: 'reserved-tpm-hours',
        direction: 'input',
        tier: 'reserved',
        commitment: '1-month',
        scopes: ['geographic'],
      },
    ],
    [
      'EU_Reserved_3Month_OutputTPM_Global',
      {
        region: 'eu-west-1',
        meter: 'reserved-tpm-hours',
        direction: 'output',
        tier: 'reserved',
        commitment: '3-months',
        ...GLOBAL,
      },
    ],
    [
      'USW2_sd3_5_large_1mp_standard_images',
      {
        region: 'us-west-2',
        meter: 'images',
        direction: 'output',
        item: 'sd3_5_large_1mp_standard',
      },
    ],
  ])('%s', (text, expected) => {
    expect(told(parseDimension(text))).toEqual(expected);
  });

  test.each([
    ['USE1_input_tokens_turbo', "Assay does not know what 'turbo' means in 'input-tokens-turbo'"],
    [
      'APS99_input_tokens_standard',
      'the billing prefix APS99 belongs to no Region that Assay knows',
    ],
    ['USE1_input_tokens_flex_batch', "'input-tokens-flex-batch' says two things at once"],
    ['USE1', "'use1' names nothing counted"],
    ['', "'' names nothing counted"],
  ])('%s is not guessed', (text, reason) => {
    expect(parseDimension(text)).toEqual({ parsed: false, reason });
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'USE1',
    'EU',
    'MP:',
    '-',
    '_',
    ':',
    'input',
    'tokens',
    'Token',
    'Count',
    'global',
    'batch',
    '1h',
    'Units',
    'é',
    '.',
    '4.6',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((parts) => parts.join('')),
  );

  test('is an answer, never an error, and the same each time', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(parseUsageType(input)).toEqual(parseUsageType(input));
        expect(parseDimension(input)).toEqual(parseDimension(input));
      }),
      { numRuns: 500 },
    );
  });

  test('long texts are read in no time that matters', () => {
    const long = `USE1-${'input-tokens-'.repeat(5_000)}`;
    expect(parseUsageType(long).parsed).toBe(false);
    expect(parseDimension('_'.repeat(50_000)).parsed).toBe(false);
  });

  test('what a rate card says, a marketplace line around it says too', () => {
    const region = fc.constantFrom('USE1', 'EU', 'APN2');
    const dimension = fc.constantFrom(
      'input_tokens_global_batch',
      'OutputTokenCount',
      'search_units',
    );
    fc.assert(
      fc.property(region, dimension, (prefix, name) => {
        const card = parseDimension(`${prefix}_${name}`);
        const line = parseUsageType(`${prefix}-MP:${prefix}_${name}-Units`);
        expect(line).toEqual({ ...card, form: 'marketplace' });
      }),
    );
  });
});

describe('the sample prices', () => {
  beforeEach(({ skip }) => {
    if (!existsSync(DATA)) skip('the sample data are not beside the project');
  });

  test('every dimension of the saved rate cards is taken apart', () => {
    const files = readdirSync(`${DATA}/agreement-offers`).filter((name) => name.endsWith('.json'));
    const texts = files.flatMap((name) => {
      const json = readFileSync(`${DATA}/agreement-offers/${name}`, 'utf8');
      return [...json.matchAll(/"dimension": "([^"]+)"/g)].map(([, text]) => text ?? '');
    });
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.filter((text) => !parseDimension(text).parsed)).toEqual([]);
  });

  test('every usage type of the saved Price List answer is taken apart, with its model', () => {
    const json = readFileSync(`${DATA}/price-list/GetProducts_nova-2-lite_us-east-1.json`, 'utf8');
    const texts = [...json.matchAll(/usagetype\\":\\"([^\\"]+)/g)].map(([, text]) => text ?? '');
    expect(texts.length).toBeGreaterThanOrEqual(5);
    for (const text of texts) {
      expect(parseUsageType(text)).toMatchObject({ model: { modelId: 'amazon.nova-2-lite-v1:0' } });
    }
  });
});
