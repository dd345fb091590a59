import type { AccessGap } from '../../../shared/access/world/access-world.ts';
import { printable } from '../../../shared/model/printable.ts';
import type { CliHost } from '../command.ts';

/** Lines that are told before the rest is counted. */
const MOST = 10;

/** Says on stderr what an answer about access lacks, and which permission would help. */
export function tellGaps({ err }: CliHost, gaps: readonly AccessGap[]): void {
  const groups = new Map<string, AccessGap[]>();
  for (const gap of gaps) {
    const key = `${gap.action ?? gap.reason} ${gap.dataset}`;
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  for (const group of [...groups.values()].slice(0, MOST)) err.write(`${lineOf(group)}\n`);
  if (groups.size > MOST) {
    err.write(
      `... and ${groups.size - MOST} more; \`assay policy --missing\` prints what to grant.\n`,
    );
  }
}

/** One line for all places with the same reason. */
function lineOf(group: readonly AccessGap[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const { dataset, accountId, region, action, reason, consequence } = first;
  const accounts = new Set(group.map((gap) => gap.accountId)).size;
  const where = group.length === 1 ? `${accountId} ${region}` : `${accounts} accounts`;
  const why = action === null ? reason : `${action} is denied`;
  return printable(`Not read: ${dataset} of ${where} (${why.replace(/\.$/, '')}). ${consequence}`);
}
