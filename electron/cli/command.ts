import type { ParseArgsConfig } from 'node:util';
import type { createBackend } from '../backend/create-backend.ts';
import type { Install } from '../backend/install.ts';
import type { Log } from '../backend/log.ts';
import type { Terminal } from '../backend/terminal/job-lines.ts';
import type { ExitCode } from './exit-code.ts';

/** What the command line runs on; the process in earnest, buffers in tests. */
export interface CliHost {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data. */
  readonly out: (text: string) => void;
  /** Resolves when stdout can take more, so that much data needs little memory. */
  readonly drained?: () => Promise<void>;
  /** Progress, notes and errors. */
  readonly err: Terminal;
  /** How many columns a table for people may take. */
  readonly width: number;
  readonly home: string;
  readonly install: Install;
  readonly log: Log;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly openBackend: typeof createBackend;
}

/** Options that every command takes. */
export interface GlobalOptions {
  readonly workspace: string | null;
  readonly profile: string | null;
  readonly regions: readonly string[];
  readonly endpointUrl: string | null;
  readonly roleArn: string | null;
  /** The role in each account of the organisation: `arn:aws:iam::{account}:role/AssayReader`. */
  readonly organizationRole: string | null;
}

/** Values of the options of one command, by name. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** An option as `node:util` parses it, with what help says about it. */
export type CommandOption = NonNullable<ParseArgsConfig['options']>[string] & {
  /** What stands for its value, as in `--month YYYY-MM`; absent where it has none. */
  readonly value?: string;
  /** What it does and what holds without it, in lines that fit beside the name. */
  readonly help: string;
};

/** Options of a command by name. */
export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** What one run of a command is given. */
export interface CommandRun {
  readonly host: CliHost;
  readonly global: GlobalOptions;
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

/** One command of `assay`, in a file of its own. */
export interface Command {
  /** Name and arguments, as in `import <folder>`; options are listed below it. */
  readonly usage: string;
  /** Said by `assay help <command>`, one paragraph; its lines are wrapped. */
  readonly details: string;
  readonly options: CommandOptions;
  run(run: CommandRun): Promise<ExitCode>;
}
