import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Connection, openDatabase } from '../../electron/backend/store/database.ts';
import { DATABASE_FILE, openStore } from '../../electron/backend/store/open.ts';
import { askQuestion } from '../../electron/backend/store/questions/ask.ts';
import { ROLLUPS } from '../../electron/backend/store/rollups/rollups.ts';
import { sumChangedDays } from '../../electron/backend/store/rollups/sum-changed-days.ts';
import type { Store } from '../../electron/backend/store/store.ts';
import { fillUsage, USAGE_MONTH, USAGE_YEAR } from './fill-usage.ts';
import { median } from './median.ts';

/** What one question took; the first answer has a cold cache. */
export interface QuestionTime {
  readonly question: string;
  readonly rows: number;
  /** Tells whether two ways of answering agree. */
  readonly digest: string;
  readonly firstMs: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** Of the process so far. */
  readonly peakMb: number;
}

/** What filling a workspace or summing all its days took. */
export interface SumTime {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly fileMb: number;
  readonly rows: number;
}

type Ask = Store['ask'];

const BY_MODEL = ['account', 'region', 'model', 'tier', 'long-context'] as const;
const BY_PRINCIPAL = ['account', 'region', 'model', 'tier', 'principal', 'long-context'] as const;
const MONTHS = { granularity: 'month' } as const;
const LAST_DAY = { from: '2026-10-31', to: '2026-11-01' } as const;

const QUESTIONS: Readonly<Record<string, (ask: Ask) => Promise<readonly unknown[]>>> = {
  'month by model and day': (ask) =>
    ask('usage-cube', { ...USAGE_MONTH, granularity: 'day', dimensions: BY_MODEL }),
  'month, usage-by-day': (ask) => ask('usage-by-day', USAGE_MONTH),
  'month, top principals': (ask) =>
    ask('usage-cube', { ...USAGE_MONTH, ...MONTHS, dimensions: BY_PRINCIPAL }),
  'year by model and month': (ask) =>
    ask('usage-cube', { ...USAGE_YEAR, ...MONTHS, dimensions: BY_MODEL }),
  'year by principal and model': (ask) =>
    ask('usage-cube', { ...USAGE_YEAR, ...MONTHS, dimensions: ['principal', 'model', 'tier'] }),
  'year by principal, place and model': (ask) =>
    ask('usage-cube', { ...USAGE_YEAR, ...MONTHS, dimensions: BY_PRINCIPAL }),
};

/** Questions that are answered from single calls either way. */
const CALL_BY_CALL: typeof QUESTIONS = {
  'day by model and hour': (ask) =>
    ask('usage-cube', { ...LAST_DAY, granularity: 'hour', dimensions: BY_MODEL }),
  'month by request metadata': (ask) =>
    ask('usage-cube', { ...USAGE_MONTH, ...MONTHS, dimensions: ['metadata'], metadataKey: 'team' }),
  'month, calls by tokens': (ask) =>
    ask('calls-page', { ...USAGE_MONTH, sort: 'tokens-desc', offset: 0, limit: 100 }),
  'month, number of calls of a role': (ask) =>
    ask('calls-count', {
      ...USAGE_MONTH,
      principals: ['arn:aws:iam::111122223307:role/service-role-7'],
    }),
};

async function measureAll(
  ask: Ask,
  questions: typeof QUESTIONS,
  rounds: number,
): Promise<readonly QuestionTime[]> {
  const times: QuestionTime[] = [];
  for (const [question, run] of Object.entries(questions)) {
    times.push(await measureOne(question, rounds, () => run(ask)));
  }
  return times;
}

async function measureOne(
  question: string,
  rounds: number,
  run: () => Promise<readonly unknown[]>,
): Promise<QuestionTime> {
  const runs: { readonly ms: number; readonly cpuMs: number }[] = [];
  let answer: readonly unknown[] = [];
  for (let round = 0; round < rounds; round++) {
    const elapsed = stopwatch();
    answer = await run();
    runs.push(elapsed());
  }
  const [first, ...rest] = runs;
  return {
    question,
    rows: answer.length,
    digest: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
    firstMs: first?.ms ?? Number.NaN,
    ms: median(rest.map(({ ms }) => ms)),
    cpuMs: median(rest.map(({ cpuMs }) => cpuMs)),
    peakMb: peakMb(),
  };
}

/** The questions as the product answers them. */
async function rolled(folder: string): Promise<readonly QuestionTime[]> {
  const store = await openStore({ folder, now: () => '2026-11-01T00:00:00Z' });
  const times = await measureAll(store.ask, { ...QUESTIONS, ...CALL_BY_CALL }, 6);
  await store.close();
  return times;
}

/** The same texts with nothing summed before: the views of the roll-ups read all raw rows. */
async function raw(folder: string): Promise<readonly QuestionTime[]> {
  return withDatabase(folder, async (connection) => {
    for (const { view, sum, source } of ROLLUPS) {
      await connection.run(`CREATE OR REPLACE TEMP VIEW ${view} AS ${sum(source)}`);
    }
    return measureAll((name, params) => askQuestion(connection, name, params), QUESTIONS, 2);
  });
}

function fill(folder: string, total: string): Promise<SumTime> {
  return timed(folder, async () => {
    await fillUsage(folder, Number(total));
    return Number(total);
  });
}

function sum(folder: string): Promise<SumTime> {
  return timed(folder, () =>
    withDatabase(folder, async (connection) => {
      await sumChangedDays((work) => work(connection));
      const [row] = await connection.rows('SELECT count(*) AS rows FROM invocation_day_rows');
      return Number(row?.rows);
    }),
  );
}

async function timed(folder: string, work: () => Promise<number>): Promise<SumTime> {
  const elapsed = stopwatch();
  const rows = await work();
  const { ms, cpuMs } = elapsed();
  return {
    seconds: ms / 1000,
    cpuSeconds: cpuMs / 1000,
    peakMb: peakMb(),
    fileMb: await fileMb(folder),
    rows,
  };
}

async function withDatabase<T>(
  folder: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const file = join(folder, DATABASE_FILE);
  const database = await openDatabase({ file, temp: folder, readOnly: false });
  try {
    return await database.write(work);
  } finally {
    await database.close();
  }
}

async function fileMb(folder: string): Promise<number> {
  return Math.round((await stat(join(folder, DATABASE_FILE))).size / 2 ** 20);
}

function stopwatch() {
  const started = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - started, cpuMs: (user + system) / 1000 };
  };
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

const MEASUREMENTS = { fill, sum, rolled, raw };

async function main(): Promise<void> {
  const [what = '', folder = '', total = ''] = process.argv.slice(2);
  if (!Object.hasOwn(MEASUREMENTS, what)) throw new Error(`unknown: ${what}`);
  const measure = MEASUREMENTS[what as keyof typeof MEASUREMENTS];
  console.log(JSON.stringify(await measure(folder, total)));
}

await main();
