import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import type { QuestionTime, SumTime } from './measure-usage.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/**
 * Questions over one number of invocations: as the product answers them from what is summed, and the
 * same from raw rows, which is what they are compared with.
 */
export interface UsageBench {
  readonly records: number;
  readonly filled: SumTime;
  readonly summed: SumTime;
  readonly rolled: readonly QuestionTime[];
  readonly raw: readonly QuestionTime[];
}

/** Fills a workspace, sums it and asks, each in a process of its own; cleans up. */
export async function benchUsage(records: number): Promise<UsageBench> {
  await mkdir(CACHE, { recursive: true });
  const bundles = await mkdtemp(join(CACHE, 'bench-usage-'));
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  try {
    const entry = fileURLToPath(new URL('./measure-usage.ts', import.meta.url));
    const child = await bundleForNode(entry, bundles);
    const measure = async (what: string, ...rounds: readonly string[]) =>
      JSON.parse(
        (await run(process.execPath, [child, what, folder, String(records), ...rounds])).stdout,
      );
    const times = async (what: string, ...rounds: readonly string[]) =>
      (await measure(what, ...rounds)) as readonly QuestionTime[];
    const filled: SumTime = await measure('fill');
    const raw = [...(await times('raw')), ...(await times('spend', '1'))];
    const summed: SumTime = await measure('sum');
    const rolled = [...(await times('rolled')), ...(await times('spend', '6'))];
    return { records, filled, summed, rolled, raw };
  } finally {
    await rm(bundles, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** The questions whose answer from the roll-up is not that from the raw rows. */
export function disagreements({ rolled, raw }: UsageBench): readonly string[] {
  return raw
    .filter(
      (one) => rolled.find(({ question }) => question === one.question)?.digest !== one.digest,
    )
    .map(({ question }) => question);
}

/** The slowest question of a month that is answered from what is summed. */
export const monthMs = (bench: UsageBench): number => slowest(bench, /^month/);
/** The slowest question of a year. */
export const yearMs = (bench: UsageBench): number => slowest(bench, /^year/);

function slowest({ rolled, raw }: UsageBench, name: RegExp): number {
  const summed = new Set(raw.map(({ question }) => question));
  const times = rolled.filter(({ question }) => summed.has(question) && name.test(question));
  return Math.max(...times.map(({ ms }) => ms));
}

/** What was measured, one line each. */
export function usageLines(bench: UsageBench): readonly string[] {
  const { records, filled, summed, rolled, raw } = bench;
  const millions = records / 1e6;
  const questions = rolled.map((one) => {
    const base = raw.find(({ question }) => question === one.question);
    const than =
      base === undefined
        ? 'call by call'
        : `${(base.ms / one.ms).toFixed(1)} times as fast as from raw rows, by processor time ` +
          `${(base.cpuMs / one.cpuMs).toFixed(1)} (${told(base)})`;
    return `${one.question} (${one.rows} rows): ${told(one)}; ${than}`;
  });
  return [
    `${records} invocations of a year, half of them in its last month: ${filled.fileMb} MB`,
    `summed by day into ${summed.rows} rows (${summed.fileMb - filled.fileMb} MB more): ` +
      `${(summed.seconds / millions).toFixed(2)} s a million, processor time ` +
      `${(summed.cpuSeconds / millions).toFixed(2)} s, peak ${summed.peakMb} MB`,
    ...questions,
    ...disagreements(bench).map((question) => `DIFFERENT from raw rows: ${question}`),
  ];
}

function told({ ms, firstMs, cpuMs, queryMs, peakMb }: QuestionTime): string {
  const [warm, first, cpu] = [ms, firstMs, cpuMs].map((time) => Math.round(time));
  const query = queryMs === null ? '' : `, of which the store ${Math.round(queryMs)} ms`;
  return `${warm} ms${query} (first ${first} ms, processor time ${cpu} ms, peak ${peakMb} MB)`;
}
