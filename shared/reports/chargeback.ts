import { heldBillWords } from '../cost/chargeback/against-bill.ts';
import type {
  Chargeback,
  ChargebackLine,
  CloseComparison,
  CostProvenance,
  KeptPot,
  MonthBill,
  MonthClose,
} from '../cost/chargeback/chargeback-answer.ts';
import { knownUsd } from '../cost/chargeback/proven-sums.ts';
import { unpricedText } from '../cost/chargeback/unpriced-text.ts';
import { incompleteDaysNote } from '../cost/incomplete-days.ts';
import { type Day, dayOf, monthPeriod } from '../model/period.ts';
import { POT_NAMES, potInWords, SHARED_POTS, type SharedPot } from '../model/shared-cost.ts';
import type { Usd } from '../model/usd.ts';
import type { Report } from './report.ts';
import { type ItemColumn, tableOf } from './table.ts';

/** A month as it is shared out: of a closed one what was kept, with what would be different today. */
export interface ChargebackReportInput {
  readonly now: Chargeback;
  readonly bill: MonthBill | null;
  readonly closed: MonthClose | null;
  readonly comparison: CloseComparison | null;
  readonly incompleteDays: readonly Day[];
  readonly today: Day;
  readonly notes: readonly string[];
}

/** What one team pays, or a pot that stays a line of its own. */
type Line = ChargebackLine | KeptPot;

const COLUMNS: readonly ItemColumn<Line>[] = [
  { id: 'team', title: 'Team', kind: 'text', value: nameOf },
  { id: 'kind', title: 'Kind', kind: 'text', value: (line) => (isTeam(line) ? 'team' : 'kept') },
  usd('own_usd', 'Own USD', (line) => (isTeam(line) ? knownUsd(line.ownUsd, line) : null)),
  usd('shared_usd', 'Shared USD', (line) => (isTeam(line) ? line.sharedUsd : null)),
  usd('total_usd', 'Total USD', (line) => knownUsd(isTeam(line) ? line.totalUsd : line.usd, line)),
  {
    id: 'unpriced_tokens',
    title: 'Unpriced tokens',
    kind: 'count',
    value: ({ unpricedTokens }) => unpricedTokens,
  },
  {
    id: 'unpriced',
    title: 'Without a price',
    kind: 'text',
    value: (line) => unpricedText(line) || null,
  },
  ...SHARED_POTS.map((pot) => ({
    ...usd(`${pot.replace('-', '_')}_usd`, `Share of ${potInWords(pot)}`, (line) =>
      shareOf(line, pot),
    ),
    below: 'named' as const,
  })),
  ...(['metered', 'allocated', 'billed'] as const).map((provenance) => ({
    ...usd(`${provenance}_usd`, `Of it ${provenance}`, (line) => provenOf(line, provenance)),
    below: 'named' as const,
  })),
  {
    id: 'reason',
    title: 'Why kept',
    kind: 'text',
    below: 'plain',
    value: (line) => (isTeam(line) ? null : line.reason),
  },
];

/** A month's cost by team, own and shared, adding up exactly to the total. */
export const chargeback: Report<ChargebackReportInput> = {
  id: 'chargeback',
  title: 'Chargeback',
  description: 'What each team pays for one month: its own cost and its part of shared costs.',
  build(input) {
    const held = input.closed?.chargeback ?? input.now;
    const { lines, kept, totalUsd, unpricedTokens } = held;
    const table = tableOf<Line>(COLUMNS, [...lines, ...kept], notesOf(input));
    const sums: Readonly<Record<string, string | number | null>> = {
      team: 'Total',
      total_usd: totalUsd,
      unpriced_tokens: unpricedTokens,
      unpriced: unpricedText(held) || null,
    };
    return { ...table, totals: table.columns.map(({ id }) => sums[id] ?? null) };
  },
};

function isTeam(line: Line): line is ChargebackLine {
  return 'team' in line;
}

function nameOf(line: Line): string {
  return isTeam(line) ? line.team : POT_NAMES[line.pot];
}

function shareOf(line: Line, pot: SharedPot): Usd | null {
  return isTeam(line) ? (line.shared.find((one) => one.pot === pot)?.usd ?? null) : null;
}

function provenOf(line: Line, provenance: CostProvenance): Usd | null {
  const amounts = isTeam(line) ? line.own : line.amounts;
  return amounts.find((one) => one.provenance === provenance)?.usd ?? null;
}

function usd(id: string, title: string, value: (line: Line) => Usd | null): ItemColumn<Line> {
  return { id, title, kind: 'usd', value };
}

function notesOf(input: ChargebackReportInput) {
  const { now, closed, comparison, incompleteDays, today, notes } = input;
  const { month } = now;
  const late = incompleteDaysNote({ period: monthPeriod(month), days: incompleteDays, today });
  const unknown = now.notCounted ?? null;
  const total = unknown === null ? [] : [`The total is not known: ${unknown}.`];
  const billed = [heldBillWords(input)].filter((words) => words !== null);
  if (closed === null)
    return [`${month}, UTC, not closed.`, ...total, ...billed, ...notes, ...late];
  const said = closed.note.trim() === '' ? '' : `: ${closed.note}`;
  return [
    `${month}, UTC, closed on ${dayOf(closed.closedAt)}${said}`,
    ...(comparison === null ? [] : [comparedWords(comparison)]),
    ...billed,
    ...notes,
  ];
}

function comparedWords({ same, changes }: CloseComparison): string {
  if (same) return 'It would be the same today.';
  const total = changes.find(({ what }) => what === 'total');
  const would = total?.after === null ? 'not be known' : `be ${total?.after} USD`;
  const by = total === undefined ? '' : `; the total would ${would}`;
  const figures = changes.length === 1 ? '1 figure' : `${changes.length} figures`;
  return `It would be different today in ${figures}${by}.${billWords(changes)} The closed figures hold.`;
}

function billWords(changes: CloseComparison['changes']): string {
  const bill = changes.find(({ what }) => what === 'bill');
  if (bill === undefined) return '';
  const { before, after } = bill;
  const now =
    after === null ? 'No bill of it is read today' : `AWS bills ${after} USD for it today`;
  return ` ${now}, ${before === null ? 'none was read' : `${before} USD`} then.`;
}
