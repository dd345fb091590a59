import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import type { CompileMeasurement } from './measure-compile.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** How much of an organisation is compiled, and how many decisions plain `decide` makes. */
export interface CompileSize {
  readonly principals: number;
  readonly models: number;
  readonly sample: number;
}

/** Compiles the access of an organisation in a process of its own. */
export async function benchCompile(size: CompileSize): Promise<CompileMeasurement> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'bench-compile-'));
  try {
    const entry = fileURLToPath(new URL('./measure-compile.ts', import.meta.url));
    const child = await bundleForNode(entry, folder);
    const sizes = [size.principals, size.models, size.sample].map(String);
    const { stdout } = await run(process.execPath, ['--expose-gc', child, ...sizes]);
    return JSON.parse(stdout) as CompileMeasurement; // the child prints nothing else
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const whole = (count: number) => Math.round(count).toLocaleString('en');

/** What `npm run bench` prints. */
export function compileLines(measured: CompileMeasurement): readonly string[] {
  const { principals, models, statements, routes, parts, decisions } = measured;
  const { cpuSeconds, seconds, sample, sampleCpuSeconds, otherwise } = measured;
  const plain = (sampleCpuSeconds / sample) * decisions;
  return [
    `access of ${whole(principals)} principals (${whole(statements)} statements) to ${models} models in ` +
      `both operations, ${whole(decisions)} decisions on routes (an account has ${whole(routes)} routes of ` +
      `${whole(parts)} parts): compiled and evaluated in ${cpuSeconds.toFixed(2)} s of processor time ` +
      `(${seconds.toFixed(2)} s by the clock); ${measured.keptMb} MB stay, peak of the process ` +
      `${measured.peakMb} MB with the policies`,
    `the ways of one Region alone, ${whole(measured.oneRegion.decisions)} decisions: ` +
      `${measured.oneRegion.cpuSeconds.toFixed(2)} s of processor time`,
    `then who can call one model ${measured.whoCanMs.toFixed(0)} ms, the letters of all principals ` +
      `${measured.lettersMs.toFixed(0)} ms (${measured.letters}), those without a guardrail ` +
      `${measured.unguardedMs.toFixed(0)} ms, all by processor time`,
    `plain decide on a sample of ${whole(sample)} of these routes: ${sampleCpuSeconds.toFixed(2)} s, ` +
      `extrapolated to all of them ${whole(plain)} s (${whole(plain / cpuSeconds)} times as long); ` +
      `${otherwise} decided otherwise`,
  ];
}
