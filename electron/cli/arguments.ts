import { parseArgs } from 'node:util';
import { AppError } from '../../shared/model/app-error.ts';
import type { CommandOptions, GlobalOptions, OptionValues } from './command.ts';

/** Options that stand before or after the command's name. */
export const GLOBAL_OPTIONS = {
  workspace: { type: 'string' },
  profile: { type: 'string' },
  region: { type: 'string', multiple: true },
  'endpoint-url': { type: 'string' },
  'role-arn': { type: 'string' },
  'organization-role': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies CommandOptions;

/** The command's name, with everything else in its order. */
export interface SplitArguments {
  readonly command: string | null;
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** Finds the command among the arguments: the first one that is neither an option nor its value. */
export function splitArguments(argv: readonly string[]): SplitArguments {
  const { tokens, values } = parseArgs({
    args: [...argv],
    options: GLOBAL_OPTIONS,
    strict: false,
    tokens: true,
  });
  const name = tokens.find((token) => token.kind === 'positional');
  return {
    command: name?.value ?? null,
    rest: argv.filter((_, index) => index !== name?.index),
    help: values.help === true,
    version: values.version === true,
  };
}

/** The arguments of one command. */
export interface ParsedArguments {
  readonly global: GlobalOptions;
  readonly values: OptionValues;
  readonly positionals: readonly string[];
}

/**
 * Reads a command's arguments strictly.
 * @throws AppError `invalid-input` naming an unknown option or a missing value.
 */
export function parseCommand(rest: readonly string[], options: CommandOptions): ParsedArguments {
  const { values, positionals } = parseStrictly(rest, { ...options, ...GLOBAL_OPTIONS });
  const regions = values.region;
  return {
    global: {
      workspace: optionalText(values, 'workspace'),
      profile: optionalText(values, 'profile'),
      regions: Array.isArray(regions) ? regions.map(String) : [],
      endpointUrl: optionalText(values, 'endpoint-url'),
      roleArn: optionalText(values, 'role-arn'),
      organizationRole: optionalText(values, 'organization-role'),
    },
    values,
    positionals,
  };
}

/** The value of a text option; null when it is absent. */
export function optionalText(values: OptionValues, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' ? value : null;
}

/**
 * The value of an option that takes one of a few words.
 * @throws AppError `invalid-input` naming the words.
 */
export function choice<const C extends string>(
  values: OptionValues,
  name: string,
  choices: readonly [C, ...C[]],
): C {
  const value = optionalText(values, name);
  if (value === null) return choices[0];
  const chosen = choices.find((word) => word === value);
  if (chosen !== undefined) return chosen;
  throw usageError(`--${name} is one of ${choices.join(', ')}, not '${value}'.`);
}

/**
 * The port to listen on; 0 (any free one) when it is absent.
 * @throws AppError `invalid-input` when it is not a port.
 */
export function portOf(values: OptionValues): number {
  const text = optionalText(values, 'port') ?? '0';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw usageError(`--port is a number from 0 to 65535, not '${text}'.`);
}

/**
 * The only positional argument of a command.
 * @throws AppError `invalid-input` when it is missing or not alone.
 */
export function onlyPositional(positionals: readonly string[], name: string): string {
  const [first, second] = positionals;
  if (first === undefined || first === '') throw usageError(`<${name}> is missing.`);
  if (second !== undefined) throw usageError(`'${second}' is one argument too many.`);
  return first;
}

/** @throws AppError `invalid-input` when a command that takes no arguments got one. */
export function noPositionals(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first !== undefined) throw usageError(`'${first}' is one argument too many.`);
}

/** A wrong call of the command line: exit code 2. */
export function usageError(message: string): AppError {
  return new AppError('invalid-input', message);
}

function parseStrictly(
  rest: readonly string[],
  options: CommandOptions,
): { readonly values: OptionValues; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...rest], options, allowPositionals: true });
  } catch (thrown) {
    throw usageError(thrown instanceof Error ? firstSentence(thrown.message) : String(thrown));
  }
}

/** Node adds advice about `--` that is of no use for a command with options. */
function firstSentence(message: string): string {
  return `${message.replace(/\. .*$/s, '').replace(/\.$/, '')}.`;
}

/**
 * Some of a list of words, given comma-separated; answered in the list's order.
 * @throws AppError `invalid-input` naming what is none of them.
 */
export function someOf<const T extends string>(
  text: string,
  { option, allowed }: { readonly option: string; readonly allowed: readonly T[] },
): T[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !allowed.some((word) => word === name));
  if (unknown.length > 0) {
    throw usageError(
      `${option} takes ${allowed.join(', ')}; '${unknown.join(', ')}' is none of them.`,
    );
  }
  return allowed.filter((word) => names.includes(word));
}
