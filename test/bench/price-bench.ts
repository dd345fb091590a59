import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleForNode } from './bundle.ts';
import type { PriceMeasurement } from './measure-price.ts';

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Prices files of so many lines with `assay price`, each in a process of its own. */
export async function benchPrices(sizes: readonly number[]): Promise<readonly PriceMeasurement[]> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'bench-prices-'));
  try {
    const entry = fileURLToPath(new URL('./measure-price.ts', import.meta.url));
    const child = await bundleForNode(entry, folder);
    const measured: PriceMeasurement[] = [];
    for (const lines of sizes) {
      const { stdout } = await run(process.execPath, [child, String(lines)]);
      measured.push(JSON.parse(stdout) as PriceMeasurement); // the child prints nothing else
    }
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `npm run bench` prints of one file. */
export function priceLine({ answers, seconds, cpuSeconds, peakMb }: PriceMeasurement): string {
  const rate = Math.round(answers / seconds).toLocaleString('en');
  return `assay price: ${answers} lines in ${seconds.toFixed(2)} s = ${rate} lines/s (processor time ${cpuSeconds.toFixed(2)} s); peak ${peakMb} MB`;
}
