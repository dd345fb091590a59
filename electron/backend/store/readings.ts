import { createHash } from 'node:crypto';
import type { DatasetReading, Snapshot } from '../../../shared/model/dataset.ts';
import { type Connection, transaction } from './database.ts';
import { jsonTable } from './json-table.ts';
import type { SourceReading } from './store.ts';

const READING = {
  scan_id: 'VARCHAR',
  account_id: 'VARCHAR',
  region: 'VARCHAR',
  read_at: 'TIMESTAMP',
  reading: 'VARCHAR',
} as const;

/**
 * Keeps what collectors read. What was read before stays, so that configuration has a history; a
 * reading that tells the same as the one before it takes its place, so that only changes add up.
 */
export async function putDatasetReadings(
  connection: Connection,
  scanId: string,
  readings: readonly DatasetReading[],
): Promise<void> {
  const rows = readings.map((reading) => ({
    dataset: reading.dataset,
    content: contentOf(reading),
    ...toRow(scanId, reading),
  }));
  if (rows.length === 0) return;
  const columns = { dataset: 'VARCHAR', content: 'VARCHAR', ...READING };
  const names = Object.keys(columns).join(', ');
  await transaction(connection, async () => {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE new_readings AS SELECT ${names} FROM ${jsonTable(columns)}`,
      [JSON.stringify(rows)],
    );
    await connection.run(
      `DELETE FROM dataset_reading_rows WHERE rowid IN (
         SELECT newest.place FROM (
           SELECT dataset, account_id, region, max(rowid) AS place, max_by(content, rowid) AS content
           FROM dataset_reading_rows GROUP BY dataset, account_id, region
         ) newest
         JOIN new_readings n ON n.dataset = newest.dataset AND n.account_id = newest.account_id
           AND n.region = newest.region AND n.content = newest.content)`,
    );
    await connection.run(
      `INSERT INTO dataset_reading_rows (${names}) SELECT ${names} FROM new_readings`,
    );
  });
}

/** What a reading tells, without when and in how many calls it was read. */
function contentOf({ outcome, gaps = [], actions, items }: DatasetReading): string {
  return createHash('sha256')
    .update(JSON.stringify([outcome, gaps, actions, items]))
    .digest('hex');
}

/** Keeps how sources ended, each in place of its ending before. */
export async function putSourceReadingRows(
  connection: Connection,
  scanId: string,
  readings: readonly SourceReading[],
): Promise<void> {
  const rows = readings.map((reading) => ({ source: reading.source, ...toRow(scanId, reading) }));
  if (rows.length === 0) return;
  const columns = { source: 'VARCHAR', ...READING };
  const names = Object.keys(columns).join(', ');
  await transaction(connection, async () => {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE new_endings AS SELECT ${names} FROM ${jsonTable(columns)}`,
      [JSON.stringify(rows)],
    );
    await connection.run(
      `DELETE FROM source_reading_rows USING new_endings n
       WHERE source_reading_rows.source = n.source
         AND source_reading_rows.account_id = n.account_id
         AND source_reading_rows.region = n.region`,
    );
    await connection.run(
      `INSERT INTO source_reading_rows (${names}) SELECT ${names} FROM new_endings`,
    );
  });
}

function toRow(scanId: string, reading: DatasetReading | SourceReading) {
  return {
    scan_id: scanId,
    account_id: reading.accountId,
    region: reading.region,
    read_at: reading.readAt,
    reading: JSON.stringify(reading),
  };
}

/** The newest reading of every dataset, account and Region; null before the first scan. */
export async function readLatestSnapshot(connection: Connection): Promise<Snapshot | null> {
  const rows = await connection.rows(
    `SELECT max_by(reading, rowid) AS reading, max_by(scan_id, rowid) AS scan_id,
       max(rowid) AS place, max(read_at) AS read_at
     FROM dataset_reading_rows GROUP BY dataset, account_id, region
     ORDER BY dataset, account_id, region`,
  );
  const newest = rows.reduce<(typeof rows)[number] | undefined>(
    (best, row) => (best === undefined || Number(row.place) > Number(best.place) ? row : best),
    undefined,
  );
  if (newest === undefined) return null;
  return {
    scanId: String(newest.scan_id),
    takenAt: String(newest.read_at),
    readings: rows.map((row) => JSON.parse(String(row.reading)) as DatasetReading),
  };
}

/** The newest ending of every source, account and Region. */
export async function readLatestSources(connection: Connection): Promise<readonly SourceReading[]> {
  const rows = await connection.rows(
    `SELECT max_by(reading, rowid) AS reading FROM source_reading_rows
     GROUP BY source, account_id, region ORDER BY source, account_id, region`,
  );
  return rows.map((row) => JSON.parse(String(row.reading)) as SourceReading);
}
