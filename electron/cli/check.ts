import type { CoverageSummary, FindingsAnswer, WorkspaceInfo } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { failureText, unfinishedText } from '../../shared/api/scan-words.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { type Finding, SEVERITIES, type Severity } from '../../shared/model/finding.ts';
import { printable } from '../../shared/model/printable.ts';
import { unknownText } from '../../shared/model/unknown-reasons.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { worstFirst } from '../../shared/reports/table-findings.ts';
import { toTable } from '../../shared/reports/to-table.ts';
import { choice, noPositionals, optionalText, usageError } from './arguments.ts';
import type { CliHost, Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { tellNotRead } from './not-read.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Lists findings; fails when one is at or above the limit. */
export const check: Command = {
  usage: 'check',
  details:
    'Lists the findings of the newest scan: failures and what could not be judged as a table, everything as JSON. What could not be read is named on stderr with the permission that is missing, and unknown findings are counted. Exit code 3 where nothing could be judged, or the newest scan failed or was interrupted.',
  options: {
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      help: 'critical, high (default), medium or low: exit code 1 when a failed\nfinding is at or above it',
    },
    rules: {
      type: 'string',
      value: 'LIST',
      help: 'only some: themes (access, guardrails ...) and ids of rules,\ncomma-separated (default: all)',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'table (for people, default) or json (everything)',
    },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const limit = choice(values, 'fail-on', ['high', 'critical', 'medium', 'low']);
    const format = choice(values, 'format', ['table', 'json']);
    const chosen = optionalText(values, 'rules');
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer = ofRules(unwrap(await call('findings.list', {})), chosen);
      const workspace = unwrap(await call('workspace.get', {}));
      if (answer.takenAt === null) throw nothingScanned(workspace);
      const coverage = unwrap(await call('coverage.summary', {}));
      const shown = { answer, workspace, coverage };
      host.out(format === 'json' ? asJson(shown) : openTable(answer, host.width));
      if (format === 'table') tellNotRead(host, coverage);
      tellIncomplete(host, workspace);
      const failing = answer.findings.filter((finding) => fails(finding, limit));
      host.err.write(`${verdict(answer, failing.length, limit)}\n`);
      if (failing.length > 0) return EXIT.findings;
      return isComplete(workspace) && couldJudge(answer) ? EXIT.ok : EXIT.failed;
    });
  },
};

/**
 * The findings of some rules, named by theme or id.
 * @throws AppError `invalid-input` naming what is neither.
 */
function ofRules(answer: FindingsAnswer, chosen: string | null): FindingsAnswer {
  if (chosen === null) return answer;
  const names = chosen.split(',').map((name) => name.trim());
  const { rules } = answer;
  const known = new Set(rules.flatMap(({ id, theme }) => [id, theme]));
  const wrong = names.filter((name) => !known.has(name));
  if (wrong.length > 0) {
    const themes = [...new Set(rules.map(({ theme }) => theme))].join(', ');
    throw usageError(
      `--rules takes themes (${themes}) and ids of rules; '${wrong.join(', ')}' is none of them.`,
    );
  }
  const kept = rules.filter(({ id, theme }) => names.includes(id) || names.includes(theme));
  const ids = new Set(kept.map(({ id }) => id));
  const findings = answer.findings.filter(({ ruleId }) => ids.has(ruleId));
  return { ...answer, rules: kept, findings };
}

interface Checked {
  readonly answer: FindingsAnswer;
  readonly workspace: WorkspaceInfo;
  readonly coverage: CoverageSummary;
}

/** Everything, with what says whether it is complete. */
function asJson({ answer, workspace, coverage }: Checked): string {
  const { lastScanFailure, unfinishedScan } = workspace;
  const { notRead } = coverage;
  const complete = isComplete(workspace);
  const all = { ...answer, complete, lastScanFailure, unfinishedScan, notRead };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** Whether the newest scan came to its end; what could not be read in it is told by the findings. */
function isComplete({ lastScanFailure, unfinishedScan }: WorkspaceInfo): boolean {
  return lastScanFailure === null && unfinishedScan === null;
}

function tellIncomplete(
  { err }: CliHost,
  { lastScanFailure, unfinishedScan }: WorkspaceInfo,
): void {
  if (lastScanFailure !== null) {
    err.write(`${printable(failureText(lastScanFailure))}\nThese findings are older.\n`);
  }
  if (unfinishedScan !== null) err.write(`${unfinishedText(unfinishedScan)}\n`);
}

function nothingScanned({ lastScanFailure, unfinishedScan }: WorkspaceInfo): AppError {
  if (lastScanFailure !== null) {
    const text = `No scan has succeeded yet. ${failureText(lastScanFailure)}`;
    return new AppError('aws-failed', text);
  }
  if (unfinishedScan !== null) {
    const text = `No scan has come to its end yet. ${unfinishedText(unfinishedScan)}`;
    return new AppError('aws-failed', text);
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

const COLUMNS: readonly ItemColumn<Finding>[] = [
  { id: 'severity', title: 'Severity', kind: 'text', value: ({ severity }) => severity },
  { id: 'status', title: 'Status', kind: 'text', value: ({ status }) => status },
  { id: 'rule', title: 'Rule', kind: 'text', value: ({ ruleId }) => ruleId },
  { id: 'account', title: 'Account', kind: 'text', value: ({ accountId }) => accountId },
  { id: 'region', title: 'Region', kind: 'text', value: ({ region }) => region },
  { id: 'resource', title: 'Resource', kind: 'text', below: 'plain', value: (it) => it.resource },
  { id: 'reason', title: 'Reason', kind: 'text', below: 'plain', value: ({ reason }) => reason },
];

/** What fails and what could not be judged; the rest is counted and in the JSON. */
function openTable({ findings }: FindingsAnswer, width: number): string {
  const open = findings.filter(({ status }) => status === 'fail' || status === 'unknown');
  return toTable(tableOf(COLUMNS, worstFirst(open)), width);
}

function verdict({ findings }: FindingsAnswer, failing: number, limit: Severity): string {
  const count = (status: Finding['status']) =>
    findings.filter((finding) => finding.status === status).length;
  const limits = `${failing} at or above ${limit}`;
  return `${count('fail')} failed (${limits}), ${count('pass')} passed, ${unknownText(findings)}`;
}
