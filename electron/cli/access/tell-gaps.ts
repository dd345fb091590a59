import type { AccessGap } from '../../../shared/access/world/access-world.ts';
import { printable } from '../../../shared/model/printable.ts';
import type { CliHost } from '../command.ts';

/** Lines that are told before the rest is counted. */
const MOST = 10;

/** Says on stderr what an answer about access lacks, and which permission would help. */
export function tellGaps({ err }: CliHost, gaps: readonly AccessGap[]): void {
  for (const gap of gaps.slice(0, MOST)) err.write(`${lineOf(gap)}\n`);
  if (gaps.length > MOST) {
    err.write(`... and ${gaps.length - MOST} more: \`assay policy --missing\` has them all.\n`);
  }
}

function lineOf({ dataset, accountId, region, action, reason, consequence }: AccessGap): string {
  const why = action === null ? reason : `${action} is denied`;
  return printable(`Not read: ${dataset} of ${accountId} ${region} (${why}). ${consequence}`);
}
