import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFaults, type Fault, type Faults } from '../../../../electron/backend/demo/faults.ts';
import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';
import type { ReadOutcome } from '../../../../shared/model/dataset.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { exportedUsage, storedIds } from './exported.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { NOW } from './simulated.ts';
import { holderOf, readingsOf, type Trouble, troublesOf } from './told-readings.ts';

const SUPPORT = '555566667777';
const SCIENCE = '333344445555';

/** What the rows scan: account and its Regions. */
const ONE_PLACE: Places = { [SUPPORT]: ['eu-west-1'] };
const TWO_REGIONS: Places = { [SUPPORT]: ['eu-west-1', 'eu-central-1'] };
const TWO_ACCOUNTS: Places = { [SUPPORT]: ['eu-west-1'], [SCIENCE]: ['us-east-1'] };

const world = createShortWorld({
  now: NOW,
  days: 0,
  places: { ...TWO_ACCOUNTS, ...TWO_REGIONS },
});

type Places = Readonly<Record<string, readonly string[]>>;

/** What went wrong in one place, as coverage tells it. */
interface Told {
  readonly accountId: string;
  readonly region: string;
  readonly outcome: ReadOutcome;
}

interface Row {
  readonly name: string;
  readonly places: Places;
  readonly faults: (faults: Faults) => void;
  /** How the scan ends while the fault is on. */
  readonly ends: ScanSummary['state'];
  /** What each reading that is not collected says. */
  readonly says?: RegExp;
  /** Readings that must not be collected, out of all that must be. */
  readonly hits?: (told: Told & { readonly id: string }) => boolean;
}

/** Event history, log groups and metrics fail once they have begun. */
function inTheMiddle(faults: Faults, fault: Fault): void {
  faults.set('cloudtrail:LookupEvents', { ...fault, after: 1 });
  for (const name of ['logs:FilterLogEvents', 'cloudwatch:GetMetricData']) faults.set(name, fault);
}

/** The bucket of the organisation's trail is in a Region and account of its own. */
function isElsewhere(id: string): boolean {
  return id === 'cloudtrail-logs';
}

const rows: readonly Row[] = [
  {
    name: 'throttled for 30 s',
    places: ONE_PLACE,
    faults: (faults) => {
      for (const service of ['bedrock:*', 'cloudwatch:*', 's3:*', 'cloudtrail:*']) {
        faults.set(service, { kind: 'throttle', forMs: 30_000 });
      }
    },
    ends: 'partial',
    says: /^AWS kept throttling [\w-]+:\w+; scan again later to read the rest\.$/,
    hits: ({ id }) => ['guardrails', 'trails', 'metrics', 'lookup-events'].includes(id),
  },
  {
    name: 'throttled in the middle of event history, log groups and metrics',
    places: ONE_PLACE,
    faults: (faults) => inTheMiddle(faults, { kind: 'throttle' }),
    ends: 'partial',
    says: /AWS kept throttling [\w-]+:\w+; scan again later to read the rest\.$/,
    hits: ({ id }) => ['log-group', 'lookup-events', 'metrics'].includes(id),
  },
  {
    name: 'throttled while buckets are listed',
    places: ONE_PLACE,
    faults: (faults) => faults.set('s3:ListObjectsV2', { kind: 'throttle', after: 2 }),
    ends: 'partial',
    says: /AWS kept throttling s3:ListBucket; scan again later to read the rest\.$/,
    hits: ({ id }) => ['cloudtrail-logs', 'invocation-logs'].includes(id),
  },
  {
    name: '10 % random 5xx',
    places: ONE_PLACE,
    faults: (faults) => faults.set('*', { kind: 'fail', rate: 0.1, seed: 3 }),
    ends: 'done',
  },
  {
    name: 'one Region down',
    places: TWO_REGIONS,
    faults: (faults) => faults.set('*', { kind: 'drop', region: 'eu-central-1' }),
    ends: 'partial',
    says: /^The connection for .* in eu-central-1 failed \(\w+\)/,
    hits: ({ region, id }) => region === 'eu-central-1' && !isElsewhere(id),
  },
  {
    name: 'one account denied',
    places: TWO_ACCOUNTS,
    faults: (faults) => faults.set('*', { kind: 'deny', accountId: SCIENCE }),
    ends: 'partial',
    says: /is not allowed: /,
    hits: ({ accountId, id }) => accountId === SCIENCE && !isElsewhere(id),
  },
  {
    name: 'token expired in the middle',
    places: ONE_PLACE,
    faults: (faults) => faults.set('*', { kind: 'expire', after: 150 }),
    ends: 'partial',
    says: /The credentials have expired\. Sign in again/,
  },
  {
    name: 'token expired in the middle of all sources',
    places: ONE_PLACE,
    faults: (faults) => {
      inTheMiddle(faults, { kind: 'expire' });
      faults.set('s3:GetObject', { kind: 'expire', after: 1 });
    },
    ends: 'partial',
    says: /The credentials have expired\. Sign in again/,
    hits: ({ id }) => ['invocation-logs', 'log-group', 'lookup-events', 'metrics'].includes(id),
  },
  {
    name: 'response cut',
    places: ONE_PLACE,
    faults: (faults) => {
      for (const name of ['s3:GetObject', 'bedrock:ListGuardrails', 'cloudwatch:GetMetricData']) {
        faults.set(name, { kind: 'cut' });
      }
    },
    ends: 'partial',
    says: /s3:GetObject|bedrock:ListGuardrails|cloudwatch:GetMetricData/,
    hits: ({ id }) => ['guardrails', 'metrics', 'cloudtrail-logs', 'invocation-logs'].includes(id),
  },
  {
    name: 'clock skewed by an hour',
    places: ONE_PLACE,
    faults: (faults) => faults.set('*', { kind: 'skew', skewMs: 3_600_000 }),
    ends: 'done',
  },
  {
    name: 'pages that never end',
    places: ONE_PLACE,
    faults: (faults) => {
      for (const name of [
        'bedrock:ListGuardrails',
        'cloudwatch:ListMetrics',
        'cloudtrail:LookupEvents',
        'iam:GetAccountAuthorizationDetails',
        's3:ListObjectsV2',
      ]) {
        faults.set(name, { kind: 'endless' });
      }
    },
    ends: 'partial',
    says: /does not end: /,
    hits: ({ id }) =>
      [
        'guardrails',
        'metrics',
        'lookup-events',
        'account-authorization',
        'cloudtrail-logs',
        'invocation-logs',
      ].includes(id),
  },
];

