import { type Finding, SEVERITIES } from '../../../shared/model/finding.ts';

/** Open findings by severity and how many are unknown: `1 critical, 3 high, 4 unknown`. */
export function severityWords(open: readonly Finding[], unknown: number): string {
  const counts = SEVERITIES.map((severity) => ({
    word: severity as string,
    count: open.filter((finding) => finding.severity === severity).length,
  }));
  const shown = [...counts, { word: 'unknown', count: unknown }].filter(({ count }) => count > 0);
  return shown.length === 0
    ? 'nothing fails'
    : shown.map(({ word, count }) => `${count} ${word}`).join(', ');
}
