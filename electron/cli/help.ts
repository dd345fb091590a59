import { wrapText } from '../../shared/reports/table-wrap.ts';
import { GLOBAL_OPTIONS } from './arguments.ts';
import type { Command, CommandOption, CommandOptions } from './command.ts';
import { commands } from './commands.ts';
import { FORMAT_OPTION } from './output.ts';

const EXIT_CODES = `Exit codes: 0 ok · 1 findings at or above the limit · 2 wrong usage · 3 AWS or I/O failure,
partial results are kept · 130 interrupted. Data goes to stdout, progress and notes to stderr.
`;

/** Every format that a command has; its own help says which. */
const ANY_FORMAT = {
  ...FORMAT_OPTION,
  help: `${FORMAT_OPTION.help};\nxlsx with --out (report, query), ndjson (prices)`,
} as const;

/** What `assay help` says. */
export function generalHelp(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}\n`,
  );
  return `Assay reads Amazon Bedrock's cost, access and audit data; it changes nothing in AWS.

Usage: assay <command> [options]

${lines.join('')}  ${'help'.padEnd(width)}  explain a command: assay help <command>

Options of every command:
${optionLines(GLOBAL_OPTIONS)}
Options of commands that print data:
${optionLines({ format: ANY_FORMAT })}
${EXIT_CODES}`;
}

/** What `assay help <command>` says. */
export function commandHelp(command: Command): string {
  const own = optionLines(command.options);
  const options = own === '' ? '' : `Options:\n${own}\n`;
  const all = `Options of every command:\n${optionLines(GLOBAL_OPTIONS)}\n`;
  const usage = `Usage: assay ${command.usage}${own === '' ? '' : ' [options]'}`;
  const lines = command.details.split('\n').flatMap((line) => wrapText(line, HELP_WIDTH));
  return `${usage}\n\n${lines.join('\n')}\n\n${options}${all}${EXIT_CODES}`;
}

const HELP_WIDTH = 100;
/** Names of this length and less have their explanation beside them. */
const NAME_WIDTH = 20;

function optionLines(options: CommandOptions): string {
  return Object.entries(options)
    .map(([name, option]) => optionText(nameOf(name, option), option.help))
    .join('');
}

function nameOf(name: string, { short, value }: CommandOption): string {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return value === undefined ? names : `${names} ${value}`;
}

function optionText(name: string, help: string): string {
  const indent = `\n${' '.repeat(NAME_WIDTH + 4)}`;
  const gap = name.length > NAME_WIDTH ? indent : '  '.padStart(NAME_WIDTH + 2 - name.length);
  return `  ${name}${gap}${help.replaceAll('\n', indent)}\n`;
}
