import { groupThousands } from '../model/group-thousands.ts';
import { formatUsd, parseUsd } from '../model/usd.ts';
import { modelOfPoint, usageOf } from './judge-prices.ts';
import type { PriceBook } from './price-book.ts';
import type { PriceLine } from './price-line.ts';
import type { PriceRecord } from './price-record.ts';
import { samePrice } from './same-price.ts';
import { countedBy, tierOfUsage, unitOfUsage } from './unit-of-usage.ts';

const MILLION = 1_000_000;

/** What an account's own rate cards and AWS's Price List add to the bundled table. */
export interface AccountPrices {
  /** In order of precedence: rate cards, then the Price List. */
  readonly layers: readonly (readonly PriceLine[])[];
  /** Where two sources say different prices, and which of them holds. */
  readonly conflicts: readonly PriceConflict[];
}

/** Two sources that disagree. */
export interface PriceConflict {
  /** The price that holds; null where neither is used. */
  readonly used: PriceLine | null;
  readonly others: readonly PriceLine[];
  readonly reason: string;
}

/**
 * The lines that stored prices add to a book of bundled ones. A price that the book has already, at
 * the same amount, stays the book's own. Rate cards on which the accounts disagree are used by none,
 * because a price is looked up without its account.
 */
export function accountPrices(records: readonly PriceRecord[], bundled: PriceBook): AccountPrices {
  const used = records.filter(({ standing }) => standing === 'used');
  const offers = agreed(used.filter(({ source }) => source === 'offer').flatMap(linesOf));
  const listed = used.filter(({ source }) => source === 'price-list').flatMap(linesOf);
  const conflicts = [
    ...offers.conflicts,
    ...differing(offers.lines, bundled),
    ...differing(listed, bundled),
  ];
  return {
    layers: [withoutKnown(offers.lines, bundled), withoutKnown(listed, bundled)],
    conflicts,
  };
}

interface OwnedLine extends PriceLine {
  readonly accountId: string | null;
}

/** One line for each scope that a record prices. */
function linesOf(record: PriceRecord): readonly OwnedLine[] {
  const usage = usageOf(record);
  if (!usage.parsed) return [];
  const modelId = modelOfPoint(record, usage);
  const unit = unitOfUsage(usage);
  const region = usage.region ?? record.region;
  if (modelId === null || unit === null) return [];
  const per = countedBy(usage);
  const amount = parseUsd(record.usd);
  return usage.scopes.map((scope) => ({
    modelId,
    scope,
    tier: tierOfUsage(usage),
    ...(usage.context === 'long' ? { context: usage.context } : {}),
    regions: region === null ? '*' : [region],
    unit,
    usd: per === null ? formatUsd((amount * BigInt(MILLION)) / BigInt(record.per)) : record.usd,
    per: per ?? MILLION,
    validFrom: record.validFrom,
    ...(record.validTo === null ? {} : { validTo: record.validTo }),
    origin: record.source === 'offer' ? 'rate-card' : 'price-list',
    source: sourceName(record),
    checkedOn: record.checkedOn,
    accountId: record.accountId,
  }));
}

function sourceName({ source, list, accountId, published }: PriceRecord): string {
  if (source === 'offer')
    return `rate card of account ${accountId} (bedrock:ListFoundationModelAgreementOffers)`;
  const issue = published === null ? '' : `, publication of ${published.slice(0, 10)}`;
  return `AWS Price List ${list} (pricing:GetProducts)${issue}`;
}

/** Lines that all accounts with a card agree on; the others are conflicts. */
function agreed(lines: readonly OwnedLine[]): {
  readonly lines: readonly PriceLine[];
  readonly conflicts: readonly PriceConflict[];
} {
  const groups = new Map<string, OwnedLine[]>();
  for (const line of lines) {
    const { modelId, scope, tier, context, unit, regions, validTo = '' } = line;
    const key = `${modelId} ${scope} ${tier} ${context} ${unit} ${regions} ${validTo}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const conflicts: PriceConflict[] = [];
  const same: PriceLine[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const oldest = group.reduce((a, b) => (b.validFrom < a.validFrom ? b : a), first);
    if (new Set(group.map(({ usd }) => usd)).size === 1) same.push(unowned(oldest));
    else conflicts.push({ used: null, others: group.map(unowned), reason: DISAGREE });
  }
  return { lines: same, conflicts };
}

const DISAGREE = 'The accounts have rate cards with different prices; none of them is used.';

function unowned({ accountId: _, ...line }: OwnedLine): PriceLine {
  return line;
}

/** The bundled line that prices the same as a line on its first day. */
function bundledFor(line: PriceLine, bundled: PriceBook): PriceLine | null {
  const answer = bundled.find({
    baseModelId: line.modelId,
    scope: line.scope,
    tier: line.tier,
    context: line.context ?? 'short',
    region: line.regions === '*' ? 'us-east-1' : (line.regions[0] ?? ''),
    unit: line.unit,
    day: line.validFrom,
  });
  return answer.found ? answer.line : null;
}

function withoutKnown(lines: readonly PriceLine[], bundled: PriceBook): readonly PriceLine[] {
  return lines.filter((line) => {
    const known = bundledFor(line, bundled);
    return known === null || !samePrice(known, line);
  });
}

function differing(lines: readonly PriceLine[], bundled: PriceBook): readonly PriceConflict[] {
  return lines.flatMap((line) => {
    const known = bundledFor(line, bundled);
    if (known === null || samePrice(known, line)) return [];
    const reason = `${line.source} says ${told(line)}, the bundled table ${told(known)}.`;
    return [{ used: line, others: [known], reason }];
  });
}

function told({ usd, per }: PriceLine): string {
  return per === 1 ? `$${usd}` : `$${usd} per ${groupThousands(String(per))}`;
}
