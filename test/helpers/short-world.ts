import { keepByKey } from '../../electron/backend/demo/world/keep.ts';
import type { World } from '../../electron/backend/demo/world/world.ts';
import { instantOfMs, msOfInstant } from '../../shared/model/period.ts';
import { worldAt } from './world-at.ts';

const DAY_MS = 86_400_000;

/** The part of the simulated organisation that a short world keeps. */
export interface ShortWorldOptions {
  readonly now: string;
  /** Whole days of history before the day of `now`. */
  readonly days: number;
  /** Accounts with the Regions that are kept of each. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

/**
 * The simulated organisation as if it had begun a few days ago, in a few places: small enough to be
 * scanned many times, with everything in it that the whole one has.
 */
export function createShortWorld({ now, days, places }: ShortWorldOptions): World {
  const world = worldAt(now);
  const fromMs = msOfInstant(`${now.slice(0, 10)}T00:00:00Z`) - days * DAY_MS;
  const keeps = (accountId: string, region: string) => places[accountId]?.includes(region) ?? false;
  const accounts = world.accounts
    .filter(({ accountId }) => places[accountId] !== undefined)
    .map((account) => ({ ...account, regions: places[account.accountId] ?? [] }));
  const objectsOf = keepByKey((bucket) =>
    world.objects(bucket, '').filter(({ key }) => isKept(key, { keeps, fromMs })),
  );
  return {
    ...world,
    accounts,
    readerRoleArns: world.readerRoleArns.filter((arn) => places[arn.split(':')[4] ?? '']),
    invocations: world.invocations.filter(
      ({ accountId, region, time }) => keeps(accountId, region) && time >= fromMs,
    ),
    events: (accountId, region, since, until) =>
      keeps(accountId, region)
        ? world.events(accountId, region, Math.max(since, fromMs), until)
        : [],
    logEvents: (place, since, until) =>
      keeps(place.accountId, place.region)
        ? world.logEvents(place, Math.max(since, fromMs), until)
        : [],
    metrics: keptMetrics(world, accounts, fromMs),
    objects: (bucket, prefix) => objectsOf(bucket).filter(({ key }) => key.startsWith(prefix)),
  };
}

/** Metrics of the kept places as if the hours before had not been. */
function keptMetrics(world: World, accounts: World['accounts'], fromMs: number): World['metrics'] {
  const kept = new Map(
    accounts.flatMap(({ accountId, regions }) =>
      regions.map((region) => [
        `${accountId}/${region}`,
        world.metrics(accountId, region).map((metric) => ({
          ...metric,
          hours: new Map([...metric.hours].filter(([hourMs]) => hourMs >= fromMs)),
        })),
      ]),
    ),
  );
  return (accountId, region) => kept.get(`${accountId}/${region}`) ?? [];
}

const PLACE_AND_DAY = /\/(\d{12})\/\w[\w-]*\/([a-z]{2}-[a-z]+-\d)\/(\d{4})\/(\d{2})\/(\d{2})\//;

/** Log files lie under account, Region and day; what lies elsewhere is left out. */
function isKept(
  key: string,
  {
    keeps,
    fromMs,
  }: {
    readonly keeps: (accountId: string, region: string) => boolean;
    readonly fromMs: number;
  },
): boolean {
  const [, accountId = '', region = '', ...day] = PLACE_AND_DAY.exec(key) ?? [];
  return keeps(accountId, region) && `${day.join('-')}T00:00:00Z` >= instantOfMs(fromMs);
}
