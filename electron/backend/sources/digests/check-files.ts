import { instantOfMs, msOfInstant } from '../../../../shared/model/period.ts';
import { deliveredAt } from '../log-keys.ts';
import type { Digest, ListedFile } from './digest-file.ts';
import type { DigestProblem } from './problems.ts';

/** A file may be delivered, and so be listed, this much later than its name says. */
const LATE_MS = 60 * 60_000;
/** CloudTrail writes a digest every hour, also when there was nothing to list. */
const DIGESTS_END_MS = 26 * 60 * 60_000;

/** A log file that a trusted digest lists. */
export interface SignedFile extends ListedFile {
  /** The end of the digest that lists it. */
  readonly atMs: number;
}

/** What digests list, in their order. */
export function signedFiles(digests: readonly Digest[]): readonly SignedFile[] {
  return digests.flatMap(({ files, endMs }) => files.map((file) => ({ ...file, atMs: endMs })));
}

/** How a listed file compares with what lies in the bucket; null where it is as it was. */
export function fileProblem(file: SignedFile, held: string | null): DigestProblem | null {
  const place = `s3://${file.bucket}/${file.key}`;
  const { atMs } = file;
  if (held === null) {
    return { kind: 'missing-file', atMs, text: `The log file ${place} is missing.` };
  }
  if (held === file.sha256) return null;
  const text = `The log file ${place} was changed after it was delivered.`;
  return { kind: 'changed-file', atMs, text };
}

/** The log files that lie in a bucket and that none of the digests of their time lists. */
export function unlistedFiles(
  { bucket, keys }: { readonly bucket: string; readonly keys: readonly string[] },
  digests: readonly Digest[],
): readonly DigestProblem[] {
  const listed = new Set(signedFiles(digests).map(({ key }) => key));
  const isCovered = (ms: number) =>
    digests.some(({ startMs, endMs }) => startMs <= ms && ms <= endMs);
  return keys
    .filter((key) => !listed.has(key))
    .flatMap((key) => {
      const atMs = deliveredMs(key);
      if (atMs === null || !isCovered(atMs) || !isCovered(atMs + LATE_MS)) return [];
      const text = `The log file s3://${bucket}/${key} is in no digest.`;
      return [{ kind: 'unlisted-file' as const, atMs, text }];
    });
}

/** Whether digests ended while log files went on; null where they did not. */
export function endedDigests(
  keys: readonly string[],
  digests: readonly Digest[],
  nowMs: number,
): DigestProblem | null {
  const last = digests.reduce((end, { endMs }) => Math.max(end, endMs), 0);
  const older = nowMs - DIGESTS_END_MS;
  const after = keys.some((key) => {
    const ms = deliveredMs(key);
    return ms !== null && ms > last + LATE_MS && ms < older;
  });
  if (last === 0 || last >= older || !after) return null;
  const text = `No digest tells what was delivered since ${instantOfMs(last)}.`;
  return { kind: 'gap', atMs: last, text };
}

function deliveredMs(key: string): number | null {
  const at = deliveredAt(key);
  return at === null ? null : msOfInstant(at);
}
