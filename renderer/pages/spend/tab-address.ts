import { USAGE_KEYS } from './usage-filters.ts';

const KEPT: readonly string[] = ['from', 'to', 'month', ...USAGE_KEYS];

/** The address of another tab: period and usage filters go along, what belongs to one tab does not. */
export function tabAddress(tab: string, search: string): string {
  const next = new URLSearchParams([['tab', tab]]);
  for (const [key, value] of new URLSearchParams(search)) {
    if (KEPT.includes(key)) next.append(key, value);
  }
  return `/spend?${next}`;
}
