import type { FileOutcome } from '../../../../shared/api/answers.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import type { LogFile } from '../store.ts';
import { type FileCounts, NO_COUNTS } from './load.ts';
import type { SplitFile } from './odd-file.ts';
import type { PreparedFile } from './prepare.ts';
import { damageAdvice, kindOfDamaged, notTaken, type Shape } from './shape.ts';

/** The outcome of a file that held nothing to load, or could not be read. */
export function doneOutcome(
  file: LogFile,
  next: Extract<PreparedFile['next'], { as: 'done' }>,
  at: Instant,
): FileOutcome {
  const { kind, status, reason } = next;
  return { ...blank(file, at), kind, status, reason };
}

/** The outcome of a well-formed file, whose records are all stored now. */
export function fastOutcome(
  file: LogFile,
  found: { readonly shape: Shape; readonly counts: FileCounts | undefined; readonly at: Instant },
): FileOutcome {
  const counts = found.counts ?? NO_COUNTS;
  return {
    ...blank(file, found.at),
    kind: found.shape === 'invocation-lines' ? 'invocation-log' : 'cloudtrail',
    status: 'ingested',
    records: counts.records,
    added: counts.records - counts.duplicates,
    duplicates: counts.duplicates,
    reason: joined([leftOutReason(counts), repeatedReason(counts)]),
  };
}

/** The outcome of a file that was cut into records: what was not taken is named. */
export function oddOutcome(
  file: LogFile,
  found: {
    readonly split: SplitFile;
    readonly counts: FileCounts | undefined;
    readonly at: Instant;
  },
): FileOutcome {
  const { split, at } = found;
  const counts = found.counts ?? NO_COUNTS;
  const stored = counts.records - counts.fragments;
  const fragments = split.fragments + counts.fragments;
  const damaged = isDamaged(file, split);
  if (stored + fragments + counts.leftOut === 0 && !damaged) return nothingTaken(file, split, at);
  const problems = problemsOf(split, counts);
  const advice = damaged ? `the file is cut: ${damageAdvice(file)}` : null;
  const reason = joined([...problems, leftOutReason(counts), repeatedReason(counts), advice]);
  const nothing = damaged ? 'failed' : 'skipped';
  const partly = stored + counts.leftOut === 0 ? nothing : 'partial';
  return {
    ...blank(file, at),
    kind: kindOf(file, split),
    status: problems.length === 0 ? 'ingested' : partly,
    records: stored + fragments,
    added: stored - counts.duplicates,
    duplicates: counts.duplicates,
    fragments,
    reason,
  };
}

/** Whether a log file's end is missing: there may be more records in a whole copy of it. */
export function isDamaged({ key }: LogFile, { cut }: SplitFile): boolean {
  return cut !== null && LOG_KINDS.has(kindOfDamaged(key, cut));
}

const LOG_KINDS: ReadonlySet<FileOutcome['kind']> = new Set(['cloudtrail', 'invocation-log']);

function nothingTaken(file: LogFile, split: SplitFile, at: Instant): FileOutcome {
  if (split.digests > 0) {
    const reason = 'a CloudTrail digest, without records';
    return { ...blank(file, at), kind: 'digest', status: 'skipped', reason };
  }
  const [problem] = split.problems;
  const why = problem ?? 'it holds no CloudTrail event and no invocation log record';
  const { kind, reason } = notTaken(file.key, why);
  return { ...blank(file, at), kind, status: 'skipped', reason };
}

function problemsOf(split: SplitFile, counts: FileCounts): readonly string[] {
  const problems = split.problems.length === 0 ? [] : [`not taken: ${split.problems.join('; ')}`];
  const unnamed = split.fragments - split.problems.length;
  if (unnamed > 0) problems.push(`and ${unnamed} more`);
  if (counts.fragments > 0) problems.push(`${counts.fragments} whose time cannot be read`);
  if (split.others === 1) problems.push('1 object that is no record');
  if (split.others > 1) problems.push(`${split.others} objects that are no records`);
  return problems;
}

function kindOf({ key }: LogFile, split: SplitFile): FileOutcome['kind'] {
  const none = split.events + split.invocations === 0;
  if (none && split.cut !== null) return kindOfDamaged(key, split.cut);
  if (split.events > 0 && split.invocations > 0) return 'mixed';
  return split.invocations > 0 ? 'invocation-log' : 'cloudtrail';
}

function joined(reasons: readonly (string | null)[]): string | null {
  const told = reasons.filter((text) => text !== null);
  return told.length === 0 ? null : told.join('; ');
}

function leftOutReason({ leftOut }: FileCounts): string | null {
  if (leftOut === 0) return null;
  return `${leftOut} event${leftOut === 1 ? '' : 's'} of other services left out`;
}

function repeatedReason(counts: FileCounts): string | null {
  if (counts.duplicates === 0) return null;
  const named = [...new Set(counts.repeated)].slice(0, 3).join(', ');
  const more = counts.duplicates > 3 ? ', …' : '';
  return `${counts.duplicates} of ${counts.records} repeat what is stored: ${named}${more}`;
}

function blank(file: LogFile, at: Instant): FileOutcome {
  return {
    key: file.key,
    kind: 'foreign',
    status: 'skipped',
    records: 0,
    added: 0,
    duplicates: 0,
    fragments: 0,
    size: file.size,
    reason: null,
    at,
  };
}
