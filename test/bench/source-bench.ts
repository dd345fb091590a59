import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import type { SourceMeasurement } from './measure-source.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** The sources that are measured, with the records that each is given. */
const SOURCES = [
  ['lookup', 'LookupEvents, unpaced', 0.02],
  ['s3', 'CloudTrail files in S3', 0.1],
  ['logs', 'FilterLogEvents, unpaced', 0.05],
  ['metrics', 'GetMetricData, hourly values', 0.2],
] as const;

/**
 * One line for each source: records a second, requests and peak memory, read over HTTP from a
 * simulated account in another process. AWS itself allows two LookupEvents requests a second.
 */
export async function benchSources(records: number): Promise<readonly string[]> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'bench-sources-'));
  try {
    const bundle = (name: string) => {
      const path = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
      return bundleForNode(path, join(folder, name));
    };
    const [account, child] = [await bundle('bench-account'), await bundle('measure-source')];
    const lines: string[] = [];
    for (const [source, title, share] of SOURCES) {
      lines.push(await lineOf(title, await measured(account, child, [source, records * share])));
    }
    return lines;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(
  account: string,
  child: string,
  [source, records]: readonly [string, number],
): Promise<SourceMeasurement> {
  const server = spawn(process.execPath, [account, String(Math.round(records))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  try {
    const [endpoint] = await once(createInterface(server.stdout), 'line');
    const { stdout } = await run(process.execPath, [child, source, String(endpoint)]);
    return JSON.parse(stdout);
  } finally {
    server.stdin.end();
    await ended;
  }
}

function lineOf(title: string, found: SourceMeasurement): string {
  const { records, seconds, requests, peakMb } = found;
  const rate = Math.round(records / seconds).toLocaleString('en');
  return `${title}: ${records} records in ${seconds.toFixed(2)} s = ${rate} records/s, ${requests} requests, peak ${peakMb} MB`;
}
