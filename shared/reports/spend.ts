import type { Grouping } from '../cost/grouping.ts';
import type { BesideMetered } from '../cost/spend/beside-metered.ts';
import { notInMetered } from '../cost/spend/beside-words.ts';
import {
  isPaidByHour,
  lackingWords,
  sumUnits,
  unpricedWords,
} from '../cost/spend/unpriced-words.ts';
import type { SpendAnswer, SpendGroup } from '../cost/spend-answer.ts';
import type { Month } from '../model/period.ts';
import { formatUsd, parseUsd } from '../model/usd.ts';
import type { Report } from './report.ts';
import { type Cell, type ItemColumn, tableOf } from './table.ts';
import { PRICED } from './table-unpriced-models.ts';

/** One month's spend, already summed by a grouping. */
export interface SpendReportInput {
  readonly month: Month;
  readonly groupBy: Grouping;
  readonly answer: SpendAnswer;
  /** What comes beside its metered usage. */
  readonly beside: BesideMetered;
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
    { id: 'usd', title: 'USD', kind: 'usd', value: ({ usd }) => usd },
    {
      id: 'metered_usd',
      title: 'Metered USD',
      kind: 'usd',
      below: 'named',
      value: ({ usd, allocatedUsd = '0' }) =>
        usd === null ? null : formatUsd(parseUsd(usd) - parseUsd(allocatedUsd)),
    },
    {
      id: 'allocated_usd',
      title: 'Allocated USD',
      kind: 'usd',
      below: 'named',
      value: ({ allocatedUsd }) => allocatedUsd ?? null,
    },
    count('unpriced_tokens', 'Unpriced tokens', ({ unpricedTokens }) => unpricedTokens),
    { id: 'provenance', title: 'Provenance', kind: 'text', below: 'plain', value: provenanceOf },
    {
      id: 'unpriced',
      title: 'Without a price',
      kind: 'text',
      below: 'named',
      value: (group) => lackingWords(group) || null,
    },
    {
      id: 'paid_by_hour',
      title: 'Paid by the hour',
      kind: 'text',
      below: 'named',
      value: ({ paidByHourUnits = [] }) => unpricedWords(paidByHourUnits) || null,
    },
  ];
}

/** What a month cost by any grouping; unpriced usage is told, never summed as zero. */
export const spend: Report<SpendReportInput> = {
  id: 'spend',
  title: 'Spend',
  description: 'Calls, tokens and cost of one month by any grouping.',
  build({ month, groupBy, answer, beside }) {
    const table = tableOf(columns(groupBy), answer.groups, notesOf(month, answer, beside));
    const { tokens, calls, usd } = answer;
    const unpriced = answer.groups.reduce((sum, group) => sum + group.unpricedTokens, 0);
    const sums: Readonly<Record<string, Cell | undefined>> = {
      group: 'Total',
      calls,
      input_tokens: tokens?.input,
      output_tokens: tokens?.output,
      cache_read_tokens: tokens?.cacheRead,
      cache_write_tokens: tokens?.cacheWrite,
      usd,
      unpriced_tokens: unpriced,
    };
    const totals = table.columns.map(({ id }) => sums[id] ?? null);
    return { ...table, totals: answer.groups.length === 0 ? null : totals };
  },
};

function notesOf(
  month: Month,
  { notCounted, groups, notes }: SpendAnswer,
  beside: BesideMetered,
): readonly string[] {
  if (notCounted !== null) return [`${month}, UTC.`, ...notes];
  const unpriced = lackingWords({
    unpricedUnits: sumUnits(groups.flatMap(({ unpricedUnits }) => unpricedUnits)),
    uncountedCalls: groups.reduce((sum, group) => sum + (group.uncountedCalls ?? 0), 0),
  });
  return [
    `${month}, UTC. Metered: counted tokens times the price named; not a bill.`,
    notInMetered(beside),
    ...(unpriced === '' ? [] : [`In no sum of money, since it has no price: ${unpriced}.`]),
    ...notes,
  ];
}

/** What the row's money is made of, in the words of `cost-by-model`, and what of it is shared out. */
function provenanceOf(group: SpendGroup): string {
  const { usd, allocatedUsd = '0' } = group;
  if (usd === null) return isPaidByHour(group) ? PRICED.byHour : PRICED.none;
  const words = lackingWords(group) !== '' ? PRICED.part : PRICED.all;
  if (parseUsd(allocatedUsd) === 0n) return words;
  const part = parseUsd(allocatedUsd) === parseUsd(usd) ? 'allocated' : 'metered and allocated';
  return words.replace(PRICED.all, part);
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
