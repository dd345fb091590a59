import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Connection, openDatabase } from '../../electron/backend/store/database.ts';
import { DATABASE_FILE, openStore } from '../../electron/backend/store/open.ts';
import { askQuestion } from '../../electron/backend/store/questions/ask.ts';
import { sumChangedDays } from '../../electron/backend/store/rollups/sum-changed-days.ts';
import type { Store } from '../../electron/backend/store/store.ts';
import { fillUsage, USAGE_MONTH, USAGE_NOW, USAGE_YEAR } from './fill-usage.ts';
import { openSpendQuestions, writeTeamRules } from './spend-questions.ts';

/** What one question took: the best of its answers after the first, which has a cold cache. */
export interface QuestionTime {
  readonly question: string;
  readonly rows: number;
  /** Tells whether two ways of answering agree. */
  readonly digest: string;
  readonly firstMs: number;
  readonly ms: number;
  readonly cpuMs: number;
  /** For how much of the time the store was asked; null where that is all. */
  readonly queryMs: number | null;
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
const LAST_DAY = { from: '2026-12-31', to: '2027-01-01' } as const;

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

type Answer = () => Promise<readonly unknown[]>;

interface Asked {
  readonly questions: Readonly<Record<string, Answer>>;
  readonly rounds: number;
  /** Milliseconds that the store was asked since the last call. */
  readonly queryMs?: () => number;
}

async function measureAll({ questions, rounds, queryMs }: Asked): Promise<readonly QuestionTime[]> {
  const times: QuestionTime[] = [];
  for (const [question, answer] of Object.entries(questions)) {
    times.push({ question, ...(await measureOne(answer, rounds, queryMs)) });
  }
  return times;
}

async function measureOne(
  ask: Answer,
  rounds: number,
  queryMs: Asked['queryMs'] = () => Number.NaN,
): Promise<Omit<QuestionTime, 'question'>> {
  const runs: { readonly ms: number; readonly cpuMs: number; readonly queryMs: number }[] = [];
  let answer: readonly unknown[] = [];
  for (let round = 0; round < rounds; round++) {
    queryMs();
    const elapsed = stopwatch();
    answer = await ask();
    runs.push({ ...elapsed(), queryMs: queryMs() });
  }
  const warm = runs.length > 1 ? runs.slice(1) : runs;
  const asked = Math.min(...warm.map((run) => run.queryMs));
  return {
    rows: answer.length,
    digest: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
    firstMs: runs[0]?.ms ?? Number.NaN,
    ms: Math.min(...warm.map(({ ms }) => ms)),
    cpuMs: Math.min(...warm.map(({ cpuMs }) => cpuMs)),
    queryMs: Number.isNaN(asked) ? null : asked,
    peakMb: peakMb(),
  };
}

/** Questions with the store that they are asked of. */
function askedOf(ask: Ask, questions: typeof QUESTIONS): Asked['questions'] {
  return Object.fromEntries(
    Object.entries(questions).map(([question, run]) => [question, () => run(ask)]),
  );
}

/** The questions as the product answers them. */
async function rolled(folder: string): Promise<readonly QuestionTime[]> {
  const store = await openStore({ folder, now: () => USAGE_NOW });
  const questions = askedOf(store.ask, { ...QUESTIONS, ...CALL_BY_CALL });
  const times = await measureAll({ questions, rounds: 6 });
  await store.close();
  return times;
}

/** Answers of the contract: usage from the store, prices, rules of teams. */
async function spend(
  folder: string,
  _total: string,
  rounds = '6',
): Promise<readonly QuestionTime[]> {
  const { ask, queryMs, close } = await openSpendQuestions(folder);
  const times = await measureAll({ questions: ask, rounds: Number(rounds), queryMs });
  await close();
  return times;
}

/** The same texts with nothing summed before, so that every day is read from its raw rows. */
async function raw(folder: string): Promise<readonly QuestionTime[]> {
  return withDatabase(folder, async (connection) => {
    const ask: Ask = (name, params) => askQuestion(connection, name, params);
    return measureAll({ questions: askedOf(ask, QUESTIONS), rounds: 1 });
  });
}

function fill(folder: string, total: string): Promise<SumTime> {
  return timed(folder, async () => {
    await fillUsage(folder, Number(total));
    await writeTeamRules(folder);
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

const MEASUREMENTS = { fill, sum, rolled, raw, spend };

async function main(): Promise<void> {
  const [what = '', folder = '', total = '', rounds] = process.argv.slice(2);
  if (!Object.hasOwn(MEASUREMENTS, what)) throw new Error(`unknown: ${what}`);
  const measure = MEASUREMENTS[what as keyof typeof MEASUREMENTS];
  console.log(JSON.stringify(await measure(folder, total, rounds)));
}

await main();
