import type { CoverageSummary } from '../../shared/api/answers.ts';
import { tableOfNotRead } from '../../shared/reports/table-not-read.ts';
import { toTable } from '../../shared/reports/to-table.ts';
import type { CliHost } from './command.ts';

const MAX_SHOWN = 12;

/** Names on stderr what could not be read, and which command prints the permissions for it. */
export function tellNotRead(
  { err, width }: CliHost,
  { notRead, missingActions }: CoverageSummary,
): void {
  if (notRead.length === 0) return;
  err.write(`\n${toTable(tableOfNotRead(notRead, MAX_SHOWN), width)}`);
  if (notRead.length > MAX_SHOWN) err.write('`assay check --format json` has them all.\n');
  if (missingActions.length === 0) return;
  err.write('`assay policy --missing` prints a policy with just the missing permissions.\n');
}
