import type { Grouping } from '../cost/grouping.ts';
import type { SpendAnswer, SpendGroup } from '../cost/spend-answer.ts';
import type { Month } from '../model/period.ts';
import { formatUsd, parseUsd } from '../model/usd.ts';
import type { Report } from './report.ts';
import { type ItemColumn, tableOf } from './table.ts';

/** One month's spend, already summed by a grouping. */
export interface SpendReportInput {
  readonly month: Month;
  readonly groupBy: Grouping;
  readonly answer: SpendAnswer;
}

function columns(groupBy: Grouping): readonly ItemColumn<SpendGroup>[] {
  return [
    { id: 'group', title: titleOf(groupBy), kind: 'text', value: ({ label }) => label },
    { id: 'key', title: 'Key', kind: 'text', below: 'plain', value: ({ key }) => key },
    {
      id: 'calls',
      title: 'Calls',
      kind: 'count',
      value: ({ calls }) => (groupBy === 'unit' ? null : calls),
    },
    count('input_tokens', 'Input tokens', ({ tokens }) => tokens.input),
    count('output_tokens', 'Output tokens', ({ tokens }) => tokens.output),
    count('cache_read_tokens', 'Cache reads', ({ tokens }) => tokens.cacheRead),
    count('cache_write_tokens', 'Cache writes', ({ tokens }) => tokens.cacheWrite),
    { id: 'usd', title: 'USD', kind: 'usd', value: usdOf },
    {
      id: 'metered_usd',
      title: 'Metered USD',
      kind: 'usd',
      below: 'named',
      value: (group) =>
        usdOf(group) === null
          ? null
          : formatUsd(parseUsd(group.usd) - parseUsd(group.allocatedUsd ?? '0')),
    },
    {
      id: 'allocated_usd',
      title: 'Allocated USD',
      kind: 'usd',
      below: 'named',
      value: ({ allocatedUsd }) => allocatedUsd ?? null,
    },
    count('unpriced_tokens', 'Unpriced tokens', ({ unpricedTokens }) => unpricedTokens),
  ];
}

/** What a month cost by any grouping; unpriced usage is told, never summed as zero. */
export const spend: Report<SpendReportInput> = {
  id: 'spend',
  title: 'Spend',
  description: 'Calls, tokens and cost of one month by any grouping.',
  build({ month, groupBy, answer }) {
    const table = tableOf(columns(groupBy), answer.groups, [
      `${month}, UTC. Metered: counted tokens times the price named; not a bill.`,
      ...answer.notes,
    ]);
    const { tokens, calls, usd } = answer;
    const unpriced = answer.groups.reduce((sum, group) => sum + group.unpricedTokens, 0);
    const sums: Readonly<Record<string, string | number>> = {
      group: 'Total',
      calls,
      input_tokens: tokens.input,
      output_tokens: tokens.output,
      cache_read_tokens: tokens.cacheRead,
      cache_write_tokens: tokens.cacheWrite,
      usd,
      unpriced_tokens: unpriced,
    };
    const totals = table.columns.map(({ id }) => sums[id] ?? null);
    return { ...table, totals: answer.groups.length === 0 ? null : totals };
  },
};

/** Nothing where nothing was priced: what is unpriced does not cost zero. */
function usdOf({ usd, unpricedTokens }: SpendGroup): string | null {
  return usd === '0' && unpricedTokens > 0 ? null : usd;
}

function count(
  id: string,
  title: string,
  value: (group: SpendGroup) => number,
): ItemColumn<SpendGroup> {
  return { id, title, kind: 'count', value };
}

function titleOf(groupBy: Grouping): string {
  const words = groupBy.replace(/^(tag|metadata):/, '$1 ').replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
