import { subjectId, unitNamed } from '../model/billable-units.ts';
import { canonicalModelId } from '../model/model-catalogue.ts';
import type { ModelScope } from '../model/model-id.ts';
import { partitionOf } from '../model/partition.ts';
import type { Day } from '../model/period.ts';
import type { PriceOverride } from '../model/price-override.ts';
import type { BillableUnit, ContextLength, ServiceTier } from '../model/usage.ts';
import { discounter } from './discounts.ts';
import { overrideLines } from './override-lines.ts';
import type { PriceLine } from './price-line.ts';

/** What is to be priced. */
export interface PriceQuery {
  /** Without geography prefix; any known spelling. Of no effect for units of no model. */
  readonly baseModelId: string;
  /** Of no effect, like the tier, for units of no model. */
  readonly scope: ModelScope;
  readonly tier: ServiceTier;
  /** Absent: short. */
  readonly context?: ContextLength;
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
  /** Every line that prices a query, the one that holds first; discounts are not taken off. */
  candidates(query: PriceQuery): readonly PriceLine[];
  /** Whether any line exists for a model, in any scope. */
  has(baseModelId: string): boolean;
  readonly lines: readonly PriceLine[];
}

/** Said of cache writes whose time to live is unknown. */
export const ASSUMED_5M =
  'Cache writes without a reported time to live are priced at the 5-minute line.';

/** Said of cache writes whose time to live is unknown, of models that keep them for 30 minutes. */
export const ASSUMED_30M =
  'Cache writes without a reported time to live are priced at the 30-minute line, the only one of the model.';

/**
 * Makes a price book of sources in order of precedence: for each model, scope, tier, context,
 * Region, unit and day the first source that has a line wins. Prices of `overrides` come before all
 * sources, their discounts are taken off what wins.
 */
export function createPriceBook(
  sources: readonly (readonly PriceLine[])[],
  overrides: readonly PriceOverride[] = [],
): PriceBook {
  const lines = [...overrideLines(overrides), ...sources.flat()];
  const byModel = indexBy(lines, (line) => canonicalModelId(line.modelId));
  const exact = indexBy(lines, (line) => exactKey(canonicalModelId(line.modelId), line));
  const lookUp = (query: PriceQuery): readonly PriceLine[] =>
    (exact.get(exactKey(query.baseModelId, query)) ?? []).filter(
      (found) => coversRegion(found, query.region) && coversDay(found, query.day),
    );
  const discounted = discounter(overrides);
  const findUnit = (query: PriceQuery): PriceAnswer => {
    const [line] = lookUp(query);
    if (line === undefined) {
      return { found: false, reason: reasonForNone(byModel.get(query.baseModelId) ?? [], query) };
    }
    return { found: true, line: discounted(line, query.day), caveats: caveatsOf(line) };
  };
  return {
    find: (query) => findWithWrites(findUnit, subjectOf(query)),
    candidates: (query) => lookUp(subjectOf(query)),
    has: (baseModelId) => byModel.has(canonicalModelId(baseModelId)),
    lines,
  };
}

/** Units of no model are priced by the part of Bedrock that bills them, in any scope and tier. */
function subjectOf(query: PriceQuery): PriceQuery {
  const subject = unitNamed(query.unit)?.subject ?? 'model';
  if (subject === 'model') return { ...query, baseModelId: canonicalModelId(query.baseModelId) };
  const { context: _, ...rest } = query;
  return { ...rest, baseModelId: subjectId(subject), scope: 'in-region', tier: 'standard' };
}

/** Cache writes without a time to live take the 5-minute line, or the only one that there is. */
function findWithWrites(find: PriceBook['find'], query: PriceQuery): PriceAnswer {
  if (query.unit !== 'cache-write-tokens') return find(query);
  const five = find({ ...query, unit: 'cache-write-5m-tokens' });
  if (five.found) return { ...five, caveats: [ASSUMED_5M, ...five.caveats] };
  const thirty = find({ ...query, unit: 'cache-write-30m-tokens' });
  return thirty.found ? { ...thirty, caveats: [ASSUMED_30M, ...thirty.caveats] } : five;
}

function caveatsOf(line: PriceLine): readonly string[] {
  return line.caveat === undefined ? [] : [line.caveat];
}

type Exactly = Pick<PriceQuery, 'scope' | 'tier' | 'context' | 'unit'>;

function exactKey(model: string, at: Exactly): string {
  return `${model} ${at.scope} ${at.tier} ${at.context ?? 'short'} ${at.unit}`;
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
    const fitting = left.filter((line) => step.fits(line, query));
    if (fitting.length === 0) return step.missing(query, left);
    left = fitting;
  }
  return `no price for model ${query.baseModelId}`;
}

/** Between which days there is none: the same words for all days until some price begins or ends. */
function whenNone(lines: readonly PriceLine[], day: Day): string {
  const begins = lines.flatMap(({ validFrom }) => (validFrom > day ? [validFrom] : [])).sort();
  const ends = lines.flatMap(({ validTo }) => (validTo === undefined ? [] : [validTo])).sort();
  return begins[0] === undefined ? `since ${ends.at(-1)}` : `before ${begins[0]}`;
}

interface Step {
  fits(line: PriceLine, query: PriceQuery): boolean;
  /** `lines` fit in everything before. */
  missing(query: PriceQuery, lines: readonly PriceLine[]): string;
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
    fits: (line, query) => (line.context ?? 'short') === (query.context ?? 'short'),
    missing: (query) => `no price for ${query.context} context of ${query.baseModelId}`,
  },
  {
    fits: (line, query) => line.unit === query.unit,
    missing: (query) => `no price for ${query.unit} of ${query.baseModelId}`,
  },
  {
    fits: (line, query) => coversDay(line, query.day),
    missing: (query, lines) =>
      `no price for ${query.unit} of ${query.baseModelId} ${whenNone(lines, query.day)}`,
  },
];

/** Whether a line holds in a Region that is called. */
export function coversRegion(line: PriceLine, region: string): boolean {
  if (line.regions === '*') return partitionOf(region) === 'aws';
  return line.regions.includes(region);
}

/** Whether a line holds on a day. */
export function coversDay(line: PriceLine, day: Day): boolean {
  return line.validFrom <= day && (line.validTo === undefined || day < line.validTo);
}
