import { type ItemColumn, type Table, tableOf } from './table.ts';

/** Something that was not read, in all its places; the contract's coverage summary has these. */
export interface NotReadLine {
  readonly name: string;
  /** `partial`: the rest of it was read. */
  readonly status: 'denied' | 'failed' | 'partial';
  /** The IAM action to grant; null when the reason is not a permission. */
  readonly action: string | null;
  readonly reason: string;
  readonly accounts: number;
  readonly regions: number;
  /** The first places: `111122223333 eu-west-1`. */
  readonly examples: readonly string[];
}

const COLUMNS: readonly ItemColumn<NotReadLine>[] = [
  { id: 'name', title: 'Not read', kind: 'text', value: (line) => line.name },
  { id: 'outcome', title: 'Outcome', kind: 'text', value: outcomeOf },
  { id: 'account', title: 'Account', kind: 'text', value: accountOf },
  { id: 'regions', title: 'Regions', kind: 'count', value: (line) => line.regions },
  { id: 'missing', title: 'Missing permission, or why', kind: 'text', value: missingOf },
];

/** What a scan could not read and what to grant, at most `most` lines; a note counts the others. */
export function tableOfNotRead(lines: readonly NotReadLine[], most: number): Table {
  const left = lines.length - most;
  return tableOf(COLUMNS, lines.slice(0, most), left > 0 ? [`And ${left} more.`] : []);
}

function outcomeOf({ status }: NotReadLine): string {
  return status === 'partial' ? 'in part' : status;
}

/** The account's id, where there is only one. */
function accountOf({ accounts, examples }: NotReadLine): string {
  return accounts === 1 ? (examples[0]?.split(' ')[0] ?? '') : `${accounts} accounts`;
}

function missingOf({ action, reason }: NotReadLine): string {
  return action ?? reason;
}
