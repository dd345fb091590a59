import type { ModelPrice, ModelPriceConflict, PriceRange } from '../../../../shared/api/answers.ts';
import { priceUsed } from '../../../../shared/cost/prices-used.ts';
import { canonicalModelId } from '../../../../shared/model/model-catalogue.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { SERVICE_TIERS } from '../../../../shared/model/usage.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import type { PriceConflict } from '../../../../shared/prices/account-prices.ts';
import { modelOfPoint, usageOf } from '../../../../shared/prices/judge-prices.ts';
import type { PriceBook } from '../../../../shared/prices/price-book.ts';
import type { PriceLine } from '../../../../shared/prices/price-line.ts';
import type { PriceRecord } from '../../../../shared/prices/price-record.ts';
import { usualPrice } from '../../../../shared/prices/usual-price.ts';

/** The units that say what a model costs at a glance; of a model without them, those that it has. */
const SHOWN_UNITS = ['input-tokens', 'output-tokens', 'images'] as const;

/** Today's lowest and highest standard price of a model in the Regions where it may be called. */
export type PriceRanges = (modelId: string, regions: readonly string[]) => readonly PriceRange[];

/** Sorts the lines of a book by model once, to answer for each. */
export function priceRanges(book: PriceBook, today: Day): PriceRanges {
  const lines = new Map<string, PriceLine[]>();
  for (const line of book.lines) {
    if (line.tier !== 'standard' || line.context === 'long' || standsOn(line, today) !== 'today')
      continue;
    const model = canonicalModelId(line.modelId);
    const known = lines.get(model);
    if (known === undefined) lines.set(model, [line]);
    else known.push(line);
  }
  return (modelId, regions) => {
    const own = lines.get(modelId) ?? [];
    const here = own.filter((line) => regions.length === 0 || holdsIn(line, regions));
    return rangesOf(here, book, today);
  };
}

function holdsIn({ regions }: Pick<PriceLine, 'regions'>, wanted: readonly string[]): boolean {
  return regions === '*' || regions.some((region) => wanted.includes(region));
}

function rangesOf(lines: readonly PriceLine[], book: PriceBook, today: Day): PriceRange[] {
  const used = lines.filter((line) => isUsed(line, book, today));
  const shown = SHOWN_UNITS.filter((unit) => used.some((line) => line.unit === unit));
  const units = shown.length > 0 ? shown : [...new Set(used.map(({ unit }) => unit))].sort();
  return units.flatMap((unit) => {
    const own = used.filter((line) => line.unit === unit).map(usualPrice);
    const [first, ...more] = [...own].sort((a, b) => (parseUsd(a.usd) < parseUsd(b.usd) ? -1 : 1));
    if (first === undefined) return [];
    return [{ unit, least: first.usd, most: (more.at(-1) ?? first).usd, per: first.per }];
  });
}

/** What a model's prices are told of: the book, the day, and the Regions that matter. */
interface PricesOf {
  readonly book: PriceBook;
  readonly today: Day;
  /** Where the model may be called; prices of other Regions come last. */
  readonly regions: readonly string[];
}

/** Every price line of a model: those that price something here and today first. */
export function pricesOf(
  modelId: string,
  { book, today, regions }: PricesOf,
): readonly ModelPrice[] {
  const elsewhere = ({ price }: ModelPrice) => !(regions.length === 0 || holdsIn(price, regions));
  return book.lines
    .filter((line) => canonicalModelId(line.modelId) === modelId)
    .map(
      (line): ModelPrice => ({
        price: priceUsed(line),
        origin: line.origin ?? 'bundled',
        standing: standingOf(line, book, today),
      }),
    )
    .map((row) => ({ row, rank: [...ranks(row), Number(elsewhere(row))].reverse() }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ row }) => row);
}

const STANDINGS: readonly string[] = ['used', 'superseded', 'coming', 'ended'];
const TIERS: readonly string[] = SERVICE_TIERS;
const SCOPES: readonly string[] = ['in-region', 'geographic', 'global'];

/** What orders prices, least important first: scope, tier, standing. */
function ranks({ price, standing }: ModelPrice): readonly number[] {
  return [SCOPES.indexOf(price.scope), TIERS.indexOf(price.tier), STANDINGS.indexOf(standing)];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** What of the conflicts between sources concerns a model. */
export function conflictsOf(
  modelId: string,
  conflicts: readonly PriceConflict[],
): readonly ModelPriceConflict[] {
  const concerns = ({ used, others }: PriceConflict) =>
    [...(used === null ? [] : [used]), ...others].some(
      (line) => canonicalModelId(line.modelId) === modelId,
    );
  return conflicts.filter(concerns).map(({ used, others, reason }) => ({
    used: used === null ? null : priceUsed(used),
    others: others.map(priceUsed),
    reason,
  }));
}

/**
 * Listed prices of a model that are not used: contradictions first, then what is not metered. What
 * several accounts' cards say alike is told once.
 */
export function doubtedOf(
  modelId: string,
  records: readonly PriceRecord[],
): readonly PriceRecord[] {
  const order: readonly PriceRecord['standing'][] = ['quarantined', 'unread', 'kept'];
  const distinct = new Map<string, PriceRecord>();
  for (const record of records) {
    const { source, standing, usageType, region, usd, reason } = record;
    if (standing === 'used' || !namesModel(record, modelId)) continue;
    const key = JSON.stringify([source, standing, usageType, region, usd, reason]);
    if (!distinct.has(key)) distinct.set(key, record);
  }
  return [...distinct.values()].sort(
    (a, b) => order.indexOf(a.standing) - order.indexOf(b.standing),
  );
}

function namesModel(record: PriceRecord, modelId: string): boolean {
  const usage = usageOf(record);
  const named = usage.parsed ? modelOfPoint(record, usage) : record.modelId;
  return named !== null && canonicalModelId(named) === modelId;
}

function standingOf(line: PriceLine, book: PriceBook, today: Day): ModelPrice['standing'] {
  const days = standsOn(line, today);
  if (days !== 'today') return days;
  return isUsed(line, book, today) ? 'used' : 'superseded';
}

function standsOn(line: PriceLine, today: Day): 'today' | 'ended' | 'coming' {
  if (line.validFrom > today) return 'coming';
  return line.validTo !== undefined && line.validTo <= today ? 'ended' : 'today';
}

/** Whether a line wins over other sources in any of its Regions; `*` is asked for in one of them. */
function isUsed(line: PriceLine, book: PriceBook, today: Day): boolean {
  const { modelId: baseModelId, scope, tier, context = 'short', unit } = line;
  const regions = line.regions === '*' ? [ANY_REGION] : line.regions;
  return regions.some((region) => {
    const [first] = book.candidates({
      baseModelId,
      scope,
      tier,
      context,
      region,
      unit,
      day: today,
    });
    return first === line;
  });
}

/** A Region of which no list has prices of its own, so that lines for all Regions hold there. */
const ANY_REGION = 'mx-central-1';
