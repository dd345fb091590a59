import type { DatasetId, DatasetReading, ReadOutcome } from '../../model/dataset.ts';
import { grantableAction, type Unread } from '../../model/read-outcome.ts';
import type { AccessGap } from './access-world.ts';

/** The readings of one dataset. */
export function readingsOf<D extends DatasetId>(
  readings: readonly DatasetReading[],
  dataset: D,
): readonly DatasetReading<D>[] {
  return readings.filter((reading): reading is DatasetReading<D> => reading.dataset === dataset);
}

/** Why something was not read, in short: the permission where one was denied. */
export function whyUnread(outcome: ReadOutcome): string {
  return outcome.status === 'denied' ? `${outcome.action} was denied` : reasonOf(outcome);
}

function reasonOf(outcome: ReadOutcome): string {
  return outcome.status === 'collected' ? 'The answer left it out.' : outcome.reason;
}

/** The same outcome as that of something missing: an answer may be there and leave it out. */
export function unreadOf(outcome: ReadOutcome): Unread {
  if (outcome.status !== 'collected') return outcome;
  return { status: 'failed', reason: reasonOf(outcome) };
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
  return { ...place, action: grantableAction(outcome), reason: reasonOf(outcome) };
}
