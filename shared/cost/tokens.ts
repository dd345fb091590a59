import { assertNever } from '../model/assert-never.ts';
import type { BillableUnit } from '../model/usage.ts';
import type { TokenCounts } from './spend-answer.ts';

/** Token counts while they are added up. */
export type TokenSums = { -readonly [K in keyof TokenCounts]: number };

/** Zero of every kind. */
export function noTokens(): TokenSums {
  return { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
}

/** Which count a unit belongs to; null for units that are not tokens. */
export function tokenKind(unit: BillableUnit): keyof TokenCounts | null {
  switch (unit) {
    case 'input-tokens':
      return 'input';
    case 'output-tokens':
      return 'output';
    case 'cache-read-tokens':
      return 'cacheRead';
    case 'cache-write-tokens':
    case 'cache-write-5m-tokens':
    case 'cache-write-1h-tokens':
      return 'cacheWrite';
    case 'images':
      return null;
    default:
      return assertNever(unit);
  }
}

/** All tokens, of every kind. */
export function totalTokens(tokens: TokenCounts): number {
  return tokens.input + tokens.output + tokens.cacheRead + tokens.cacheWrite;
}
