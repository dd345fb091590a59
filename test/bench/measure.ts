import { readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { listValue } from '@duckdb/node-api';
import { openDatabase } from '../../electron/backend/store/database.ts';
import { insertSql } from '../../electron/backend/store/ingest/load.ts';
import { openStore } from '../../electron/backend/store/open.ts';
import { migrate } from '../../electron/backend/store/schema/migrate.ts';
import type { LogFile, MetricPoint, Store } from '../../electron/backend/store/store.ts';
import { BENCH_PERIOD } from './bench-world.ts';

/** One measurement, run in a process of its own so that its peak memory is its own. */
export interface Measurement {
  readonly seconds: number;
  readonly records: number;
  readonly peakMb: number;
}

const NOW = '2026-01-01T00:00:00Z';

/** The product's ingest: checked, deduplicated, with the manifest. */
async function ours(folder: string, paths: readonly string[]): Promise<Measurement> {
  const files = await Promise.all(paths.map(toLogFile));
  const store = await openStore({ folder, now: () => NOW });
  const started = performance.now();
  const summary = await store.ingest(files);
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  return { seconds, records: summary.events + summary.invocations, peakMb: peakMb() };
}

/** One bare `read_json` insert of the same files into the same columns, unchecked. */
async function bare(folder: string, paths: readonly string[], kind: string): Promise<Measurement> {
  const database = await openDatabase({
    file: `${folder}/bare.duckdb`,
    temp: folder,
    readOnly: false,
  });
  const result = await database.write(async (connection) => {
    await migrate(connection, { file: folder, now: () => NOW });
    const shape = kind === 'cloudtrail' ? 'records' : 'invocation-lines';
    const table = kind === 'cloudtrail' ? 'events' : 'invocations';
    const sql = insertSql({ shape, compressed: true, paths, firstId: 1 });
    const started = performance.now();
    await connection.run(sql, [listValue([...paths])]);
    const seconds = (performance.now() - started) / 1000;
    const [row] = await connection.rows(`SELECT count(*) AS records FROM ${table}`);
    return { seconds, records: Number(row?.records), peakMb: peakMb() };
  });
  await database.close();
  return result;
}

/**
 * A month of spend grouped for pricing, from invocation logs and the metrics of the same calls: the
 * median of nine answers, in seconds.
 */
async function spend(folder: string): Promise<Measurement> {
  const store = await openStore({ folder, now: () => NOW });
  await store.putMetricPoints(await metricsOfLogs(store));
  const times: number[] = [];
  let rows = 0;
  for (let run = 0; run < 9; run++) {
    const started = performance.now();
    rows = (await store.ask('usage-by-day', BENCH_PERIOD)).length;
    times.push((performance.now() - started) / 1000);
  }
  await store.close();
  const median = times.sort((a, b) => a - b)[4] ?? Number.NaN;
  return { seconds: median, records: rows, peakMb: peakMb() };
}

/** What CloudWatch would say about the logged calls, by the hour. */
async function metricsOfLogs(store: Store): Promise<readonly MetricPoint[]> {
  const points: MetricPoint[] = [];
  const metrics = { input_tokens: 'InputTokenCount', output_tokens: 'OutputTokenCount' };
  for (const [column, metric] of Object.entries(metrics)) {
    const sql = `SELECT account_id, region, model_key, date_trunc('hour', time) AS hour,
      CAST(sum(${column}) AS DOUBLE) FROM invocations GROUP BY 1, 2, 3, 4`;
    const { rows } = await store.query(sql, 1_000_000);
    for (const [accountId, region, modelId, periodStart, value] of rows) {
      points.push({
        accountId: String(accountId),
        region: String(region),
        namespace: 'AWS/Bedrock',
        metric,
        modelId: String(modelId),
        serviceTier: null,
        periodStart: String(periodStart),
        periodSeconds: 3600,
        value: Number(value),
      });
    }
  }
  return points;
}

async function toLogFile(path: string): Promise<LogFile> {
  const { size } = await stat(path);
  return { path, key: path, etag: `${size}`, size, origin: 'folder' };
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

async function main(): Promise<void> {
  const [what, folder = '', list = '', kind = ''] = process.argv.slice(2);
  const paths = list === '' ? [] : (await readFile(list, 'utf8')).split('\n');
  const measurements = {
    ours: () => ours(folder, paths),
    bare: () => bare(folder, paths, kind),
    spend: () => spend(folder),
  };
  if (what !== 'ours' && what !== 'bare' && what !== 'spend') throw new Error(`unknown: ${what}`);
  console.log(JSON.stringify(await measurements[what]()));
}

await main();
