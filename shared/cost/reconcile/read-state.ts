import type { Day } from '../../model/period.ts';

/** How far bill and usage were read: what decides whether something is late, unread or missing. */
export interface ReadState {
  /** First and last UTC day with billed usage, by account; an account without any is not in it. */
  readonly bills: ReadonlyMap<string, { readonly firstDay: Day; readonly lastDay: Day }>;
  /** Accounts that are connected; null while no connection is known to belong to one. */
  readonly connected: ReadonlySet<string> | null;
  /** Whether logs or metrics of an account were read, in a Region or (null) in any. */
  readonly isCounted: (accountId: string, region: string | null) => boolean;
  /** Days whose usage is not known in full. */
  readonly incompleteDays: ReadonlySet<Day>;
  /** Why nothing is known of the period's usage, as the rest of a sentence; null or absent where it was counted. */
  readonly notCounted?: string | null;
  /** The last UTC day on which a source of bills was read; null or absent if none was. */
  readonly billReadOn?: Day | null;
}

/** The first UTC day of any account's bill; null without a bill. */
export function firstBilledDay({ bills }: ReadState): Day | null {
  const days = [...bills.values()].map(({ firstDay }) => firstDay);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

/** The last UTC day of any account's bill; null without a bill. */
export function lastBilledDay({ bills }: ReadState): Day | null {
  const days = [...bills.values()].map(({ lastDay }) => lastDay);
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last));
}
