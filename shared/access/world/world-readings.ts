import type { DatasetId, DatasetReading, ReadOutcome } from '../../model/dataset.ts';
import { grantableAction } from '../../model/read-outcome.ts';
import type { AccessGap } from './access-world.ts';

/** The readings of one dataset. */
export function readingsOf<D extends DatasetId>(
  readings: readonly DatasetReading[],
  dataset: D,
): readonly DatasetReading<D>[] {
  return readings.filter((reading): reading is DatasetReading<D> => reading.dataset === dataset);
}

/** Why something was not read, with the permission to grant where that is the reason. */
export function whyUnread(outcome: ReadOutcome): string {
  if (outcome.status === 'collected') return 'the answer left it out.';
  if (outcome.status === 'denied') return `${outcome.action} was denied. ${outcome.reason}`;
  return outcome.reason;
}

/** Where something was looked for, and what cannot be said without it. */
export interface GapPlace {
  readonly dataset: DatasetId;
  readonly accountId: string;
  readonly region: string;
  readonly consequence: string;
}

/** What is missing because a reading, or a part of one, ended so. */
export function gapOf(place: GapPlace, outcome: ReadOutcome): AccessGap {
  return { ...place, action: grantableAction(outcome), reason: whyUnread(outcome) };
}
