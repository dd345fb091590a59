import { createHash } from 'node:crypto';
import type { World } from '../../world/world.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ID_LENGTH = 17;

/** Prefixes of unique ids by what the ARN names (IAM user guide, "Unique identifiers"). */
const PREFIXES: Readonly<Record<string, string>> = {
  user: 'AIDA',
  group: 'AGPA',
  role: 'AROA',
  policy: 'ANPA',
};

/**
 * The unique id of an IAM entity: the one that its events carry where it has called, so that both
 * agree; else one derived from the ARN.
 */
export function principalIds(world: World): (arn: string) => string {
  let seen: ReadonlyMap<string, string> | null = null;
  return (arn) => {
    seen ??= callerIds(world);
    return seen.get(arn) ?? derivedId(arn);
  };
}

/** The ids of all callers; the callers are few, their calls may be millions. */
function callerIds(world: World): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { caller } of world.invocations) {
    if (!ids.has(caller.arn)) ids.set(caller.arn, caller.principalId.split(':')[0] ?? '');
  }
  return ids;
}

function derivedId(arn: string): string {
  const kind = arn.split(':')[5]?.split('/')[0] ?? '';
  const digest = createHash('sha256').update(arn).digest();
  const letters = Array.from(digest.subarray(0, ID_LENGTH), (byte) => ALPHABET[byte % 32]);
  return `${PREFIXES[kind] ?? 'AIDA'}${letters.join('')}`;
}
