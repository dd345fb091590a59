import type { LintFinding, LintFoundRow } from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** The status icon of a severity. */
export const SEVERITY_TYPE = { error: 'error', warning: 'warning', note: 'info' } as const;

const ORDER: readonly LintFinding['severity'][] = ['error', 'warning', 'note'];

/** Findings by line; what has no line stands first. */
export function byLine(findings: readonly LintFinding[]): readonly LintFinding[] {
  return [...findings].sort(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) || ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
}

/** `2 errors, 1 warning`; `nothing found` where there is none. */
export function countsWords(findings: readonly LintFinding[]): string {
  const parts = ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [countOf(count, severity)];
  });
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

/** How many of the policies that were read have findings. */
export function foundWords(found: number, read: number | undefined): string {
  if (read === undefined) return '';
  const whole = countOf(read, 'policy', 'policies');
  return `${exactCount(found)} of ${whole} that bear on a decision; those of AWS are not checked, nobody can change them.`;
}

/** What rows are ordered by: errors before warnings before notes. */
export function weightOf({ findings }: Pick<LintFoundRow, 'findings'>): number {
  const of = (severity: string) => findings.filter((each) => each.severity === severity).length;
  return of('error') * 1_000_000 + of('warning') * 1_000 + of('note');
}

/** Where a line of a text begins and ends, in characters; lines count from 1. */
export function lineRange(
  text: string,
  line: number,
): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return { from, to: from + (lines[line - 1]?.length ?? 0) };
}
