import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { World, WorldObject } from '../../../../electron/backend/demo/world/world.ts';
import { createShortWorld } from '../../../helpers/short-world.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { csvOf, line, writeParquet } from '../store/cur-files.ts';
import { NOW } from './simulated.ts';

export const SUPPORT = '555566667777';
export const MANAGEMENT = '111122223333';

/** A few days of an account that logs to S3, to a log group and into a trail's bucket. */
export const west = createShortWorld({ now: NOW, days: 6, places: { [SUPPORT]: ['eu-west-1'] } });

const central = createShortWorld({ now: NOW, days: 6, places: { [SUPPORT]: ['eu-central-1'] } });
/** An account in two Regions, whose prices are more lists than are read at once. */
export const createWorldOfTwoRegions = (): World =>
  createShortWorld({ now: NOW, days: 0, places: { [SUPPORT]: ['eu-central-1', 'eu-west-1'] } });

/** Long enough for pages of 1 MB to hold a dozen records. */
const LONG_TEXT = 'x'.repeat(90_000);

/** An account's Region that logs to a log group alone, whose records fill several pages. */
export const longRecords: World = {
  ...central,
  logEvents: (place, since, until) =>
    central.logEvents(place, since, until).map((event) => ({
      ...event,
      message: event.message.replace(/^\{/, `{"padding":"${LONG_TEXT}",`),
    })),
};

/** The account that pays for the organisation, with the bill of this month. */
export function createPayerWorld(): World {
  const world = createShortWorld({ now: NOW, days: 0, places: { [MANAGEMENT]: ['us-east-1'] } });
  const lines = world.billLines().filter(({ day }) => day >= '2026-11-01');
  return { ...world, billLines: () => lines };
}

/** The metrics that pass. */
export function withMetrics(keeps: (namespace: string) => boolean): World {
  return {
    ...west,
    metrics: (accountId, region) =>
      west.metrics(accountId, region).filter(({ namespace }) => keeps(namespace)),
  };
}

/** Log files whose keys fit, cut into so many that they take several batches. */
export function inManyFiles(fits: RegExp, pieces: number): World {
  const buckets = new Map<string, readonly WorldObject[]>();
  const all = (bucket: string) => {
    const known =
      buckets.get(bucket) ??
      west
        .objects(bucket, '')
        .filter(({ key }) => fits.test(key))
        .flatMap((object) => cutUp(object, pieces));
    buckets.set(bucket, known);
    return known;
  };
  return {
    ...west,
    objects: (bucket, prefix) => all(bucket).filter(({ key }) => key.startsWith(prefix)),
  };
}

function cutUp(object: WorldObject, pieces: number): readonly WorldObject[] {
  const text = gunzipSync(object.body()).toString('utf8');
  const isTrail = object.key.includes('/CloudTrail/');
  const records: readonly string[] = isTrail ? recordsOf(text) : text.trimEnd().split('\n');
  const size = Math.ceil(records.length / pieces);
  return Array.from({ length: Math.ceil(records.length / size) }, (_, index) => {
    const own = records.slice(index * size, (index + 1) * size);
    const body = gzipSync(isTrail ? `{"Records":[${own.join(',')}]}` : `${own.join('\n')}\n`);
    const key = object.key.replace(/(\.json\.gz)$/, `${String(index).padStart(4, '0')}$1`);
    return { ...object, key, body: () => body };
  });
}

function recordsOf(text: string): readonly string[] {
  const { Records }: { Records: readonly unknown[] } = JSON.parse(text);
  return Records.map((record) => JSON.stringify(record));
}

const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11'] as const;
const FILES = [1, 2, 3] as const;

/** The payer's export as files of another kind, three for each of four months. */
export async function withExportOf(
  world: World,
  format: 'csv.gz' | 'snappy.parquet',
): Promise<World> {
  const known = worldAt(NOW).billObjects();
  const [manifest] = known.filter(({ key }) => key.endsWith('-Manifest.json'));
  const [, root = '', name = ''] =
    /^(.*)\/metadata\/BILLING_PERIOD=[^/]+\/(.*)-Manifest\.json$/.exec(manifest?.key ?? '') ?? [];
  const lastModified = '2026-11-20T01:00:00Z';
  const objects: WorldObject[] = [];
  for (const month of MONTHS) {
    const keys = FILES.map(
      (file) => `${root}/data/BILLING_PERIOD=${month}/${name}-0000${file}.${format}`,
    );
    for (const [index, key] of keys.entries()) {
      const body = await exportFile(month, index, format);
      objects.push({ key, lastModified, body: () => body });
    }
    const text = JSON.stringify({ executionId: `exec-${month}`, dataFiles: keys });
    const key = `${root}/metadata/BILLING_PERIOD=${month}/${name}-Manifest.json`;
    objects.push({ key, lastModified, body: () => Buffer.from(text) });
  }
  const held = objects.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { ...world, objects: (_, prefix) => held.filter(({ key }) => key.startsWith(prefix)) };
}

const DAYS = ['03', '11', '18'] as const;

/** Lines of three days, a caller for each file. */
async function exportFile(
  month: string,
  index: number,
  format: 'csv.gz' | 'snappy.parquet',
): Promise<Buffer> {
  const lines = DAYS.map((day) =>
    line({
      bill_billing_period_start_date: `${month}-01T00:00:00.000Z`,
      line_item_usage_start_date: `${month}-${day}T00:00:00.000Z`,
      line_item_iam_principal: `arn:aws:iam::222233334444:role/caller-${index}`,
      line_item_unblended_cost: `0.0${index + 1}${day}`,
    }),
  );
  if (format === 'csv.gz') return gzipSync(csvOf(lines));
  const folder = await mkdtemp(join(tmpdir(), 'assay-export-'));
  try {
    await writeParquet(join(folder, 'part.parquet'), lines);
    return await readFile(join(folder, 'part.parquet'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
