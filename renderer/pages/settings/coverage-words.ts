import type { CoverageCounts, CoverageRow } from '../../../shared/api/answers.ts';
import { grantableAction } from '../../../shared/model/read-outcome.ts';
import { readingsOf, readOf } from '../../components/coverage-counts.ts';
import { countOf, exactCount } from '../../format.ts';

/** How much was read, and how often a permission, the Region or something else stood in the way. */
export function coverageSentence(counts: CoverageCounts): string {
  const parts = (['partial', 'denied', 'failed', 'unavailable'] as const).flatMap((state) =>
    counts[state] === 0 ? [] : [`${exactCount(counts[state])} ${WORDS[state]}`],
  );
  const read = `${exactCount(readOf(counts))} of ${exactCount(readingsOf(counts))} read`;
  return parts.length === 0 ? `${read}.` : `${read}; ${parts.join(', ')}.`;
}

const WORDS = {
  partial: 'of them in part',
  denied: 'denied',
  failed: 'failed',
  unavailable: 'not offered there',
} as const;

/** The IAM actions to grant for a reading and for parts of its items. */
export function missingActionsOf({ outcome, gaps }: CoverageRow): readonly string[] {
  const missing = [outcome, ...gaps.map((gap) => gap.outcome)];
  return [...new Set(missing.flatMap((each) => grantableAction(each) ?? []))];
}

/** Why a reading was not made or lacks something; empty where it lacks nothing. */
export function reasonOf({ outcome, gaps }: CoverageRow): string {
  if (outcome.status !== 'collected') return outcome.reason;
  return gaps
    .map(({ of, items, outcome: lack }) => `${of}, ${countOf(items, 'item')}: ${lack.reason}`)
    .join('; ');
}
