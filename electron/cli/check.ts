import type { FindingsAnswer, ScanFailure } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { type Finding, SEVERITIES, type Severity } from '../../shared/model/finding.ts';
import { unknownText } from '../../shared/model/unknown-reasons.ts';
import { tableOfFindings } from '../../shared/reports/table-findings.ts';
import { toTable } from '../../shared/reports/to-table.ts';
import { failureText } from '../backend/terminal/nothing-read.ts';
import { choice, noPositionals } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Lists findings; fails when one is at or above the limit. */
export const check: Command = {
  usage: 'check [--fail-on critical|high|medium|low] [--format table|json] [--workspace DIR]',
  details:
    'Lists the findings of the newest scan: failures and what could not be judged as a table, everything\nas JSON. Exit code 1 when a failed finding is at or above --fail-on (default: high). Unknown is\nneither: it is counted on stderr, by the permissions that are missing.',
  options: { 'fail-on': { type: 'string' }, format: { type: 'string' } },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const limit = choice(values, 'fail-on', ['high', 'critical', 'medium', 'low']);
    const format = choice(values, 'format', ['table', 'json']);
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer = unwrap(await call('findings.list', {}));
      const { lastScanFailure } = unwrap(await call('workspace.get', {}));
      if (answer.takenAt === null) throw nothingScanned(lastScanFailure);
      if (lastScanFailure !== null) {
        host.err.write(`${failureText(lastScanFailure)}\nThese findings are older.\n`);
      }
      host.out(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : openTable(answer));
      const failing = answer.findings.filter((finding) => fails(finding, limit));
      host.err.write(`${verdict(answer, failing.length, limit)}\n`);
      if (failing.length > 0) return EXIT.findings;
      return couldJudge(answer) ? EXIT.ok : EXIT.failed;
    });
  },
};

function nothingScanned(failure: ScanFailure | null): AppError {
  if (failure !== null) {
    return new AppError('aws-failed', `No scan has succeeded yet. ${failureText(failure)}`);
  }
  return new AppError('not-found', 'This workspace was never scanned. Run `assay scan` first.');
}

function fails(finding: Finding, limit: Severity): boolean {
  const rank = SEVERITIES.indexOf(finding.severity);
  return finding.status === 'fail' && rank <= SEVERITIES.indexOf(limit);
}

/** Whether any rule passed or failed: a run in which all is unknown must not look like a pass. */
function couldJudge({ findings }: FindingsAnswer): boolean {
  const isUnknown = findings.some(({ status }) => status === 'unknown');
  return !isUnknown || findings.some(({ status }) => status === 'pass' || status === 'fail');
}

/** What fails and what could not be judged; the rest is counted and in the JSON. */
function openTable({ findings }: FindingsAnswer): string {
  const open = findings.filter(({ status }) => status === 'fail' || status === 'unknown');
  return toTable({ ...tableOfFindings(open), notes: [] });
}

function verdict({ findings }: FindingsAnswer, failing: number, limit: Severity): string {
  const count = (status: Finding['status']) =>
    findings.filter((finding) => finding.status === status).length;
  const limits = `${failing} at or above ${limit}`;
  return `${count('fail')} failed (${limits}), ${count('pass')} passed, ${unknownText(findings)}`;
}
