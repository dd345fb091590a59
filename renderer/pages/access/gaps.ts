import type { AccessGap } from '../../../shared/access/world/access-world.ts';
import { countOf } from '../../format.ts';

/** Gaps that one grant, or one reason, explains. */
export interface GapGroup {
  readonly action: string | null;
  readonly reason: string;
  readonly consequence: string;
  readonly places: readonly string[];
}

/** Gaps by what would close them; what a grant closes stands first. */
export function gapGroups(gaps: readonly AccessGap[]): readonly GapGroup[] {
  const groups = new Map<string, GapGroup>();
  for (const { dataset, accountId, region, action, reason, consequence } of gaps) {
    const key = `${dataset} ${action ?? reason}`;
    const known = groups.get(key) ?? { action, reason, consequence, places: [] };
    const place = region === 'global' || region === '' ? accountId : `${accountId} ${region}`;
    groups.set(key, { ...known, places: [...new Set([...known.places, place])] });
  }
  return [...groups.values()].sort((a, b) => Number(a.action === null) - Number(b.action === null));
}

/** A group in a sentence: what is missing where, and what cannot be said because of it. */
export function gapWords({ action, reason, consequence, places }: GapGroup): string {
  const where = places.length <= 2 ? places.join(' and ') : countOf(places.length, 'place');
  const what = action === null ? reason.replace(/\.$/, '') : `${action} is denied`;
  return `${what} in ${where}. ${consequence}`;
}

/** `2 accounts not read`; null where the principals of every account were read. */
export function unreadAccounts(gaps: readonly AccessGap[]): string | null {
  const accounts = new Set(
    gaps.flatMap(({ dataset, accountId }) =>
      dataset === 'account-authorization' ? [accountId] : [],
    ),
  );
  return accounts.size === 0 ? null : `${countOf(accounts.size, 'account')} not read`;
}
