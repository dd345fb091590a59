import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import type { AccessMeasurement } from './measure-access.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Decides a file of so many ordinary cases with `assay evaluate`, in a process of its own. */
export async function benchAccess(lines: number): Promise<AccessMeasurement> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'bench-access-'));
  try {
    const entry = fileURLToPath(new URL('./measure-access.ts', import.meta.url));
    const child = await bundleForNode(entry, folder);
    const { stdout } = await run(process.execPath, [child, String(lines)]);
    return JSON.parse(stdout) as AccessMeasurement; // the child prints nothing else
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines a second of processor time. */
export function accessRate({ answers, cpuSeconds }: AccessMeasurement): number {
  return answers / cpuSeconds;
}

/** What `npm run bench` prints. */
export function accessLine(measured: AccessMeasurement): string {
  const { answers, seconds, cpuSeconds, bareCpuSeconds, peakMb } = measured;
  const rate = Math.round(accessRate(measured)).toLocaleString('en');
  return (
    `assay evaluate: ${answers} cases in ${cpuSeconds.toFixed(2)} s of processor time = ${rate} lines/s ` +
    `(${seconds.toFixed(2)} s by the clock); ${(cpuSeconds / bareCpuSeconds).toFixed(2)} times JSON.parse ` +
    `and JSON.stringify of the same lines (${bareCpuSeconds.toFixed(2)} s); peak ${peakMb} MB`
  );
}
