import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { benchCall, cloudTrailRecord, invocationRecord } from './bench-world.ts';
import { seededRandom } from './seeded-random.ts';

const pack = promisify(gzip);

/** Which logs to make. */
export type BenchKind = 'cloudtrail' | 'invocations';

/** CloudTrail delivers about so many records in a file of a busy account; logs about a thousand. */
const PER_FILE = { cloudtrail: 1_500, invocations: 1_000 } as const;
/** Files packed at the same time. */
const AT_ONCE = 4;

/** Writes `total` seeded records as gzip files in date folders; answers their paths in order. */
export async function generateLogs(
  folder: string,
  kind: BenchKind,
  total: number,
): Promise<readonly string[]> {
  const perFile = PER_FILE[kind];
  const count = Math.ceil(total / perFile);
  const paths: string[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, i) => first + i);
    const written = batch.map((file) => {
      const range = { from: file * perFile, to: Math.min(total, (file + 1) * perFile), total };
      return writeLog(folder, kind, { file, ...range });
    });
    paths.push(...(await Promise.all(written)));
  }
  return paths;
}

async function writeLog(
  folder: string,
  kind: BenchKind,
  part: {
    readonly file: number;
    readonly from: number;
    readonly to: number;
    readonly total: number;
  },
): Promise<string> {
  const random = seededRandom(part.file * 2 + (kind === 'cloudtrail' ? 1 : 2));
  const calls = Array.from({ length: part.to - part.from }, (_, i) =>
    benchCall(random, part.from + i, part.total),
  );
  const day = (calls[0]?.time ?? '').slice(0, 10).replaceAll('-', '/');
  const path = join(folder, kind, day, `part-${String(part.file).padStart(6, '0')}.json.gz`);
  await mkdir(dirname(path), { recursive: true });
  const content =
    kind === 'cloudtrail'
      ? JSON.stringify({ Records: calls.map((call) => cloudTrailRecord(random, call)) })
      : calls.map((call) => `${JSON.stringify(invocationRecord(random, call))}\n`).join('');
  await writeFile(path, await pack(content));
  return path;
}
