import { formatUsd } from '../../model/usd.ts';
import type { CacheMoney, CacheSeries, CacheWritesJudgement } from './cache-answer.ts';
import { addSavings } from './cache-saving.ts';
import { type CacheSpell, cacheSpells, writtenIn } from './cache-spells.ts';

/**
 * Which writes never paid off: those of spells whose reads saved less, at the input price, than the
 * writes cost above it. Spells that can still be read at `until` (milliseconds since the epoch, the
 * end of the data) are not judged.
 */
export function judgeCacheWrites(series: CacheSeries, until: number): CacheWritesJudgement {
  const { spells, unexplainedReads } = cacheSpells(series.touches);
  const ended = spells.filter(({ endsAt }) => endsAt <= until);
  return {
    key: series.key,
    spells: spells.length,
    openSpells: spells.length - ended.length,
    unreadSpells: ended.filter(({ read }) => read === 0).length,
    writtenTokens: spells.reduce((sum, { written }) => sum + writtenIn(written), 0),
    readTokens: spells.reduce((sum, { read }) => sum + read, 0),
    unexplainedReadTokens: unexplainedReads,
    money: moneyOf(ended, series.touches),
  };
}

/** Money of a whole series, or why something that it read or wrote cannot be compared. */
function moneyOf(spells: readonly CacheSpell[], touches: CacheSeries['touches']): CacheMoney {
  const net = addSavings(touches.map(({ saving }) => saving));
  if (!net.found) return net;
  const lossy = spells.filter(({ saving }) => saving.found && saving.saved < 0n);
  const lost = addSavings(lossy.map(({ saving }) => saving));
  if (!lost.found) return lost;
  return {
    found: true,
    lossySpells: lossy.length,
    lossyTokens: lossy.reduce((total, { written }) => total + writtenIn(written), 0),
    lostUsd: formatUsd(-lost.saved),
    netUsd: formatUsd(net.saved),
  };
}
