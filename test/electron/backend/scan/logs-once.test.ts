import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { INVOCATION_LOG_GROUP } from '../../../../electron/backend/demo/world/organization.ts';
import { timesOf } from '../../../../electron/backend/scan/log-groups.ts';
import { toInstants } from '../../../../electron/backend/sources/time-range.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { exportedUsage } from './exported.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { NOW, SETTINGS } from './simulated.ts';

/** Logs to S3 and a log group in Dublin, to a log group alone in Frankfurt. */
const SUPPORT = '555566667777';
const SOURCES = { ...SETTINGS, sources: ['configuration', 'logs'] as const };
/** S3 has what is older than this, log groups nearly everything. */
const DELIVERED = '2026-11-20T00:00:00Z';

const world = createShortWorld({
  now: NOW,
  days: 12,
  places: { [SUPPORT]: ['eu-west-1', 'eu-central-1'] },
});
/** A busy machine takes its time. */
const TIMEOUT_MS = 120_000;
const open: ScanSetup[] = [];
let uninterrupted: string;

async function setupOf(): Promise<ScanSetup> {
  const setup = await openScanSetup(world);
  open.push(setup);
  return setup;
}

function scan(setup: ScanSetup, signal = new AbortController().signal) {
  const connections = [setup.simulated.connectionOf(SUPPORT)];
  return setup.scan({ connections, settings: SOURCES, signal });
}

async function invocations(setup: ScanSetup): Promise<readonly unknown[]> {
  const [row] = await setup.rows(
    `SELECT count(*), count(DISTINCT request_id) FROM invocations WHERE time < '${DELIVERED}'`,
  );
  return (row ?? []).map(Number);
}

const logged = world.invocations.filter(
  (call) => call.accountId === SUPPORT && call.logged && call.time < Date.parse(DELIVERED),
).length;

/** What the log groups hold of these: for some hours one of them got nothing. */
const grouped = ['eu-west-1', 'eu-central-1'].reduce((sum, region) => {
  const place = { accountId: SUPPORT, region, logGroup: INVOCATION_LOG_GROUP };
  const events = world.logEvents(place, 0, Date.parse(DELIVERED));
  return sum + events.filter(({ message }) => message.startsWith('{')).length;
}, 0);

beforeAll(async () => {
  const setup = await setupOf();
  await scan(setup);
  uninterrupted = await exportedUsage(setup.store);
}, TIMEOUT_MS);
afterEach(async () => {
  for (const setup of open.splice(0)) await setup.close();
}, TIMEOUT_MS);

describe('invocations that S3 and a log group both hold', () => {
  it(
    'are read from S3 where it can be, and from the log group for the times that S3 lacks',
    async () => {
      const setup = await setupOf();
      const { sources } = await scan(setup);
      const from = (source: string) =>
        sources.filter((one) => one.source === source && one.items > 0).map(({ region }) => region);
      expect(from('invocation-logs')).toEqual(['eu-west-1']);
      expect(from('log-group').sort()).toEqual(['eu-central-1', 'eu-west-1']);
      expect(await invocations(setup)).toEqual([logged, logged]);
      const west = sources.find(
        ({ source, region }) => source === 'log-group' && region === 'eu-west-1',
      );
      expect(west?.items).toBeLessThan(logged / 10);
    },
    TIMEOUT_MS,
  );

  it(
    'are read from the log group where the bucket holds none of them yet',
    async () => {
      const setup = await openScanSetup({ ...world, objects: () => [] });
      open.push(setup);
      const { sources } = await scan(setup);
      const empty = sources.filter(({ source }) => source === 'invocation-logs');
      expect(empty.map(({ outcome }) => outcome.status)).toContain('collected');
      expect(await invocations(setup)).toEqual([grouped, grouped]);
    },
    TIMEOUT_MS,
  );

  it(
    'count once when S3 was closed first and is read later',
    async () => {
      const setup = await setupOf();
      const { faults } = setup.simulated.account;
      faults.set('s3:ListBucket', { kind: 'deny' });
      const first = await scan(setup);
      const groups = first.sources.filter(({ source }) => source === 'log-group');
      expect(groups.map(({ region }) => region).sort()).toEqual(['eu-central-1', 'eu-west-1']);
      expect(first.sources.filter(({ outcome }) => outcome.status === 'denied')).not.toEqual([]);
      expect(await invocations(setup)).toEqual([grouped, grouped]);
      faults.clear();
      const second = await scan(setup);
      expect(second.summary.duplicates).toBeGreaterThan(100);
      expect(await invocations(setup)).toEqual([logged, logged]);
    },
    TIMEOUT_MS,
  );
});

describe('the times that S3 gave', () => {
  const hour = (from: string, to = from) => ({
    from: `2026-11-${from}:00Z`,
    to: `2026-11-${to}:00Z`,
  });
  it.each([
    ['nothing', [], []],
    ['one record says little', [hour('01T10:00')], []],
    [
      'hours that follow each other, less a margin',
      [hour('01T10:00', '01T10:59'), hour('01T11:01', '01T11:40')],
      ['2026-11-01T10:10:00Z 2026-11-01T11:30:00Z'],
    ],
    [
      'a night between',
      [hour('01T18:00', '01T18:20'), hour('02T08:00', '02T08:40')],
      ['2026-11-01T18:10:00Z 2026-11-02T08:30:00Z'],
    ],
    [
      'two days without a record, which are asked for',
      [hour('01T08:00', '01T08:50'), hour('01T18:00', '01T18:50'), hour('03T18:51', '03T19:40')],
      ['2026-11-01T08:10:00Z 2026-11-01T18:40:00Z', '2026-11-03T19:01:00Z 2026-11-03T19:30:00Z'],
    ],
  ])('%s', (_, hours, expected) => {
    const times = timesOf(hours).map(toInstants);
    expect(times.map(({ from, to }) => `${from} ${to}`.replaceAll('.000Z', 'Z'))).toEqual(expected);
  });
});

describe('a scan that was cut short and run again', () => {
  it.each([
    ['s3:GetObject', 5],
    ['s3:GetObject', 12],
    ['logs:FilterLogEvents', 1],
  ])(
    'at %s number %i gives the usage of one that was not',
    async (operation, calls) => {
      const setup = await setupOf();
      const abort = new AbortController();
      const { requests } = setup.simulated;
      const push = requests.push.bind(requests);
      let seen = 0;
      requests.push = (...items) => {
        seen += items.filter((item) => item.startsWith(operation)).length;
        if (seen >= calls) abort.abort();
        return push(...items);
      };
      await expect(scan(setup, abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
      requests.push = push;
      await scan(setup);
      expect(await exportedUsage(setup.store)).toBe(uninterrupted);
    },
    TIMEOUT_MS,
  );
});
