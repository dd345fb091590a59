import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { PriceAnswer } from '../../prices/price-book.ts';
import type { PriceLine } from '../../prices/price-line.ts';
import { costOf } from '../estimate.ts';
import type { CacheMoney, CacheSeries, CacheTtl, CacheWritesJudgement } from './cache-answer.ts';
import { CACHE_TTLS, type CacheSpell, cacheSpells, writtenIn } from './cache-spells.ts';

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
    money: moneyOf(ended, series.prices),
  };
}

interface Lines {
  readonly input: PriceLine;
  readonly read: PriceLine;
  readonly write: Readonly<Partial<Record<CacheTtl, PriceLine>>>;
}

function moneyOf(spells: readonly CacheSpell[], prices: CacheSeries['prices']): CacheMoney {
  const lines = linesOf(spells, prices);
  if (typeof lines === 'string') return { found: false, reason: lines };
  const judged = spells.map((spell) => ({ spell, net: netOf(spell, lines) }));
  const lossy = judged.filter(({ net }) => net < 0n);
  const sum = (of: typeof judged) => of.reduce((total, { net }) => total + net, 0n);
  return {
    found: true,
    lossySpells: lossy.length,
    lossyTokens: lossy.reduce((total, { spell }) => total + writtenIn(spell.written), 0),
    lostUsd: formatUsd(-sum(lossy)),
    netUsd: formatUsd(sum(judged)),
  };
}

/** The lines that the spells need, or why one is missing. */
function linesOf(spells: readonly CacheSpell[], prices: CacheSeries['prices']): Lines | string {
  const { input, read } = prices;
  if (!input.found) return input.reason;
  if (!read.found) return read.reason;
  const write: Partial<Record<CacheTtl, PriceLine>> = {};
  for (const ttl of CACHE_TTLS.filter((one) => spells.some(({ written }) => written[one] > 0))) {
    const answer: PriceAnswer | undefined = prices.write[ttl];
    if (answer === undefined || !answer.found)
      return answer?.reason ?? `no price for cache writes of ${ttl}`;
    write[ttl] = answer.line;
  }
  return { input: input.line, read: read.line, write };
}

/** What the reads saved less what the writes cost more than input. */
function netOf(spell: CacheSpell, lines: Lines): Attodollars {
  const saved = costOf(spell.read, lines.input) - costOf(spell.read, lines.read);
  return CACHE_TTLS.reduce((net, ttl) => {
    const line = lines.write[ttl];
    const tokens = spell.written[ttl];
    return line === undefined ? net : net - costOf(tokens, line) + costOf(tokens, lines.input);
  }, saved);
}
