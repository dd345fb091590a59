import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FileOutcome, IngestSummary } from '../../shared/api/answers.ts';
import type { Call, Input } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type Instant, msOfInstant } from '../../shared/model/period.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { jobLines } from '../backend/terminal/job-lines.ts';
import { runJob } from '../backend/terminal/run-job.ts';
import { choice, onlyPositional, usageError } from './arguments.ts';
import { printBudgetAlerts } from './budget-lines.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT, exitCodeOfJob } from './exit-code.ts';
import { folderState } from './folder-state.ts';
import { errorLine, FORMAT_OPTION, FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

const PAGE_SIZE = 500;

/** Takes a folder of exported logs into the workspace and names what every file turned out to be. */
export const importFolder: Command = {
  usage: 'import <folder>',
  details:
    'Takes CloudTrail logs, model invocation logs and bills (CUR 2.0, Parquet or CSV), gzipped or not. Files that were taken whole are counted; the others are listed with the reason. Importing twice changes nothing; what was not taken is listed again.',
  options: { format: FORMAT_OPTION },
  async run({ host, global, values, positionals }: CommandRun) {
    const name = onlyPositional(positionals, 'folder');
    const format = choice(values, 'format', FORMATS);
    const folder = existingFolder(name);
    const session = { workspace: workspaceOf(host, global), readOnly: false };
    return withBackend(host, session, async (caller) => {
      printBudgetAlerts(caller, host);
      const empty = unwrap(await caller.call('workspace.get', {})).newestDay === null;
      const job = await runJob(caller, () => caller.call('import.start', { folder }), {
        onJob: jobLines(host.err),
        signal: host.signal,
      });
      if (job.error !== null) host.err.write(errorLine(job.error.message));
      const code = exitCodeOfJob(job);
      if (code === EXIT.interrupted) return code;
      const outcomes = await outcomesOf(caller.call, { folder, startedAt: job.startedAt });
      if (job.error === null || outcomes.length > 0) {
        const remarkable = outcomes.filter(isRemarkable);
        const notes = remarkable.length === 0 ? [nothingRemarkable(folder, outcomes.length)] : [];
        host.out(formatTable(tableOf(COLUMNS, remarkable, notes), format, host.width));
      }
      if (job.summary !== null) host.err.write(`${summaryLine(job.summary, empty)}\n`);
      return code;
    });
  },
};

/** @throws AppError `invalid-input` before a workspace is made for a folder that is not there. */
function existingFolder(text: string): string {
  const folder = resolve(text);
  const state = folderState(folder);
  if (state === 'folder') return folder;
  if (state === 'nothing') throw usageError(`There is no folder ${folder}.`);
  throw usageError(`${folder} is a file; name the folder that holds it.`);
}

interface ThisImport {
  readonly folder: string;
  readonly startedAt: Instant;
}

/**
 * Every outcome of this import, and those that earlier ones stored of the folder's files that were
 * not taken whole: these are not read again, and are still not in the workspace.
 */
async function outcomesOf(call: Call, of: ThisImport): Promise<readonly FileOutcome[]> {
  const isFresh = ({ at }: FileOutcome) => msOfInstant(at) >= msOfInstant(of.startedAt);
  const fresh = await listFiles(call, {}, isFresh);
  const below = join(realFolder(of.folder), '/');
  const left = await listFiles(call, { statuses: ['failed', 'partial', 'skipped'] });
  const before = left.filter((row) => !isFresh(row) && isStillBelow(row, below));
  return [...fresh, ...before.map(asRepeated)].reverse();
}

/** Rows of the manifest, the newest first, as long as `wanted` says so. */
async function listFiles(
  call: Call,
  filter: Pick<Input<'files.list'>, 'statuses'>,
  wanted: (row: FileOutcome) => boolean = () => true,
): Promise<readonly FileOutcome[]> {
  const all: FileOutcome[] = [];
  for (;;) {
    const page = { ...filter, offset: all.length, limit: PAGE_SIZE };
    const { rows } = unwrap(await call('files.list', page));
    const found = rows.filter(wanted);
    all.push(...found);
    if (found.length < PAGE_SIZE) return all;
  }
}

/** Keys of the manifest are real paths; a folder that cannot be resolved has none below it. */
function realFolder(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function isStillBelow({ key, status }: FileOutcome, below: string): boolean {
  return status !== 'ingested' && key.startsWith(below) && existsSync(key);
}

/** What an earlier import added is not added again: it is known. */
function asRepeated(outcome: FileOutcome): FileOutcome {
  return { ...outcome, added: 0, duplicates: outcome.duplicates + outcome.added };
}

/** Files that were not simply taken: a table of thousands of good ones would hide these. */
function isRemarkable(outcome: FileOutcome): boolean {
  return outcome.status !== 'ingested' || outcome.duplicates > 0 || outcome.fragments > 0;
}

function nothingRemarkable(folder: string, files: number): string {
  return files === 0
    ? `There are no files in ${folder}; nothing was imported.`
    : 'Every file was taken whole.';
}

const COLUMNS: readonly ItemColumn<FileOutcome>[] = [
  { id: 'status', title: 'Status', kind: 'text', value: (outcome) => outcome.status },
  { id: 'kind', title: 'Kind', kind: 'text', value: (outcome) => outcome.kind },
  { id: 'records', title: 'Records', kind: 'count', value: (outcome) => outcome.records },
  { id: 'added', title: 'Added', kind: 'count', value: (outcome) => outcome.added },
  { id: 'duplicates', title: 'Repeated', kind: 'count', value: (outcome) => outcome.duplicates },
  { id: 'fragments', title: 'Fragments', kind: 'count', value: (outcome) => outcome.fragments },
  { id: 'file', title: 'File', kind: 'text', below: 'plain', value: (outcome) => outcome.key },
  {
    id: 'reason',
    title: 'Reason',
    kind: 'text',
    below: 'plain',
    value: (outcome) => outcome.reason,
  },
];

/** In a workspace that was empty, a record can only repeat one of the same import. */
function summaryLine(summary: IngestSummary, empty: boolean): string {
  const files = `${counted(summary.files, 'file')}: ${summary.filesTaken} taken,${inPart(summary)} ${summary.filesSkipped} skipped, ${summary.filesFailed} failed`;
  const repeated = empty ? 'repeated in this import' : 'known before or repeated in this import';
  const added = `${counted(summary.events, 'event')} and ${counted(summary.invocations, 'invocation')} added`;
  return `${files}\n${added}, ${summary.duplicates} ${repeated}, ${counted(summary.fragments, 'fragment')}`;
}

function inPart({ filesPartial }: IngestSummary): string {
  return filesPartial === 0 ? '' : ` ${filesPartial} in part,`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
