import { describe, expect, test } from 'vitest';
import { BILLABLE_UNITS, subjectId } from '../../../shared/model/billable-units.ts';
import { KNOWN_MODELS } from '../../../shared/model/model-catalogue.ts';
import { daysBetween } from '../../../shared/model/period.ts';
import { parseUsd } from '../../../shared/model/usd.ts';
import { bundledPrices, PRICE_FILES } from '../../../shared/prices/bundled-prices.ts';
import { priceFile, readPriceFile } from '../../../shared/prices/price-file.ts';
import type { PriceLine } from '../../../shared/prices/price-line.ts';

const lines = bundledPrices();
const STALE_AFTER_DAYS = 90;

describe('the bundled prices', () => {
  test('every file is well-formed and every source it lists is used', () => {
    for (const json of PRICE_FILES) {
      const file = priceFile.parse(json);
      const used = new Set(file.cards.map((card) => card.source));
      expect(Object.keys(file.sources).filter((id) => !used.has(id))).toEqual([]);
    }
  });

  test('cover at least 120 models, each known by name', () => {
    const models = new Set(lines.map((line) => line.modelId));
    const parts = BILLABLE_UNITS.map(({ subject }) =>
      subject === 'model' ? '' : subjectId(subject),
    );
    const known = new Set([...KNOWN_MODELS.map((model) => model.id), ...parts]);
    expect(models.size).toBeGreaterThanOrEqual(120 + new Set(parts).size);
    expect([...models].filter((id) => !known.has(id))).toEqual([]);
  });

  test('name a public source with its address and a day that is not before the price began', () => {
    const own = /^.{10,} \(https:\/\/[^)]*aws[^)]*\)$/;
    const other = /^LiteLLM .{10,} \(https:\/\/github\.com\/BerriAI\/litellm\/[^)]*\)$/;
    const vague = lines.filter(({ source }) => !own.test(source) && !other.test(source));
    expect(vague).toEqual([]);
    expect(lines.filter((line) => line.checkedOn < line.validFrom)).toEqual([]);
  });

  test('never give two prices for one thing on one day', () => {
    const byThing = groupBy(lines, (line) =>
      [line.modelId, line.scope, line.tier, line.context, line.unit].join(' '),
    );
    const doubled = [...byThing].filter(([, same]) =>
      same.some((a, index) => same.slice(index + 1).some((b) => overlaps(a, b))),
    );
    expect(doubled.map(([thing]) => thing)).toEqual([]);
  });

  test('are sane: reading a cache is cheaper than input, and input is not dearer than output', () => {
    const odd = lines.filter((line) => {
      const cheaper = line.unit === 'cache-read-tokens' ? 'input-tokens' : null;
      const dearer = line.unit === 'input-tokens' ? 'output-tokens' : null;
      return companions(line, cheaper ?? dearer).some(
        (other) => parseUsd(line.usd) > parseUsd(other.usd),
      );
    });
    expect(odd).toEqual([]);
  });

  test('hold no price of zero but where the page says that there is no charge', () => {
    const free = lines.filter((line) => parseUsd(line.usd) === 0n);
    expect(new Set(free.map(({ unit }) => unit))).toEqual(
      new Set([
        'cache-write-5m-tokens',
        'guardrail-word-text-units',
        'guardrail-sensitive-information-free-text-units',
        'count-tokens-requests',
        'agent-invocations',
      ]),
    );
    expect(free.filter(({ note }) => !/no charge/.test(note ?? ''))).toEqual([]);
  });

  test('lines of LiteLLM price only what no AWS source at hand prices', () => {
    const lite = lines.filter(({ source }) => source.startsWith('LiteLLM'));
    expect(lite.length / lines.length).toBeLessThan(0.1);
    expect(lite.filter(({ note }) => note === undefined)).toEqual([]);
  });

  test('what no model is billed for carries neither scope nor tier', () => {
    const parts = lines.filter(({ modelId }) => modelId.startsWith('bedrock.'));
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter(({ scope, tier }) => scope !== 'in-region' || tier !== 'standard')).toEqual(
      [],
    );
  });

  test(`lists what was checked more than ${STALE_AFTER_DAYS} days ago`, () => {
    const today = new Date().toISOString().slice(0, 10);
    const stale = lines.filter((line) => daysBetween(line.checkedOn, today) > STALE_AFTER_DAYS);
    const bySource = groupBy(stale, (line) => `${line.checkedOn} ${line.source}`);
    for (const [source, old] of bySource) console.log(`stale: ${old.length} lines of ${source}`);
    expect(lines.filter((line) => line.checkedOn > today)).toEqual([]);
  });
});

describe('reading a price file', () => {
  const card = {
    modelId: 'test.model',
    scope: 'in-region',
    tier: 'standard',
    regions: ['us-east-1'],
    per: 1_000_000,
    usd: { 'input-tokens': '1', 'output-tokens': '2' },
    validFrom: '2026-01-01',
    source: 'list',
  };
  const sources = {
    list: { name: 'A price list', url: 'https://example.com/', checkedOn: '2026-09-01' },
  };
  const file = (over: object) => ({ provider: 'Test', sources, cards: [{ ...card, ...over }] });

  test('unfolds a card into one line per unit', () => {
    expect(readPriceFile(file({}))).toMatchObject([
      { unit: 'input-tokens', usd: '1', source: 'A price list (https://example.com/)' },
      { unit: 'output-tokens', usd: '2', checkedOn: '2026-09-01' },
    ]);
  });

  test.each([
    ['a floating-point price', { usd: { 'input-tokens': 1.5 } }],
    ['a price with 13 decimals', { usd: { 'input-tokens': '0.1234567890123' } }],
    ['a negative price', { usd: { 'input-tokens': '-1' } }],
    ['no price at all', { usd: {} }],
    ['an unknown unit', { usd: { tokens: '1' } }],
    ['cache writes of unknown time to live', { usd: { 'cache-write-tokens': '1' } }],
    ['a day that does not exist', { validFrom: '2026-02-30' }],
    ['a Region that is none', { regions: ['Virginia'] }],
    ['a source that is not listed', { source: 'other' }],
    ['an unknown key', { discount: '0.5' }],
  ])('refuses %s', (_, over) => {
    expect(() => readPriceFile(file(over))).toThrow();
  });
});

function groupBy(
  all: readonly PriceLine[],
  keyOf: (line: PriceLine) => string,
): ReadonlyMap<string, readonly PriceLine[]> {
  const groups = new Map<string, PriceLine[]>();
  for (const line of all) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return groups;
}

function companions(line: PriceLine, unit: PriceLine['unit'] | null): readonly PriceLine[] {
  if (unit === null) return [];
  return lines.filter(
    (other) =>
      other.unit === unit &&
      other.modelId === line.modelId &&
      other.scope === line.scope &&
      other.tier === line.tier &&
      other.context === line.context &&
      overlaps(line, other),
  );
}

function overlaps(a: PriceLine, b: PriceLine): boolean {
  const days =
    a.validFrom < (b.validTo ?? '9999-12-31') && b.validFrom < (a.validTo ?? '9999-12-31');
  return days && sharesRegion(a, b) && sharesRegion(b, a);
}

function sharesRegion(a: PriceLine, b: PriceLine): boolean {
  if (a.regions === '*' && b.regions === '*') return true;
  if (a.regions === '*') return sharesRegion(b, a);
  if (b.regions === '*') return a.regions.some((region) => !region.startsWith('us-gov-'));
  const { regions } = b;
  return a.regions.some((region) => regions.includes(region));
}
