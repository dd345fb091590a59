import { formatUsd, parseUsd } from '../model/usd.ts';
import { parseDimension, parseUsageType } from './parse-usage-type.ts';
import type { PricePoint } from './price-points.ts';
import type { PriceRecord } from './price-record.ts';
import { unitOfUsage } from './unit-of-usage.ts';
import type { ReadUsageType, UsageType } from './usage-type.ts';

/** A price with its usage type taken apart and its amount for one million. */
interface Read {
  readonly point: PricePoint;
  readonly usage: UsageType;
  readonly region: string | null;
  readonly modelId: string | null;
  /** Attodollars for a million tokens, or for one of anything else. */
  readonly amount: bigint;
}

/**
 * Judges the prices of one list: what cannot be taken apart, is a placeholder, says the same twice
 * or counts what Assay does not meter is set aside with its reason; what contradicts other prices
 * of the list is quarantined and never used.
 */
export function judgePrices(points: readonly PricePoint[]): readonly PriceRecord[] {
  const read: Read[] = [];
  const judged = new Map<PricePoint, Verdict>();
  for (const point of points) {
    const usage = usageOf(point);
    const verdict = usage.parsed ? verdictAlone(point, usage) : unread(usage.reason);
    if (verdict !== null) judged.set(point, verdict);
    else if (usage.parsed) read.push(toRead(point, usage));
  }
  for (const judge of [doubtRepeats, doubtLongContext, doubtFlex]) {
    for (const [point, verdict] of judge(read)) {
      if (!judged.has(point)) judged.set(point, verdict);
    }
  }
  for (const one of read) {
    if (!judged.has(one.point)) judged.set(one.point, reasonNotMetered(one));
  }
  return points.map((point) => ({ ...point, ...(judged.get(point) ?? USED) }));
}

/** What a point counts, by the grammar of its source. */
export function usageOf({ source, usageType }: PricePoint): ReadUsageType {
  return source === 'offer' ? parseDimension(usageType) : parseUsageType(usageType);
}

/** What is priced: the model that the list or the usage type names. */
export function modelOfPoint({ modelId }: PricePoint, usage: UsageType): string | null {
  return modelId ?? usage.model?.modelId ?? null;
}

type Verdict = Pick<PriceRecord, 'standing' | 'reason'>;
type Verdicts = readonly (readonly [PricePoint, Verdict])[];

const USED: Verdict = { standing: 'used', reason: null };
const TOKENS = ['input-tokens', 'output-tokens', 'cache-read-tokens', 'cache-write-tokens'];

function unread(reason: string): Verdict {
  return { standing: 'unread', reason };
}

function kept(reason: string): Verdict {
  return { standing: 'kept', reason };
}

function quarantined(reason: string): Verdict {
  return { standing: 'quarantined', reason };
}

function verdictAlone(point: PricePoint, usage: UsageType): Verdict | null {
  if (point.region !== null && usage.region !== null && point.region !== usage.region) {
    return quarantined(`the list says ${point.region}, the usage type ${usage.region}`);
  }
  if (parseUsd(point.usd) === 0n) return kept('a price of $0 stands for none in AWS’s list');
  if (unitOfUsage(usage) !== null && modelOfPoint(point, usage) === null) {
    return kept(`no model of the catalogue is spelled ${usage.model?.spelling ?? 'so'}`);
  }
  return null;
}

function toRead(point: PricePoint, usage: UsageType): Read {
  const tokens = TOKENS.includes(usage.meter);
  const amount = parseUsd(point.usd);
  return {
    point,
    usage,
    region: usage.region ?? point.region,
    modelId: modelOfPoint(point, usage),
    amount: tokens ? (amount * 1_000_000n) / BigInt(point.per) : amount,
  };
}

/** The same thing under two names is used once; two prices for one thing are not used at all. */
function doubtRepeats(read: readonly Read[]): Verdicts {
  return [...groupsBy(read, (one) => keyOf(one, {}))].flatMap(([, group]): Verdicts => {
    const [first, ...more] = group;
    const amounts = new Set(group.map(({ amount }) => amount));
    if (first === undefined || more.length === 0) return [];
    if (amounts.size > 1) {
      const prices = [...amounts].map((amount) => `$${formatUsd(amount)}`).join(' and ');
      return group.map(({ point }) => [point, quarantined(`the list has ${prices} for the same`)]);
    }
    return more.map(({ point }) => [
      point,
      kept(`the same price stands under ${first.point.usageType}`),
    ]);
  });
}

/** Long context never costs less than short context does. */
function doubtLongContext(read: readonly Read[]): Verdicts {
  const short = byKey(read.filter(({ usage }) => usage.context === 'short'));
  return read
    .filter(({ usage }) => usage.context === 'long')
    .flatMap((one): Verdicts => {
      const other = short.get(keyOf(one, { context: 'short' }));
      if (other === undefined || one.amount >= other.amount) return [];
      const text = `long context at $${formatUsd(one.amount)} would cost less than short at $${formatUsd(other.amount)}`;
      return [[one.point, quarantined(text)]];
    });
}

/** Flex is the cheaper tier; it never costs more than standard does. */
function doubtFlex(read: readonly Read[]): Verdicts {
  const standard = byKey(read.filter(({ usage }) => usage.tier === 'standard'));
  return read
    .filter(({ usage }) => usage.tier === 'flex')
    .flatMap((one): Verdicts => {
      const other = standard.get(keyOf(one, { tier: 'standard' }));
      if (other === undefined || one.amount <= other.amount) return [];
      const text = `flex at $${formatUsd(one.amount)} would cost more than standard at $${formatUsd(other.amount)}`;
      return [[one.point, quarantined(text)]];
    });
}

/** Why a sound price is not used; `used` where nothing speaks against it. */
function reasonNotMetered({ usage, region, point }: Read): Verdict {
  if (unitOfUsage(usage) === null) return kept(notPriced(usage));
  if (usage.customModel) return kept('calls of custom models are not priced by public prices');
  if (usage.endpoint === 'mantle') return kept('it prices the OpenAI-compatible endpoint');
  if (region === null && point.source === 'price-list') return kept('it names no Region');
  return USED;
}

function notPriced({ meter, item }: UsageType): string {
  const tokens = TOKENS.includes(meter) && item !== null;
  return `Assay does not price ${tokens ? `${item} ` : ''}${meter} by what lists say`;
}

/** Everything that tells two prices of one list apart, with parts replaced. */
function keyOf({ usage, region, modelId }: Read, change: Partial<UsageType>): string {
  const { model, form: _, region: __, ...rest } = { ...usage, ...change };
  return JSON.stringify([modelId ?? model?.spelling ?? null, region, rest]);
}

function byKey(read: readonly Read[]): ReadonlyMap<string, Read> {
  return new Map(read.map((one) => [keyOf(one, {}), one]));
}

function groupsBy(
  read: readonly Read[],
  keyed: (one: Read) => string,
): ReadonlyMap<string, readonly Read[]> {
  const groups = new Map<string, Read[]>();
  for (const one of read) groups.set(keyed(one), [...(groups.get(keyed(one)) ?? []), one]);
  return groups;
}
