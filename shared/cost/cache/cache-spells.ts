import type { CacheTouch, CacheTtl } from './cache-answer.ts';
import { addSavings, type CacheSaving } from './cache-saving.ts';

const MINUTE_MS = 60_000;

/** Every time to live, the shortest first, in milliseconds. */
const CACHE_TTL_MS = {
  '5m': 5 * MINUTE_MS,
  '30m': 30 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
} as const satisfies Readonly<Record<CacheTtl, number>>;

/** The times to live, the shortest first. */
export const CACHE_TTLS: readonly CacheTtl[] = ['5m', '30m', '1h'];

/** Writes with the reads that can be of them. */
export interface CacheSpell {
  readonly written: Readonly<Record<CacheTtl, number>>;
  readonly read: number;
  readonly saving: CacheSaving;
  /** From then on nothing can be read any more: milliseconds since the epoch. */
  readonly endsAt: number;
}

/** The spells of touches in order of time, and the reads that are of none. */
export interface CacheSpells {
  readonly spells: readonly CacheSpell[];
  readonly unexplainedReads: number;
}

/**
 * Takes touches apart into spells. The longest time to live written in a spell counts for all of it,
 * and reads in the very touch that opens one count for it: both in favour of the cache.
 */
export function cacheSpells(touches: readonly CacheTouch[]): CacheSpells {
  const spells: CacheSpell[] = [];
  let unexplainedReads = 0;
  for (const touch of [...touches].sort((a, b) => a.time - b.time)) {
    const last = spells.at(-1);
    const alive = last !== undefined && touch.time < last.endsAt;
    if (alive) spells[spells.length - 1] = joined(last, touch);
    else if (writtenIn(touch.written) > 0) spells.push(joined(null, touch));
    else unexplainedReads += touch.read;
  }
  return { spells, unexplainedReads };
}

/** All tokens written. */
export function writtenIn(written: CacheTouch['written']): number {
  return CACHE_TTLS.reduce((sum, ttl) => sum + (written[ttl] ?? 0), 0);
}

function joined(spell: CacheSpell | null, touch: CacheTouch): CacheSpell {
  const sum = (ttl: CacheTtl) => (spell?.written[ttl] ?? 0) + (touch.written[ttl] ?? 0);
  const written = { '5m': sum('5m'), '30m': sum('30m'), '1h': sum('1h') };
  const longest = CACHE_TTLS.findLast((ttl) => written[ttl] > 0) ?? '5m';
  const endsAt = touch.time + CACHE_TTL_MS[longest];
  const saving = spell === null ? touch.saving : addSavings([spell.saving, touch.saving]);
  return { written, read: (spell?.read ?? 0) + touch.read, saving, endsAt };
}
