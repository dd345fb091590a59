import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import { type BenchKind, generateLogs } from './generate.ts';
import type { Measurement } from './measure.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** How our ingest of one kind of log compares, measured in one run. */
export interface IngestResult {
  readonly kind: BenchKind;
  readonly ours: Measurement;
  readonly bare: Measurement;
  /** Null where there is no zcat. */
  readonly zcatSeconds: number | null;
}

/** What a bench run found. */
export interface BenchResult {
  readonly ingest: readonly IngestResult[];
  /** The median answer time of one month of usage, and how many rows it had. */
  readonly spend: Measurement;
}

/** Generates logs, measures each way of reading them in a process of its own, and cleans up. */
export async function runBench(options: {
  readonly records: number;
  readonly keep: boolean;
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
      options.log(`generating ${options.records} records: ${kind}`);
      const paths = await generateLogs(folder, kind, options.records);
      ingest.push(await compare({ child, folder, kind, paths }));
    }
    return { ingest, spend: await measure(child, ['spend', workspaceOf(folder, 'invocations')]) };
  } finally {
    await rm(bundles, { recursive: true, force: true });
    if (!options.keep) await rm(folder, { recursive: true, force: true });
    else options.log(`kept: ${folder}`);
  }
}

async function compare(task: {
  readonly child: string;
  readonly folder: string;
  readonly kind: BenchKind;
  readonly paths: readonly string[];
}): Promise<IngestResult> {
  const { child, folder, kind, paths } = task;
  const list = join(folder, `${kind}.txt`);
  await writeFile(list, paths.join('\n'));
  const zcatSeconds = await zcat(list);
  const bareFolder = join(folder, `${kind}-bare`);
  await mkdir(bareFolder);
  const bare = await measure(child, ['bare', bareFolder, list, kind]);
  const ours = await measure(child, ['ours', workspaceOf(folder, kind), list, kind]);
  return { kind, ours, bare, zcatSeconds };
}

function workspaceOf(folder: string, kind: BenchKind): string {
  return join(folder, `${kind}-ours`);
}

async function measure(child: string, args: readonly string[]): Promise<Measurement> {
  const { stdout } = await run(process.execPath, [child, ...args]);
  return JSON.parse(stdout) as Measurement;
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
