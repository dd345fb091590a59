import type { CoverageCounts } from '../../shared/api/answers.ts';
import { exactCount } from '../format.ts';

/** How many readings there are, whatever came of them: the whole that every page counts against. */
export function readingsOf(counts: CoverageCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many of them were read, those that lack a part among them. */
export function readOf({ collected, partial }: CoverageCounts): number {
  return collected + partial;
}

/** What was not read or lacks something: `1 denied, 6 in part, 23 not offered`; empty where all is read. */
export function elseInWords(counts: CoverageCounts): string {
  return (['denied', 'failed', 'partial', 'unavailable'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${exactCount(counts[state])} ${SHORT[state]}`)
    .join(', ');
}

const SHORT = {
  denied: 'denied',
  failed: 'failed',
  partial: 'in part',
  unavailable: 'not offered',
} as const;
