import { createHash } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The unique id of a role (`AROA...`) or user (`AIDA...`), 21 characters that the text decides. */
export function uniqueId(kind: 'AROA' | 'AIDA', text: string): string {
  return `${kind}${digestText(`${kind}/${text}`, 17, BASE32)}`;
}

/** An access key id: temporary (`ASIA`), long-lived (`AKIA`) or of a Bedrock API key (`ACCA`). */
export function accessKeyId(kind: 'ASIA' | 'AKIA' | 'ACCA', text: string): string {
  return `${kind}${digestText(`${kind}/${text}`, 16, BASE32)}`;
}

/** A lower-case resource id (guardrails have 12 characters) that the text decides. */
export function resourceId(text: string, length: number): string {
  return digestText(text, length, LOWER);
}

/** A UUID that the text decides, as AWS spells ids of indexes, workgroups and jobs. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(`uuid/${text}`).digest('hex');
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-');
}

/** A secret access key's 40 characters, decided by the text; opens nothing but the simulated account. */
export function secretKey(text: string): string {
  return createHash('sha256').update(`secret/${text}`).digest('base64').slice(0, 40);
}

function digestText(text: string, length: number, alphabet: string): string {
  const digest = createHash('sha256').update(text).digest();
  return Array.from(
    { length },
    (_, index) => alphabet[(digest[index % digest.length] ?? 0) % alphabet.length],
  ).join('');
}
