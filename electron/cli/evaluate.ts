import { answerCase } from '../../shared/access/cases/answer-case.ts';
import { CaseError, readCase } from '../../shared/access/cases/read-case.ts';
import { noPositionals, optionalText, usageError } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { textLines } from './text-lines.ts';

/** Policies of one request have at most some hundred thousand characters. */
const LONGEST = 8_000_000;

/** Decides access requests, each by the policies that its case brings along. */
export const evaluate: Command = {
  usage: 'evaluate --cases FILE',
  details:
    'Decides requests as AWS would: newline-delimited JSON, one case a line,\n{"id","principal","action","resource","resourceAccount"?,"context"?,"identityPolicies"?,"boundary"?,\n"scps"?,"rcps"?,"resourcePolicy"?,"sessionPolicies"?,"contextComplete"?} (docs/access.md has an example). One line is answered for each, in their order: {"id","decision","by","statements",\n"conditions"}, or {"id"?,"line","invalid"} with what is wrong; then the exit code is 1. Nothing is read but the file: no workspace, no account.',
  options: {
    cases: { type: 'string', value: 'FILE', help: 'the cases; - is standard input' },
  },
  async run({ host, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const file = optionalText(values, 'cases');
    if (file === null || file === '') throw usageError('--cases FILE is missing.');
    let line = 0;
    let invalid = 0;
    for await (const texts of textLines(file, { what: 'cases', longest: LONGEST })) {
      const answers = texts.map((text) => {
        line += 1;
        return text.trim() === '' ? null : answerOf(text, line);
      });
      invalid += answers.filter((answer) => answer !== null && 'invalid' in answer).length;
      host.out(
        answers.map((answer) => (answer === null ? '' : `${JSON.stringify(answer)}\n`)).join(''),
      );
      await host.drained?.();
      host.signal.throwIfAborted();
    }
    if (invalid === 0) return EXIT.ok;
    host.err.write(`${invalid} of the lines could not be read; each is answered as invalid.\n`);
    return EXIT.findings;
  },
};

function answerOf(text: string, line: number): object {
  if (text.length > LONGEST) return { line, invalid: `has more than ${LONGEST} characters` };
  let value: unknown = null;
  try {
    value = JSON.parse(text);
    return answerCase(readCase(value));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof CaseError)) throw error;
    return { ...idOf(value), line, invalid: error.message };
  }
}

function idOf(value: unknown): { readonly id?: string } {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? { id } : {};
}
