import type { ScanSummary } from '../../../../electron/backend/scan/run-scan.ts';

/** A reading that was denied or failed, whole or in part, with what it says. */
export interface Trouble {
  readonly place: string;
  readonly reason: string;
}

/** The readings of a scan, of datasets and sources alike, in the order of their places. */
export function readingsOf({ datasets, sources }: ScanSummary) {
  return [
    ...datasets.map((one) => ({ ...one, id: String(one.dataset) })),
    ...sources.map((one) => ({ ...one, id: one.source, gaps: [] })),
  ]
    .map((one) => ({ ...one, place: `${one.id} ${one.accountId} ${one.region}` }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** What a scan's coverage tells of what was denied or failed. */
export function troublesOf(summary: ScanSummary): readonly Trouble[] {
  return readingsOf(summary).flatMap(({ place, outcome, gaps = [] }) =>
    [outcome, ...gaps.map((gap) => gap.outcome)].flatMap((one) =>
      one.status === 'failed' || one.status === 'denied' ? [{ place, reason: one.reason }] : [],
    ),
  );
}

/** What the items of a reading belong to: its place, but prices are the same whoever asks for them. */
export function holderOf({ id, place }: { readonly id: string; readonly place: string }): string {
  return id === 'price-list' ? id : place;
}
