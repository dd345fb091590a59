import { canonicalModelId } from '../model/model-catalogue.ts';
import type { ModelScope } from '../model/model-id.ts';
import type { Day } from '../model/period.ts';
import type { BillableUnit, ServiceTier } from '../model/usage.ts';
import type { PriceLine } from './price-line.ts';

/** What is to be priced. */
export interface PriceQuery {
  /** Without geography prefix; any known spelling. */
  readonly baseModelId: string;
  readonly scope: ModelScope;
  readonly tier: ServiceTier;
  /** The Region that is called. */
  readonly region: string;
  readonly unit: BillableUnit;
  readonly day: Day;
}

/** The line that prices a query, or why there is none. */
export type PriceAnswer =
  | { readonly found: true; readonly line: PriceLine; readonly caveats: readonly string[] }
  | { readonly found: false; readonly reason: string };

/** Exact look-ups over price lines; a missing price is an answer, never zero. */
export interface PriceBook {
  find(query: PriceQuery): PriceAnswer;
  /** Whether any line exists for a model, in any scope. */
  has(baseModelId: string): boolean;
  readonly lines: readonly PriceLine[];
}

/** Said of cache writes whose time to live is unknown. */
export const ASSUMED_5M =
  'Cache writes without a reported time to live are priced at the 5-minute line.';

/**
 * Makes a price book of sources in order of precedence: for each model, scope, tier, Region, unit
 * and day the first source that has a line wins.
 */
export function createPriceBook(sources: readonly (readonly PriceLine[])[]): PriceBook {
  const lines = sources.flat();
  const byModel = indexBy(lines, (line) => canonicalModelId(line.modelId));
  const exact = indexBy(lines, (line) => exactKey(canonicalModelId(line.modelId), line));
  const findUnit = (query: PriceQuery): PriceAnswer => {
    const model = canonicalModelId(query.baseModelId);
    const line = exact
      .get(exactKey(model, query))
      ?.find((found) => coversRegion(found, query.region) && coversDay(found, query.day));
    if (line !== undefined) return { found: true, line, caveats: caveatsOf(line) };
    return { found: false, reason: reasonForNone(byModel.get(model) ?? [], query) };
  };
  return {
    find: (query) =>
      query.unit === 'cache-write-tokens' ? find5m(findUnit, query) : findUnit(query),
    has: (baseModelId) => byModel.has(canonicalModelId(baseModelId)),
    lines,
  };
}

function find5m(find: PriceBook['find'], query: PriceQuery): PriceAnswer {
  const answer = find({ ...query, unit: 'cache-write-5m-tokens' });
  return answer.found ? { ...answer, caveats: [ASSUMED_5M, ...answer.caveats] } : answer;
}

function caveatsOf(line: PriceLine): readonly string[] {
  return line.caveat === undefined ? [] : [line.caveat];
}

function exactKey(model: string, at: Pick<PriceQuery, 'scope' | 'tier' | 'unit'>): string {
  return `${model} ${at.scope} ${at.tier} ${at.unit}`;
}

function indexBy(
  lines: readonly PriceLine[],
  keyOf: (line: PriceLine) => string,
): ReadonlyMap<string, readonly PriceLine[]> {
  const index = new Map<string, PriceLine[]>();
  for (const line of lines) {
    const known = index.get(keyOf(line));
    if (known === undefined) index.set(keyOf(line), [line]);
    else known.push(line);
  }
  return index;
}

/** Narrows from the model to the day and names the first thing that no line has. */
function reasonForNone(lines: readonly PriceLine[], query: PriceQuery): string {
  let left = lines;
  for (const step of STEPS) {
    left = left.filter((line) => step.fits(line, query));
    if (left.length === 0) return step.missing(query);
  }
  return `no price for model ${query.baseModelId}`;
}

interface Step {
  fits(line: PriceLine, query: PriceQuery): boolean;
  missing(query: PriceQuery): string;
}

const STEPS: readonly Step[] = [
  { fits: () => true, missing: (query) => `no price for model ${query.baseModelId}` },
  {
    fits: (line, query) => line.scope === query.scope,
    missing: (query) => `no price for ${query.baseModelId} in ${query.scope} scope`,
  },
  {
    fits: (line, query) => coversRegion(line, query.region),
    missing: (query) => `no ${query.scope} price for ${query.baseModelId} in ${query.region}`,
  },
  {
    fits: (line, query) => line.tier === query.tier,
    missing: (query) =>
      `no price for tier ${query.tier} of ${query.baseModelId} in ${query.region}`,
  },
  {
    fits: (line, query) => line.unit === query.unit,
    missing: (query) => `no price for ${query.unit} of ${query.baseModelId}`,
  },
  {
    fits: (line, query) => coversDay(line, query.day),
    missing: (query) => `no price for ${query.unit} of ${query.baseModelId} on ${query.day}`,
  },
];

function coversRegion(line: PriceLine, region: string): boolean {
  if (line.regions === '*') return !region.startsWith('us-gov-') && !region.startsWith('cn-');
  return line.regions.includes(region);
}

function coversDay(line: PriceLine, day: Day): boolean {
  return line.validFrom <= day && (line.validTo === undefined || day < line.validTo);
}
