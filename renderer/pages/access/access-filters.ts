import { choiceFilter, type FilterValues, textFilter } from '../../filters.ts';
import { contextFilter } from './context/context-filter.ts';

/** The tabs of the page in their order, as they are named in the address. */
export const ACCESS_TAB_IDS = [
  'matrix',
  'who-can',
  'what-can',
  'preflight',
  'keys',
  'unused',
  'lint',
  'change',
] as const;

/** One tab of the page. */
export type AccessTabId = (typeof ACCESS_TAB_IDS)[number];

/** What is asked of every call, and what is fixed of its request. */
export const questionFilters = {
  operation: choiceFilter('operation', ['invoke', 'stream'], 'invoke'),
  region: textFilter('region'),
  context: contextFilter('with'),
  assume: choiceFilter('unread', ['unknown', 'allows'], 'unknown'),
} as const;

export type QuestionValues = FilterValues<typeof questionFilters>;

/** Whose access to what is looked at; both together open the proof of one cell. */
export const cellFilters = {
  principal: textFilter('principal'),
  model: textFilter('model'),
} as const;

const KEPT: readonly string[] = [
  ...['from', 'to', 'month', 'principal', 'model'],
  ...['operation', 'region', 'with', 'unread'],
];

/**
 * The address of another tab with some of its filters set, an empty text for none: who, what and the
 * fixed context go along, the rest does not.
 */
export function tabAddress(
  tab: string,
  search: string,
  filters: Readonly<Record<string, string>> = {},
): string {
  const next = new URLSearchParams([['tab', tab]]);
  for (const [key, value] of new URLSearchParams(search)) {
    if (KEPT.includes(key) && filters[key] === undefined) next.append(key, value);
  }
  for (const [key, value] of Object.entries(filters)) if (value !== '') next.append(key, value);
  return `/access?${next}`;
}
