import { toApiError } from '../../shared/api/result.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { parseCommand, splitArguments, usageError } from './arguments.ts';
import type { CliHost, Command } from './command.ts';
import { type CommandEntry, commands } from './commands.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { commandHelp, generalHelp } from './help.ts';
import { errorLine } from './output.ts';

/** Runs one command line and answers its exit code; errors become one sentence on stderr. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  try {
    return await runArguments(argv, host);
  } catch (thrown) {
    if (host.signal.aborted) return EXIT.interrupted;
    if (!(thrown instanceof AppError)) host.log.info('A command failed unexpectedly', { thrown });
    host.err.write(errorLine(toApiError(thrown).message));
    const code = exitCodeOf(thrown);
    if (code === EXIT.usage) host.err.write(`See \`${helpFor(argv)}\`.\n`);
    return code;
  }
}

/** The help that fits a wrong call: the command's own, where there is one. */
function helpFor(argv: readonly string[]): string {
  const { command } = splitArguments(argv);
  const known = command !== null && Object.hasOwn(commands, command);
  return known ? `assay help ${command}` : 'assay help';
}

async function runArguments(argv: readonly string[], host: CliHost): Promise<ExitCode> {
  const { command: name, rest, help, version } = splitArguments(argv);
  if (version) return say(host, `assay ${host.install.version}\n`);
  if (name === null && argv.length > 0 && !help) throw usageError('A command is missing.');
  if (name === null) return say(host, generalHelp());
  if (name === 'help') return say(host, await helpText(parseCommand(rest, {}).positionals[0]));
  const command = await entryOf(name).load();
  if (help) return say(host, commandHelp(command));
  return runCommand(command, rest, host);
}

function runCommand(command: Command, rest: readonly string[], host: CliHost): Promise<ExitCode> {
  return command.run({ host, ...parseCommand(rest, command.options) });
}

async function helpText(name: string | undefined): Promise<string> {
  return name === undefined ? generalHelp() : commandHelp(await entryOf(name).load());
}

function entryOf(name: string): CommandEntry {
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry !== undefined) return entry;
  throw usageError(`There is no command '${name.slice(0, 80)}'.`);
}

function say(host: CliHost, text: string): ExitCode {
  host.out(text);
  return EXIT.ok;
}
