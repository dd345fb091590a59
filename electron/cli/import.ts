import { resolve } from 'node:path';
import type { FileOutcome, IngestSummary } from '../../shared/api/answers.ts';
import type { Call } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import { type Instant, msOfInstant } from '../../shared/model/period.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { jobLines } from '../backend/terminal/job-lines.ts';
import { runJob } from '../backend/terminal/run-job.ts';
import { choice, onlyPositional } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT, exitCodeOfJob } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

const PAGE_SIZE = 500;

/** Takes a folder of exported logs into the workspace and names what every file turned out to be. */
export const importFolder: Command = {
  usage: 'import <folder> [--format table|json|csv] [--workspace DIR]',
  details:
    'Takes CloudTrail and model invocation logs in any of their shapes, gzipped or not. Files that were\ntaken whole are counted; the others are listed with the reason. Importing twice changes nothing.',
  options: { format: { type: 'string' } },
  async run({ host, global, values, positionals }: CommandRun) {
    const folder = resolve(onlyPositional(positionals, 'folder'));
    const format = choice(values, 'format', FORMATS);
    const session = { workspace: workspaceOf(host, global), readOnly: false };
    return withBackend(host, session, async (caller) => {
      const job = await runJob(caller, () => caller.call('import.start', { folder }), {
        onJob: jobLines(host.err),
        signal: host.signal,
      });
      if (job.error !== null) host.err.write(`assay: ${job.error.message}\n`);
      const code = exitCodeOfJob(job);
      if (code === EXIT.interrupted) return code;
      const outcomes = (await outcomesSince(caller.call, job.startedAt)).filter(isRemarkable);
      host.out(formatTable(tableOf(COLUMNS, outcomes), format));
      if (job.summary !== null) host.err.write(`${summaryLine(job.summary)}\n`);
      return code;
    });
  },
};

/** Every outcome of this import; the manifest has the newest first. */
async function outcomesSince(call: Call, startedAt: Instant): Promise<readonly FileOutcome[]> {
  const all: FileOutcome[] = [];
  for (;;) {
    const page = unwrap(await call('files.list', { offset: all.length, limit: PAGE_SIZE }));
    const fresh = page.rows.filter((row) => msOfInstant(row.at) >= msOfInstant(startedAt));
    all.push(...fresh);
    if (fresh.length < PAGE_SIZE) return all.reverse();
  }
}

/** Files that were not simply taken: a table of thousands of good ones would hide these. */
function isRemarkable(outcome: FileOutcome): boolean {
  return outcome.status !== 'ingested' || outcome.duplicates > 0 || outcome.fragments > 0;
}

const COLUMNS: readonly ItemColumn<FileOutcome>[] = [
  { id: 'status', title: 'Status', kind: 'text', value: (outcome) => outcome.status },
  { id: 'kind', title: 'Kind', kind: 'text', value: (outcome) => outcome.kind },
  { id: 'records', title: 'Records', kind: 'count', value: (outcome) => outcome.records },
  { id: 'added', title: 'Added', kind: 'count', value: (outcome) => outcome.added },
  { id: 'duplicates', title: 'Known', kind: 'count', value: (outcome) => outcome.duplicates },
  { id: 'fragments', title: 'Fragments', kind: 'count', value: (outcome) => outcome.fragments },
  { id: 'file', title: 'File', kind: 'text', value: (outcome) => outcome.key },
  { id: 'reason', title: 'Reason', kind: 'text', value: (outcome) => outcome.reason },
];

function summaryLine(summary: IngestSummary): string {
  const files = `${summary.files} files: ${summary.filesTaken} taken, ${summary.filesSkipped} skipped, ${summary.filesFailed} failed`;
  const records = `${summary.events} events and ${summary.invocations} invocations added, ${summary.duplicates} known before, ${summary.fragments} fragments`;
  return `${files}\n${records}`;
}
