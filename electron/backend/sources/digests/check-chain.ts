import { verify } from 'node:crypto';
import { instantOfMs } from '../../../../shared/model/period.ts';
import type { Digest } from './digest-file.ts';
import { digestName } from './digest-keys.ts';
import type { DigestProblem } from './problems.ts';
import type { PublicKeys } from './public-keys.ts';

/** A digest that was found, or what is wrong with it. */
export interface FoundDigest {
  readonly key: string;
  readonly endMs: number;
  readonly digest: Digest | string;
}

/** The digests that can be trusted, oldest first, and what is wrong with the others. */
export interface CheckedChain {
  readonly trusted: readonly Digest[];
  readonly problems: readonly DigestProblem[];
}

/**
 * Checks the digests of one trail in one account and Region: each lies where it says, is signed by
 * CloudTrail, and names the one before it, which is there and unchanged. Digests that ended before
 * `fromMs` are not looked for.
 */
export function checkChain(
  found: readonly FoundDigest[],
  { keys, fromMs }: { readonly keys: PublicKeys; readonly fromMs: number },
): CheckedChain {
  const inOrder = [...found].sort((a, b) => a.endMs - b.endMs);
  const trusted: Digest[] = [];
  const problems: DigestProblem[] = [];
  for (const { key, endMs, digest } of inOrder) {
    const wrong = typeof digest === 'string' ? digest : whatIsWrong(digest, keys);
    if (wrong !== null) {
      const text = `The digest ${key} cannot be trusted: ${wrong}.`;
      problems.push({ kind: 'bad-digest', atMs: endMs, text });
    }
    if (wrong === null && typeof digest !== 'string') trusted.push(digest);
  }
  const links = trusted.flatMap((digest) => linkProblem(digest, { inOrder, fromMs }) ?? []);
  return { trusted, problems: [...problems, ...links] };
}

function whatIsWrong(digest: Digest, keys: PublicKeys): string | null {
  if (digest.statedPlace !== `${digest.bucket}/${digest.key}`) {
    return `it was written to s3://${digest.statedPlace}`;
  }
  if (digest.algorithm !== 'SHA256withRSA') return `it is signed with ${digest.algorithm}`;
  const key = keys.get(digest.fingerprint);
  if (key === undefined) return `CloudTrail knows no key ${digest.fingerprint} in this Region`;
  const signature = Buffer.from(digest.signature, 'hex');
  return verify('sha256', Buffer.from(digest.signedText), key, signature)
    ? null
    : 'its signature is not of this content';
}

/** What is wrong between a trusted digest and the one before it. */
function linkProblem(
  digest: Digest,
  { inOrder, fromMs }: { readonly inOrder: readonly FoundDigest[]; readonly fromMs: number },
): DigestProblem | null {
  const { previous, endMs: atMs } = digest;
  if (previous === null) return gapBefore(digest, inOrder);
  const before = inOrder.find(({ key }) => key === previous.key);
  if (before === undefined) {
    const expectedMs = digestName(previous.key)?.endMs ?? 0;
    if (expectedMs < fromMs || previous.bucket !== digest.bucket) return null;
    return { kind: 'missing-digest', atMs, text: `The digest ${previous.key} is missing.` };
  }
  const other = typeof before.digest !== 'string' && before.digest.signature !== previous.signature;
  if (!other) return null;
  const text = `The digest ${before.key} cannot be trusted: the one after it names another.`;
  return { kind: 'bad-digest', atMs: Math.min(atMs, before.endMs), text };
}

/** A chain that begins anew: for some time nothing tells what was delivered. */
function gapBefore(digest: Digest, inOrder: readonly FoundDigest[]): DigestProblem | null {
  const before = inOrder.findLast(({ endMs }) => endMs < digest.endMs);
  if (before === undefined) return null;
  const [from, to] = [before.endMs, digest.startMs].map(instantOfMs);
  const text = `No digest tells what was delivered from ${from} to ${to}.`;
  return { kind: 'gap', atMs: digest.endMs, text };
}
