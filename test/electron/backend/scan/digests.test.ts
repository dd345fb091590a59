import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';
import { openScanSetup, type ScanSetup } from './scan-setup.ts';
import { SETTINGS } from './simulated.ts';

const SOURCES = ['configuration', 'logs'] as const;

let setup: ScanSetup;
let without: ScanSummary;
let verified: ScanSummary;

beforeAll(async () => {
  setup = await openScanSetup();
  const platform = setup.connections.filter(({ id }) => id.startsWith('222233334444'));
  const settings = { ...SETTINGS, sources: SOURCES };
  without = await setup.scan({ connections: platform, settings });
  verified = await setup.scan({
    connections: platform,
    settings: { ...settings, verifyDigests: true },
  });
}, 240_000);
afterAll(() => setup.close());

const digestsIn = ({ sources }: ScanSummary) =>
  sources.filter(({ source }) => source === 'trail-digests');

test('no digest is read unless Settings ask for it', () => {
  expect(digestsIn(without)).toEqual([]);
  expect(setup.requestsOf('scan-1').filter((r) => r.includes('ListPublicKeys'))).toEqual([]);
});

test('every account and Region of the organisation trail is proven, but for one deleted file', () => {
  const readings = digestsIn(verified);
  expect(readings).toHaveLength(11);
  const unproven = readings.filter(({ outcome }) => outcome.status !== 'collected');
  expect(unproven).toMatchObject([
    {
      accountId: '222233334444',
      region: 'eu-west-1',
      outcome: {
        status: 'failed',
        reason: expect.stringMatching(
          /^The log file s3:\/\/acme-org-logs-444455556666\/.*_20261107T0240Z_\w{16}\.json\.gz is missing\.$/,
        ),
      },
    },
  ]);
  for (const { items } of readings) expect(items).toBeGreaterThan(0);
  expect(verified.state).toBe('partial');
});

test('the list of files shows the hash of what was proven', async () => {
  const [row] = await setup.rows(
    `SELECT count(*) FILTER (sha256 IS NOT NULL), count(*) FILTER (kind <> 'cloudtrail' AND sha256 IS NOT NULL)
     FROM files`,
  );
  const items = digestsIn(verified).reduce((sum, reading) => sum + reading.items, 0);
  expect(row).toEqual([items - 1, 0].map((count) => expect.toSatisfy((n) => Number(n) === count)));
});
