import type { CacheRow, CacheWriter, SpendCache } from '../cost/cache/spend-cache-answer.ts';
import type { Month } from '../model/period.ts';
import type { Report } from './report.ts';
import { type ItemColumn, tableOf } from './table.ts';

/** A month's use of the prompt cache. */
export interface CacheReportInput {
  readonly month: Month;
  readonly cache: SpendCache;
}

/** One model in a Region and tier, or one principal that wrote for it. */
type Line = CacheRow | CacheWriter;

const COLUMNS: readonly ItemColumn<Line>[] = [
  { id: 'kind', title: 'Of', kind: 'text', value: (line) => (isWriter(line) ? 'writer' : 'model') },
  { id: 'model', title: 'Model', kind: 'text', value: ({ model }) => model },
  { id: 'region', title: 'Region', kind: 'text', value: ({ region }) => region },
  { id: 'hit_rate', title: 'Hit rate', kind: 'text', value: hitRateOf },
  count('read_tokens', 'Cache reads', (line) =>
    isWriter(line) ? line.readTokens : line.tokens.cacheRead,
  ),
  count('written_tokens', 'Cache writes', (line) =>
    isWriter(line) ? line.writtenTokens : line.tokens.cacheWrite,
  ),
  { id: 'net_usd', title: 'Saved USD', kind: 'usd', value: netOf },
  { id: 'lost_usd', title: 'Never paid off USD', kind: 'usd', value: lostOf },
  below('model_id', 'Model id', ({ modelId }) => modelId),
  below('tier', 'Tier', ({ tier }) => tier),
  below('principal', 'Principal', (line) => (isWriter(line) ? line.principalArn : null)),
  below('account', 'Account', (line) => (isWriter(line) ? line.accountId : null)),
  below('why', 'Why', whyOf),
];

/** What the prompt cache saved by model, and whose writes never paid off. */
export const cache: Report<CacheReportInput> = {
  id: 'cache',
  title: 'Prompt cache',
  description: 'Hit rate and net savings of one month by model, and writes that never paid off.',
  build({ month, cache: { rows, writers, savingsUsd, lostUsd, notCounted, notes } }) {
    const table = tableOf<Line>(
      COLUMNS,
      [...rows, ...writers],
      [
        `${month}, UTC. Metered. Saved: reads below the input price, less what writes cost above it.`,
        ...(notCounted === null ? [] : [`What it saved is not known: ${notCounted}.`]),
        ...notes,
      ],
    );
    const sums: Readonly<Record<string, string | null>> = {
      kind: 'Total',
      net_usd: savingsUsd,
      lost_usd: lostUsd,
    };
    const empty = rows.length + writers.length === 0;
    return { ...table, totals: empty ? null : table.columns.map(({ id }) => sums[id] ?? null) };
  },
};

function isWriter(line: Line): line is CacheWriter {
  return 'spells' in line;
}

/** A share with three decimals, for sums and people alike. */
function hitRateOf(line: Line): string | null {
  return isWriter(line) || line.hitRate === null ? null : line.hitRate.toFixed(3);
}

function netOf(line: Line): string | null {
  if (!isWriter(line)) return line.savingsUsd;
  return line.money.found ? line.money.netUsd : null;
}

function lostOf(line: Line): string | null {
  return isWriter(line) && line.money.found ? line.money.lostUsd : null;
}

function whyOf(line: Line): string | null {
  if (!isWriter(line))
    return line.savingsUsd === null ? 'Some of its cache use has no price.' : null;
  return line.money.found ? null : line.money.reason;
}

function count(id: string, title: string, value: (line: Line) => number): ItemColumn<Line> {
  return { id, title, kind: 'count', value };
}

function below(id: string, title: string, value: (line: Line) => string | null): ItemColumn<Line> {
  return { id, title, kind: 'text', below: 'plain', value };
}
