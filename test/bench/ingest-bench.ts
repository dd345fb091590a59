import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import { type BenchKind, generateLogs } from './generate.ts';
import type { Measurement, SpendMeasurement } from './measure.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** A bare `read_json` insert and our ingest of the same files, one right after the other. */
export interface Pair {
  readonly bare: Measurement;
  readonly ours: Measurement;
}

/** How our ingest of one kind of log compares, measured in one run. */
export interface IngestResult {
  readonly kind: BenchKind;
  readonly pairs: readonly Pair[];
  /** Null where there is no zcat. */
  readonly zcatSeconds: number | null;
}

/** What a bench run found. */
export interface BenchResult {
  readonly ingest: readonly IngestResult[];
  readonly spend: SpendMeasurement;
}

/**
 * Measures each way of reading logs in a process of its own, and cleans up. The logs are made first;
 * `data` names a folder that keeps them for the next run.
 */
export async function runBench(options: {
  readonly records: number;
  readonly rounds: number;
  readonly data: string | null;
  readonly log: (line: string) => void;
}): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-bench-'));
  await mkdir(CACHE, { recursive: true });
  const bundles = await mkdtemp(join(CACHE, 'bench-'));
  try {
    const child = await bundleForNode(
      fileURLToPath(new URL('./measure.ts', import.meta.url)),
      bundles,
    );
    const ingest: IngestResult[] = [];
    for (const kind of ['cloudtrail', 'invocations'] as const) {
      const list = await logsOf(kind, { ...options, data: options.data ?? folder });
      ingest.push(await compare({ child, folder, kind, list, rounds: options.rounds }));
    }
    const workspace = workspaceOf(folder, 'invocations', options.rounds - 1);
    return { ingest, spend: await measure<SpendMeasurement>(child, ['spend', workspace]) };
  } finally {
    await rm(bundles, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** The list of the logs of one kind, which are made unless they are there. */
async function logsOf(
  kind: BenchKind,
  options: {
    readonly data: string;
    readonly records: number;
    readonly log: (line: string) => void;
  },
): Promise<string> {
  const folder = join(options.data, String(options.records));
  const list = join(folder, `${kind}.txt`);
  if (existsSync(list)) return list;
  options.log(`generating ${options.records} records: ${kind}`);
  const paths = await generateLogs(folder, kind, options.records);
  await writeFile(list, paths.join('\n'));
  return list;
}

async function compare(task: {
  readonly child: string;
  readonly folder: string;
  readonly kind: BenchKind;
  readonly list: string;
  readonly rounds: number;
}): Promise<IngestResult> {
  const { child, folder, kind, list } = task;
  const zcatSeconds = await zcat(list);
  const pairs: Pair[] = [];
  for (let round = 0; round < task.rounds; round++) {
    const bareFolder = join(folder, `${kind}-bare-${round}`);
    await mkdir(bareFolder);
    const bare = await measure<Measurement>(child, ['bare', bareFolder, list, kind]);
    const workspace = workspaceOf(folder, kind, round);
    pairs.push({ bare, ours: await measure(child, ['ours', workspace, list, kind]) });
  }
  return { kind, pairs, zcatSeconds };
}

function workspaceOf(folder: string, kind: BenchKind, round: number): string {
  return join(folder, `${kind}-ours-${round}`);
}

async function measure<M extends Measurement>(child: string, args: readonly string[]): Promise<M> {
  const { stdout } = await run(process.execPath, [child, ...args]);
  return JSON.parse(stdout) as M;
}

/** One process, one core: the machine's speed of inflating, to compare machines by. */
async function zcat(list: string): Promise<number | null> {
  const started = performance.now();
  try {
    await run('sh', ['-c', 'xargs zcat < "$1" > /dev/null', 'sh', list]);
  } catch {
    return null;
  }
  return (performance.now() - started) / 1000;
}
