import { readFile, stat } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { listValue } from '@duckdb/node-api';
import { openDatabase } from '../../electron/backend/store/database.ts';
import { insertSql } from '../../electron/backend/store/ingest/load.ts';
import { openStore } from '../../electron/backend/store/open.ts';
import { migrate } from '../../electron/backend/store/schema/migrate.ts';
import type { LogFile, MetricPoint, Store } from '../../electron/backend/store/store.ts';
import { buildSpend } from '../../shared/cost/build-spend.ts';
import { bundledPrices } from '../../shared/prices/bundled-prices.ts';
import { createPriceBook } from '../../shared/prices/price-book.ts';
import { profileTargets } from '../../shared/prices/profile-targets.ts';
import { usageOfDays } from '../helpers/usage-of-days.ts';
import { BENCH_PERIOD } from './bench-world.ts';
import { median } from './median.ts';

/** One measurement, run in a process of its own so that its peak memory is its own. */
export interface Measurement {
  readonly seconds: number;
  /** Processor time of all threads; what else the machine does changes it less. */
  readonly cpuSeconds: number;
  readonly records: number;
  readonly peakMb: number;
}

const NOW = '2026-01-01T00:00:00Z';

/** A month of spend: `seconds` from question to answer, of which `pricingSeconds` after the store. */
export interface SpendMeasurement extends Measurement {
  readonly firstSeconds: number;
  readonly pricingSeconds: number;
  readonly groups: number;
}

/** The product's ingest: checked, deduplicated, with the manifest, and the database closed. */
async function ours(folder: string, paths: readonly string[]): Promise<Measurement> {
  const files = await Promise.all(paths.map(toLogFile));
  const store = await openStore({ folder, now: () => NOW });
  const elapsed = stopwatch();
  const summary = await store.ingest(files);
  await store.close();
  return { ...elapsed(), records: summary.events + summary.invocations, peakMb: peakMb() };
}

/**
 * One bare `read_json` insert of the same files into the same columns, unchecked, and the database
 * closed.
 */
async function bare(folder: string, paths: readonly string[], kind: string): Promise<Measurement> {
  const database = await openDatabase({
    file: `${folder}/bare.duckdb`,
    temp: folder,
    readOnly: false,
  });
  await database.write((connection) => migrate(connection, { file: folder, now: () => NOW }));
  const shape = kind === 'cloudtrail' ? 'records' : 'invocation-lines';
  const table = kind === 'cloudtrail' ? 'events' : 'invocations';
  const sql = insertSql({ shape, compressed: true, paths, firstId: 1 });
  const elapsed = stopwatch();
  const records = await database.write(async (connection) => {
    await connection.run(sql, [listValue([...paths])]);
    const [row] = await connection.rows(`SELECT count(*) AS records FROM ${table}`);
    return Number(row?.records);
  });
  await database.close();
  return { ...elapsed(), records, peakMb: peakMb() };
}

/**
 * A month of spend by model as the page asks for it, from invocation logs and the metrics of the
 * same calls: usage and calls from the store, then prices. The median of nine answers; the first,
 * with a cold cache, apart.
 */
async function spend(folder: string): Promise<SpendMeasurement> {
  const filled = await openStore({ folder, now: () => NOW });
  await filled.putMetricPoints(await metricsOfLogs(filled));
  await filled.close();
  const prices = createPriceBook([bundledPrices()]);
  const store = await openStore({ folder, now: () => NOW });
  const runs: { readonly whole: number; readonly pricing: number; readonly cpu: number }[] = [];
  let found = { records: 0, groups: 0 };
  for (let run = 0; run < 10; run++) {
    const whole = stopwatch();
    const usage = await usageOfDays(store, BENCH_PERIOD);
    const priced = stopwatch();
    const answer = buildSpend({ ...usage, ...QUESTION, prices });
    const { seconds, cpuSeconds } = whole();
    runs.push({ whole: seconds, cpu: cpuSeconds, pricing: priced().seconds });
    found = { records: usage.usage.length, groups: answer.groups.length };
  }
  await store.close();
  const [first, ...rest] = runs;
  return {
    ...found,
    seconds: median(rest.map(({ whole }) => whole)),
    cpuSeconds: median(rest.map(({ cpu }) => cpu)),
    pricingSeconds: median(rest.map(({ pricing }) => pricing)),
    firstSeconds: first?.whole ?? Number.NaN,
    peakMb: peakMb(),
  };
}

const QUESTION = {
  groupBy: 'model',
  period: BENCH_PERIOD,
  today: '2026-01-01',
  accounts: new Map<string, string>(),
  profiles: profileTargets([]),
} as const;

/** What CloudWatch would say about the logged calls, by the hour. */
async function metricsOfLogs(store: Store): Promise<readonly MetricPoint[]> {
  const points: MetricPoint[] = [];
  const metrics = {
    input_tokens: 'InputTokenCount',
    output_tokens: 'OutputTokenCount',
    cache_read_tokens: 'CacheReadInputTokenCount',
    cache_write_tokens: 'CacheWriteInputTokenCount',
  };
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

/** Starts to measure; the answer tells what has passed since. */
function stopwatch(): () => Pick<Measurement, 'seconds' | 'cpuSeconds'> {
  const started = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
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
