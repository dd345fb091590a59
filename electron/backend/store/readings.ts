import type { DatasetReading, Snapshot } from '../../../shared/model/dataset.ts';
import type { Connection } from './database.ts';
import { insertRows } from './json-table.ts';
import type { SourceReading } from './store.ts';

const READING = {
  scan_id: 'VARCHAR',
  account_id: 'VARCHAR',
  region: 'VARCHAR',
  read_at: 'TIMESTAMP',
  reading: 'VARCHAR',
} as const;

/** Keeps what collectors read; earlier readings stay, so that configuration has a history. */
export function putDatasetReadings(
  connection: Connection,
  scanId: string,
  readings: readonly DatasetReading[],
): Promise<void> {
  return insertRows(connection, 'dataset_reading_rows', {
    columns: { dataset: 'VARCHAR', ...READING },
    rows: readings.map((reading) => ({ dataset: reading.dataset, ...toRow(scanId, reading) })),
  });
}

/** Keeps how sources ended. */
export function putSourceReadingRows(
  connection: Connection,
  scanId: string,
  readings: readonly SourceReading[],
): Promise<void> {
  return insertRows(connection, 'source_reading_rows', {
    columns: { source: 'VARCHAR', ...READING },
    rows: readings.map((reading) => ({ source: reading.source, ...toRow(scanId, reading) })),
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
