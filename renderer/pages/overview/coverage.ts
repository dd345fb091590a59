import type { CoverageSummary } from '../../../shared/api/answers.ts';

/** How much could be read: rows that a service does not offer in their Region do not count. */
export function coverageCounts({ counts }: Pick<CoverageSummary, 'counts'>): {
  readonly read: number;
  readonly readable: number;
  readonly gaps: number;
} {
  const read = counts.collected + counts.partial;
  const missing = counts.denied + counts.failed;
  return { read, readable: read + missing, gaps: missing + counts.partial };
}
