import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import { formatUsd, parseUsd, type Usd } from '../../../shared/model/usd.ts';
import { CallFailure } from '../aws/caller.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { type MeteredOperation, meteredPrices } from '../aws/metered-prices.ts';
import { countInvocations } from '../sources/event-volume.ts';
import { isReadingOf, logBuckets } from '../sources/log-buckets.ts';
import { lookupQueries } from '../sources/lookup-queries.ts';
import { openLookupRanges } from '../sources/lookup-query.ts';
import { measureLogBucket } from '../sources/s3-logs.ts';
import type { SourceTarget } from '../sources/source.ts';
import type { TimeRange } from '../sources/time-range.ts';
import { isRecorded } from './covered.ts';
import type { ScanAccount } from './scan-accounts.ts';
import { placeOf, type StepContext, targetsOf } from './step-context.ts';

/** LookupEvents gives 50 events a page, and takes two requests a second in an account and Region. */
const EVENTS_PER_PAGE = 50;
const PAGES_PER_MINUTE = 117;
/** Beyond this the bucket of a trail is the better way. */
export const LONG_MINUTES = 15;
const AT_ONCE = 16;

/** What reading the event history of one account and Region would take. */
export interface EventsEstimate {
  readonly accountId: string;
  readonly region: string;
  readonly pages: number;
  /** Whole minutes, rounded up. */
  readonly minutes: number;
  /** The bucket that holds the same events, where a trail is known to fill one. */
  readonly bucket: string | null;
}

/** What a scan would take, before it begins. */
export interface ScanEstimate {
  readonly pages: number;
  /** Accounts and Regions are read at the same time: the minutes of the longest one. */
  readonly minutes: number;
  readonly objects: number;
  readonly bytes: number;
  /** What AWS charges for the requests to S3, exact USD; data that leave AWS are not in it. */
  readonly usd: Usd;
  readonly events: readonly EventsEstimate[];
  /** What could not be estimated, and why. */
  readonly unknown: readonly string[];
}

interface EstimateContext
  extends Pick<StepContext, 'accounts' | 'configuration' | 'settings' | 'tools'> {
  /** The accounts and Regions to estimate; all when absent. */
  readonly measured?: readonly ScanAccount[];
}

/**
 * Estimates how long the event history takes and how much lies in log buckets that is not stored.
 * The estimate itself lists the buckets' new files and asks for one metric in each place.
 * @throws AppError `cancelled` or `cap-reached`.
 */
export async function estimateScan(context: EstimateContext): Promise<ScanEstimate> {
  const unknown: string[] = [];
  const wanted = context.settings.sources;
  const events = wanted.includes('events') ? await estimateEvents(context, unknown) : [];
  const buckets = wanted.includes('logs') ? await measureBuckets(context, unknown) : [];
  const objects = buckets.reduce((sum, bucket) => sum + bucket.objects, 0);
  return {
    pages: events.reduce((sum, { pages }) => sum + pages, 0),
    minutes: Math.max(0, ...events.map(({ minutes }) => minutes)),
    objects,
    bytes: buckets.reduce((sum, bucket) => sum + bucket.bytes, 0),
    usd: formatUsd(priceOf('s3:GetObject', objects) + priceOf('s3:ListBucket', buckets.length)),
    events,
    unknown,
  };
}

/** The pages of every account and Region that no trail's bucket is known to cover. */
async function estimateEvents(
  context: EstimateContext,
  unknown: string[],
): Promise<readonly EventsEstimate[]> {
  const { tools, configuration } = context;
  const targets = targetsOf(context.measured ?? context.accounts).filter(
    (target) => !context.settings.sources.includes('logs') || !isRecorded(target, configuration),
  );
  const estimates = await inParallel(targets, AT_ONCE, async (target) => {
    const ranges = await openLookupRanges(tools, target, msOfInstant(tools.clock()));
    return estimateOrTell(() => estimatePlace(context, target, ranges), target, unknown);
  });
  return estimates.flat();
}

async function estimateOrTell(
  estimate: () => Promise<EventsEstimate>,
  target: SourceTarget,
  unknown: string[],
): Promise<readonly EventsEstimate[]> {
  try {
    return [await estimate()];
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    unknown.push(`The events of ${placeOf(target)}: ${error.message}`);
    return [];
  }
}

/** The estimate of one account and Region for the ranges that are left to read. */
export async function estimatePlace(
  { tools, configuration }: Pick<StepContext, 'tools' | 'configuration'>,
  target: SourceTarget,
  ranges: readonly TimeRange[],
): Promise<EventsEstimate> {
  let calls = 0;
  for (const range of ranges) calls += await countInvocations(tools, target, range);
  const pages = Math.ceil(calls / EVENTS_PER_PAGE) + lookupQueries(target.region).length;
  return {
    accountId: target.accountId,
    region: target.region,
    pages,
    minutes: Math.ceil(pages / PAGES_PER_MINUTE),
    bucket: trailBucket(target, configuration),
  };
}

/** The bucket of a trail that records the account and Region, whatever it leaves out. */
function trailBucket(
  { accountId, region }: SourceTarget,
  configuration: readonly DatasetReading[],
): string | null {
  const trails = configuration.flatMap((reading) =>
    isReadingOf(reading, 'trails') && reading.accountId === accountId && reading.region === region
      ? reading.items
      : [],
  );
  const useful = trails.filter(({ s3Bucket, logging, managementEvents }) => {
    return s3Bucket !== null && logging && managementEvents !== 'none';
  });
  return useful[0]?.s3Bucket ?? null;
}

/** What to tell of places whose event history takes longer than a quarter of an hour. */
export function longEventsAdvice(estimates: readonly EventsEstimate[]): string | null {
  const long = estimates.filter(({ minutes }) => minutes > LONG_MINUTES);
  const [longest] = [...long].sort((a, b) => b.minutes - a.minutes);
  if (longest === undefined) return null;
  const { accountId, region, pages, minutes, bucket } = longest;
  const others = long.length === 1 ? '' : `, and ${long.length - 1} more places take long`;
  const advice =
    bucket === null
      ? 'A trail that writes to a bucket would give the same events in a fraction of that.'
      : `The bucket ${bucket} holds the events of a trail; reading it is much faster.`;
  const count = pages.toLocaleString('en');
  return `About ${count} pages of events in ${accountId} ${region} take ${minutes} minutes${others}. ${advice}`;
}

async function measureBuckets(context: EstimateContext, unknown: string[]) {
  const { tools, accounts, measured = accounts } = context;
  const of = new Set(measured.map(({ accountId }) => accountId));
  const buckets = logBuckets(context.configuration).filter(({ logs }) =>
    logs.some(({ accountId }) => of.has(accountId)),
  );
  return inParallel(buckets, AT_ONCE, async (bucket) => {
    const own = accounts.filter(({ accountId }) => bucket.accountIds.includes(accountId));
    const candidates = [...own, ...accounts.filter((account) => !own.includes(account))];
    const measured = await measureLogBucket({ tools, bucket, candidates });
    if (measured.reason !== null) unknown.push(measured.reason);
    return measured;
  });
}

function priceOf(operation: MeteredOperation, units: number): bigint {
  const { usd, per } = meteredPrices[operation];
  return (parseUsd(usd) * BigInt(units)) / BigInt(per);
}
