import type { LintAnswer, LintFinding } from '../../shared/access/lint/lint-finding.ts';
import { LONGEST_POLICY, lintPolicy } from '../../shared/access/lint/lint-policy.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { choice, usageError } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMAT_OPTION, FORMATS, formatTable } from './output.ts';
import { textLines } from './text-lines.ts';

/** The gravest first. */
const SEVERITIES = [
  'error',
  'warning',
  'note',
] as const satisfies readonly LintFinding['severity'][];

/** Looks for what is wrong in policy documents. */
export const lint: Command = {
  usage: 'lint <file>...',
  details:
    'Looks for what is wrong in policy documents: names that AWS does not have, resources that an action does not take, conditions that never hold, Denies that leave bedrock-mantle open, profiles without their models, and more (docs/access.md). A file holds one document; - is standard input. Nothing is read but the files: no workspace, no account.',
  options: {
    kind: {
      type: 'string',
      value: 'KIND',
      help: 'what the documents are: identity (default), resource, scp or rcp',
    },
    'fail-on': {
      type: 'string',
      value: 'SEVERITY',
      help: 'error (default), warning or note: exit code 1 when a finding is at\nor above it',
    },
    format: FORMAT_OPTION,
  },
  async run({ host, values, positionals }: CommandRun) {
    const kind = choice(values, 'kind', ['identity', 'resource', 'scp', 'rcp']);
    const limit = choice(values, 'fail-on', SEVERITIES);
    const format = choice(values, 'format', FORMATS);
    requireFiles(positionals);
    const linted: Linted[] = [];
    for (const file of positionals) {
      linted.push({ file, ...lintPolicy(await policyText(file), kind) });
      host.signal.throwIfAborted();
    }
    const rows = linted.flatMap(({ file, findings }) =>
      findings.map((finding): Row => ({ file: file === '-' ? 'stdin' : file, ...finding })),
    );
    if (rows.length > 0 || format !== 'table') {
      host.out(formatTable(tableOf(COLUMNS, rows), format, host.width));
    }
    host.err.write(`${summary(linted, rows)}\n`);
    return rows.some((row) => isAtLeast(row.severity, limit)) ? EXIT.findings : EXIT.ok;
  },
};

interface Linted extends LintAnswer {
  readonly file: string;
}

interface Row extends LintFinding {
  readonly file: string;
}

function requireFiles(files: readonly string[]): void {
  if (files.length === 0) throw usageError('<file> is missing; - is standard input.');
  if (files.indexOf('-') !== files.lastIndexOf('-')) {
    throw usageError('Standard input can be read once; - is given twice.');
  }
}

/** The text of a file, cut where it is longer than what is looked into. */
async function policyText(file: string): Promise<string> {
  const lines: string[] = [];
  let length = 0;
  for await (const some of textLines(file, { what: 'policy', longest: LONGEST_POLICY })) {
    lines.push(...some);
    length += some.reduce((sum, line) => sum + line.length + 1, 0);
    if (length > LONGEST_POLICY + 1) break;
  }
  return lines.join('\n');
}

const COLUMNS: readonly ItemColumn<Row>[] = [
  { id: 'file', title: 'File', kind: 'text', below: 'named', value: ({ file }) => file },
  { id: 'line', title: 'Line', kind: 'count', value: ({ line }) => line },
  { id: 'severity', title: 'Severity', kind: 'text', value: ({ severity }) => severity },
  { id: 'check', title: 'Check', kind: 'text', value: ({ check }) => check },
  { id: 'path', title: 'Path', kind: 'text', below: 'named', value: ({ path }) => path },
  { id: 'message', title: 'Message', kind: 'text', below: 'plain', value: (it) => it.message },
  { id: 'remedy', title: 'Remedy', kind: 'text', below: 'plain', value: ({ remedy }) => remedy },
];

function isAtLeast(severity: LintFinding['severity'], limit: LintFinding['severity']): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}

function summary(linted: readonly Linted[], rows: readonly Row[]): string {
  const counts = SEVERITIES.map((severity) => {
    const count = rows.filter((row) => row.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  const statements = linted.reduce((sum, answer) => sum + answer.statements, 0);
  const files = `${linted.length} ${linted.length === 1 ? 'document' : 'documents'}`;
  return `${counts.join(', ')} in ${statements} ${statements === 1 ? 'statement' : 'statements'} of ${files}`;
}
