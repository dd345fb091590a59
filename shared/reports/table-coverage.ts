import type { ReadOutcome } from '../model/dataset.ts';
import { type ItemColumn, type Table, tableOf } from './table.ts';

/** How one dataset or source ended in one place; the contract's coverage row is one. */
export interface CoverageLine {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly outcome: ReadOutcome;
  readonly items: number;
}

const COLUMNS: readonly ItemColumn<CoverageLine>[] = [
  { id: 'name', title: 'Dataset or source', kind: 'text', value: (line) => line.name },
  { id: 'account', title: 'Account', kind: 'text', value: (line) => line.accountId },
  { id: 'region', title: 'Region', kind: 'text', value: (line) => line.region },
  { id: 'outcome', title: 'Outcome', kind: 'text', value: (line) => line.outcome.status },
  { id: 'items', title: 'Items', kind: 'count', value: (line) => line.items },
  { id: 'why', title: 'Why', kind: 'text', value: (line) => whyOf(line.outcome) },
];

/** What a scan could and could not read, as a table. */
export function tableOfCoverage(lines: readonly CoverageLine[]): Table {
  return tableOf(COLUMNS, lines);
}

function whyOf(outcome: ReadOutcome): string | null {
  if (outcome.status === 'collected') return null;
  return outcome.status === 'denied' ? `${outcome.action} is denied` : outcome.reason;
}
