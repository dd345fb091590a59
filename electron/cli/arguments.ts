import { parseArgs } from 'node:util';
import { AppError } from '../../shared/model/app-error.ts';
import { isRegionCode } from '../../shared/model/region-code.ts';
import type { CommandOption, CommandOptions, GlobalOptions, OptionValues } from './command.ts';

/** Options that stand before or after the command's name. */
export const GLOBAL_OPTIONS = {
  workspace: {
    type: 'string',
    value: 'DIR',
    help: "the workspace's folder, or 'demo' for the simulated account\n(default: ASSAY_WORKSPACE, or Assay's own default workspace)",
  },
  profile: {
    type: 'string',
    value: 'NAME',
    help: 'a profile of the shared AWS configuration (default: AWS_PROFILE)',
  },
  region: {
    type: 'string',
    multiple: true,
    value: 'REGION',
    help: "a Region to read, may be repeated (default: AWS_REGION,\nAWS_DEFAULT_REGION or the profile's)",
  },
  'role-arn': {
    type: 'string',
    value: 'ARN',
    help: "a role to assume with the profile's credentials",
  },
  'organization-role': {
    type: 'string',
    value: 'PATTERN',
    help: 'a role in every other account of the organisation, to read these\ntoo: arn:aws:iam::{account}:role/AssayReader',
  },
  'endpoint-url': {
    type: 'string',
    value: 'URL',
    help: "another endpoint than AWS's own (AWS_ENDPOINT_URL works as well)",
  },
  help: { type: 'boolean', short: 'h', help: "this text, or a command's own" },
  version: { type: 'boolean', short: 'V', help: 'the version' },
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
  const regions = Array.isArray(values.region) ? values.region.map(String) : [];
  for (const region of regions) requireRegion(region, '--region');
  return {
    global: {
      workspace: optionalText(values, 'workspace'),
      profile: optionalText(values, 'profile'),
      regions,
      endpointUrl: optionalText(values, 'endpoint-url'),
      roleArn: optionalText(values, 'role-arn'),
      organizationRole: optionalText(values, 'organization-role'),
    },
    values,
    positionals,
  };
}

/**
 * Refuses what is no Region code; `from` says where it was named.
 * @throws AppError `invalid-input` saying how Regions are written.
 */
export function requireRegion(text: string, from: string): void {
  if (isRegionCode(text)) return;
  const several = from === '--region' ? ' For several, repeat it: --region A --region B.' : '';
  throw usageError(
    `${from} is the code of an AWS Region, as in us-east-1 or eu-central-1, not '${text.slice(0, 80)}'.${several}`,
  );
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

/** The option that says where to listen. */
export const PORT_OPTION = {
  type: 'string',
  value: 'N',
  help: 'the port on 127.0.0.1 (default: any free one)',
} as const satisfies CommandOption;

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
    const parsed = parseArgs({ args: [...rest], options, allowPositionals: true, tokens: true });
    refuseRepeated(parsed.tokens, options);
    return parsed;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw usageError(thrown instanceof Error ? firstSentence(thrown.message) : String(thrown));
  }
}

/** Of two values, one would be taken without a word. */
function refuseRepeated(
  tokens: readonly { readonly kind: string; readonly name?: string }[],
  options: CommandOptions,
): void {
  const seen = new Set<string>();
  for (const { kind, name } of tokens) {
    if (kind !== 'option' || name === undefined || options[name]?.multiple === true) continue;
    if (seen.has(name)) throw usageError(`--${name} is given twice; it takes one value.`);
    seen.add(name);
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
