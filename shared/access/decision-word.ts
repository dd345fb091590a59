import type { DecisionWord } from '../model/access.ts';

export type { DecisionWord };

/** From what is open to what is shut. */
const ORDER: readonly DecisionWord[] = ['allowed', 'conditional', 'unknown', 'denied'];

/** How far a decision is from allowed: 0 is allowed, 3 denied. */
export function shutness(word: DecisionWord): number {
  return ORDER.indexOf(word);
}

/** What a change does to a decision; `unsure` where the one before or after is unknown. */
export type Turn = 'gained' | 'lost' | 'unsure';

/** Which way a decision turns: nothing is gained or lost where it was or will be unknown. */
export function turnOf(before: DecisionWord, after: DecisionWord): Turn {
  if (before === 'unknown' || after === 'unknown') return 'unsure';
  return shutness(after) > shutness(before) ? 'lost' : 'gained';
}

/** The decision on a call that needs all of these. */
export function allNeeded(words: readonly DecisionWord[]): DecisionWord {
  return ORDER[Math.max(0, ...words.map(shutness))] ?? 'denied';
}

/** The decision on a call for which one of these is enough; denied where there is none. */
export function oneEnough(words: readonly DecisionWord[]): DecisionWord {
  return ORDER[Math.min(ORDER.length - 1, ...words.map(shutness))] ?? 'denied';
}
