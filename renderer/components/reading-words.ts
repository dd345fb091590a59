import type { InventoryPlace } from '../../shared/api/answers.ts';
import type { Unread } from '../../shared/model/dataset.ts';
import { countOf } from '../format.ts';

/** Why something was not read, in few words: `not read: bedrock:GetAgent`. */
export function unreadText(outcome: Unread): string {
  return `not read: ${outcome.status === 'denied' ? outcome.action : outcome.reason}`;
}

/** Something that readings lack, in all the places where they lack it for the same reason. */
export interface LackedReading {
  readonly status: Unread['status'];
  /** The IAM action, or the reason where it is no permission. */
  readonly what: string;
  /** Items without a part; null where nothing was read at all. */
  readonly items: number | null;
  readonly places: readonly string[];
}

/** What the readings of datasets lack; what a Region does not offer comes last. */
export function lackedReadings(outcomes: readonly InventoryPlace[]): readonly LackedReading[] {
  const found = new Map<string, LackedReading>();
  const add = (
    place: InventoryPlace,
    outcome: Unread,
    lack: Pick<LackedReading, 'what'>,
    items: number | null,
  ) => {
    const key = `${outcome.status} ${lack.what} ${items === null}`;
    const known = found.get(key);
    found.set(key, {
      status: outcome.status,
      what: lack.what,
      items: items === null ? null : (known?.items ?? 0) + items,
      places: [...new Set([...(known?.places ?? []), `${place.accountId} ${place.region}`])],
    });
  };
  for (const place of outcomes) {
    const { outcome, gaps } = place;
    if (outcome.status !== 'collected') add(place, outcome, { what: causeOf(outcome) }, null);
    for (const gap of gaps) add(place, gap.outcome, { what: gap.of }, gap.items);
  }
  const order = ['denied', 'failed', 'unavailable'];
  return [...found.values()].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

function causeOf(outcome: Unread): string {
  return outcome.status === 'denied' ? outcome.action : outcome.reason;
}

/** What was to be had and was not read, a sentence each; nothing where all of it was read. */
export function lackNotes(outcomes: readonly InventoryPlace[]): readonly string[] {
  return lackedReadings(outcomes)
    .filter(({ status }) => status !== 'unavailable')
    .map((lack) => `Partial: ${lackText(lack)}`);
}

/** A lack in one sentence. */
export function lackText({ status, what, items, places }: LackedReading): string {
  const where = places.length <= 2 ? places.join(' and ') : countOf(places.length, 'place');
  const whole = items === null ? '' : ` for ${countOf(items, 'item')}`;
  if (status === 'denied') return `${what} is denied${whole} in ${where}.`;
  if (status === 'failed') return `${what.replace(/\.$/, '')}: failed${whole} in ${where}.`;
  return `Not offered in ${where}.`;
}
