import type { LeastPrivilegeAnswer } from '../../../shared/api/access-answers.ts';
import { unwrap } from '../../../shared/api/result.ts';
import { groupThousands } from '../../../shared/model/group-thousands.ts';
import { printable } from '../../../shared/model/printable.ts';
import { choice, optionalText, usageError } from '../arguments.ts';
import type { CliHost, CommandOptions, CommandRun } from '../command.ts';
import { refuseOtherEnding, writeOut } from '../delivery.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBackend, workspaceOf } from '../session.ts';
import { daysOf } from './question.ts';

/** Options of `assay policy` that are about a principal. */
export const POLICY_FOR_OPTIONS = {
  for: {
    type: 'string',
    value: 'PRINCIPAL',
    help: 'instead: the least policy of a user or role that allows what it\nwas seen to call; an ARN, or a name that only one has',
  },
  days: { type: 'string', value: 'N', help: 'of --for: calls of how many days (default: 90)' },
  guardrail: {
    type: 'string',
    value: 'ARN',
    help: 'of --for: a guardrail that every call has to carry (default: the\none that every call carried, if any)',
  },
} as const satisfies CommandOptions;

/** Prints the policy that allows a principal what it was seen to call, and what was proven of it. */
export async function policyFor(
  { host, global, values }: Omit<CommandRun, 'positionals'>,
  principalArn: string,
): Promise<ExitCode> {
  for (const other of ['feature', 'missing', 'partition', 'parts']) {
    if (values[other] !== undefined) throw usageError(`--for has no --${other}.`);
  }
  const format = choice(values, 'format', ['json', 'terraform', 'cloudformation']);
  const out = optionalText(values, 'out');
  if (out === '') throw usageError('--out FILE is the name of a file.');
  if (values.format === undefined) refuseOtherEnding(out, ['json']);
  const guardrailArn = optionalText(values, 'guardrail');
  const input = { principalArn, days: daysOf(values), guardrailArn };
  const session = { workspace: workspaceOf(host, global), readOnly: true };
  return withBackend(host, session, async ({ call }) => {
    const answer = unwrap(await call('access.least-privilege', input));
    const text = `${textIn(answer, format).trimEnd()}\n`;
    if (out === null) host.out(text);
    else await writeOut(out, text);
    tellProof(host, answer);
    return answer.proof.notAllowed.length > 0 ? EXIT.failed : EXIT.ok;
  });
}

function textIn(
  { json, terraform, cloudFormation }: LeastPrivilegeAnswer,
  format: 'json' | 'terraform' | 'cloudformation',
): string {
  if (format === 'json') return json;
  return format === 'terraform' ? terraform : cloudFormation;
}

function tellProof({ err }: CliHost, { proof, notes, window }: LeastPrivilegeAnswer): void {
  const number = (value: number) => groupThousands(String(value));
  const { observedCalls, observedKinds, deniedRoutes, catalogueRoutes } = proof;
  err.write(
    `${number(observedCalls)} calls of ${observedKinds} ${observedKinds === 1 ? 'kind' : 'kinds'} since ${window.from}: ` +
      `${proof.notAllowed.length === 0 ? 'all' : 'not all'} allowed. ` +
      `${number(deniedRoutes)} of ${number(catalogueRoutes)} ways to call a model are denied.\n`,
  );
  const lines = [
    ...proof.notAllowed.map((text) => `Not allowed: ${text}`),
    ...proof.alsoAllowed.map((text) => `Also allowed: ${text}`),
    ...notes,
  ];
  for (const line of lines) err.write(`${printable(line)}\n`);
}
