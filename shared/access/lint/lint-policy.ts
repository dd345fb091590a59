import { LINT_CHECKS } from './checks/index.ts';
import { jsonFault } from './json-fault.ts';
import type { LintAnswer, LintFinding, LintKind } from './lint-finding.ts';
import { type LintCheck, type LintedPolicy, readLinted } from './linted-policy.ts';

/** A document in which one thing is wrong so often is told once more that there is more of it. */
const MOST_OF_A_CHECK = 100;

/** No kind of policy is nearly as long; such a text is not looked into. */
export const LONGEST_POLICY = 1_000_000;

/**
 * Looks for what is wrong in a policy document, whatever the text is; findings stand in the order of
 * the text. Steps grow with the length of the text, and findings of one check end at a hundred.
 */
export function lintPolicy(text: string, kind: LintKind): LintAnswer {
  if (text.length > LONGEST_POLICY) return { findings: [tooLong(text)], statements: 0 };
  const read = readLinted(text, kind);
  if (read === null) return { findings: [unreadable(text)], statements: 0 };
  const { linted, lineOf } = read;
  const findings = LINT_CHECKS.flatMap((check) => findingsOf(check, linted, lineOf));
  return {
    findings: findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    statements: linted.policy.statements.length,
  };
}

function findingsOf(
  check: LintCheck,
  linted: LintedPolicy,
  lineOf: (path: string) => number,
): readonly LintFinding[] {
  const findings: LintFinding[] = [];
  for (const { severity, path, message, remedy } of check.run(linted)) {
    const line = lineOf(path);
    if (findings.length === MOST_OF_A_CHECK) {
      const more = `There is more of this; only the first ${MOST_OF_A_CHECK} are listed.`;
      findings.push({ check: check.id, severity, path, line, message: more, remedy });
      break;
    }
    findings.push({ check: check.id, severity, path, line, message, remedy });
  }
  return findings;
}

function tooLong(text: string): LintFinding {
  return {
    check: 'size-limit',
    severity: 'error',
    path: '',
    line: null,
    message: `The document has ${text.length} characters, which no policy may have.`,
    remedy: 'Lint one policy document at a time.',
  };
}

function unreadable(text: string): LintFinding {
  const fault = jsonFault(text);
  const refused = { check: 'refused', severity: 'error', path: '' } as const;
  if (fault === null) {
    return {
      ...refused,
      line: 1,
      message: 'The document is no JSON object.',
      remedy: 'Write it as one JSON object with Version and Statement.',
    };
  }
  const { line, column, message, remedy } = fault;
  return {
    ...refused,
    line,
    message: `The document is no JSON: line ${line}, column ${column}: ${message}.`,
    remedy,
  };
}
