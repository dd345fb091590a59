import type { BillableUnit } from '../model/usage.ts';
import type { TokenCounts } from './spend-answer.ts';

/** Token counts while they are added up. */
export type TokenSums = { -readonly [K in keyof TokenCounts]: number };

/** Zero of every kind. */
export function noTokens(): TokenSums {
  return { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
}

/** Every kind of token count. */
export const TOKEN_KINDS = ['input', 'output', 'cacheRead', 'cacheWrite'] as const;

const KINDS: Readonly<Partial<Record<BillableUnit, keyof TokenCounts>>> = {
  'input-tokens': 'input',
  'image-input-tokens': 'input',
  'audio-input-tokens': 'input',
  'output-tokens': 'output',
  'reasoning-tokens': 'output',
  'audio-output-tokens': 'output',
  'cache-read-tokens': 'cacheRead',
  'cache-write-tokens': 'cacheWrite',
  'cache-write-5m-tokens': 'cacheWrite',
  'cache-write-30m-tokens': 'cacheWrite',
  'cache-write-1h-tokens': 'cacheWrite',
};

/** Which count a unit belongs to; null for units that are not tokens of a call. */
export function tokenKind(unit: BillableUnit): keyof TokenCounts | null {
  return KINDS[unit] ?? null;
}

/** All tokens, of every kind. */
export function totalTokens(tokens: TokenCounts): number {
  return tokens.input + tokens.output + tokens.cacheRead + tokens.cacheWrite;
}