let setup: ScanSetup | null = null;
let nowMs = 0;

/** A store of its own for one row, and the scan of the row's places. */
async function open(places: Places) {
  const opened = await openScanSetup(
    world,
    createFaults(() => nowMs),
  );
  setup = opened;
  const connections = opened.connections.flatMap((connection) => {
    const regions = places[connection.id];
    return regions === undefined ? [] : [{ ...connection, regions }];
  });
  return { setup: opened, scan: () => opened.scan({ connections }) };
}

async function close() {
  await setup?.close();
  setup = null;
}

/** A scan without faults: what it left, and the gaps that the world has of itself. */
interface Clean {
  readonly usage: string;
  readonly ids: readonly string[];
  readonly readings: readonly string[];
  /** How many items each reading has, by `holderOf`. */
  readonly items: ReadonlyMap<string, number>;
  readonly troubles: readonly Trouble[];
}

const clean = new Map<Places, Clean>();

/** The clean scan of some places, once for all rows that have them. */
async function cleanScan(places: Places): Promise<Clean> {
  const known = clean.get(places);
  if (known !== undefined) return known;
  const { setup: opened, scan } = await open(places);
  const summary = await scan();
  expect(summary.state).toBe('done');
  const read: Clean = {
    usage: await exportedUsage(opened.store),
    ids: await storedIds(opened.store),
    readings: readingsOf(summary).map(({ place, outcome }) => `${place} ${outcome.status}`),
    items: new Map(readingsOf(summary).map((one) => [holderOf(one), one.items])),
    troubles: troublesOf(summary),
  };
  clean.set(places, read);
  await close();
  return read;
}

beforeAll(() => {
  // The SDK waits a random share of up to 20 s between attempts; a small one keeps the order.
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
});
afterEach(close);
afterAll(() => vi.restoreAllMocks());

describe.each(rows)('$name', (row) => {
  it('crashes nothing, loses nothing, doubles nothing, is told, and is made up for', async () => {
    const before = await cleanScan(row.places);
    const { setup: opened, scan } = await open(row.places);
    row.faults(opened.simulated.account.faults);

    const faulty = await scan();
    expect(faulty.state).toBe(row.ends);
    expectTold(row, faulty, before);
    expectWholeWhereNothingIsTold(faulty, before);
    const ids = await storedIds(opened.store);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !before.ids.includes(id))).toEqual([]);

    nowMs += 30_000;
    if (row.name !== 'throttled for 30 s') opened.simulated.account.faults.clear();
    const next = await scan();
    const told = readingsOf(next).map(({ place, outcome }) => `${place} ${outcome.status}`);
    expect(told).toEqual(before.readings);
    expect(next.state).toBe('done');
    expect(await storedIds(opened.store)).toEqual(before.ids);
    expect(await exportedUsage(opened.store)).toBe(before.usage);
  }, 150_000);
});

/** Coverage names what happened where it happened, and nowhere else. */
function expectTold({ says, hits, ends }: Row, summary: ScanSummary, before: Clean): void {
  const readings = readingsOf(summary);
  const known = new Set(before.troubles.map((one) => JSON.stringify(one)));
  const troubles = troublesOf(summary).filter((one) => !known.has(JSON.stringify(one)));
  expect(troubles.length > 0).toBe(ends === 'partial');
  for (const { reason } of troubles) expect(reason).toMatch(says ?? /never/);
  if (hits === undefined) return;
  const hit = readings.filter(hits).map(({ place }) => place);
  expect(hit.length).toBeGreaterThan(0);
  expect(troubles.map(({ place }) => place)).toEqual(expect.arrayContaining(hit));
}

/** Sources that read what a failed one leaves to them, and may have more for that. */
const STANDING_IN: ReadonlySet<string> = new Set(['log-group', 'lookup-events']);

/** A reading without a word of trouble holds all that it holds without the fault. */
function expectWholeWhereNothingIsTold(summary: ScanSummary, before: Clean): void {
  const told = new Set(troublesOf(summary).map(({ place }) => place));
  for (const one of readingsOf(summary).filter(({ place }) => !told.has(place))) {
    const whole = before.items.get(holderOf(one)) ?? Number.NaN;
    if (STANDING_IN.has(one.id)) expect(one.items, one.place).toBeGreaterThanOrEqual(whole);
    else expect(one.items, one.place).toBe(whole);
  }
}
