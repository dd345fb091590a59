import { isIpRange } from '../../../shared/access/conditions/ip-range.ts';
import { findConditionKey } from '../../../shared/access/data/service-reference.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { printable } from '../../../shared/model/printable.ts';
import { optionalText, requireRegion, usageError } from '../arguments.ts';
import type { CommandOptions, CommandRun, OptionValues } from '../command.ts';

/** Options of every question about access. */
export const QUESTION_OPTIONS = {
  stream: { type: 'boolean', help: 'for answers that stream: an IAM action of their own' },
  context: {
    type: 'string',
    multiple: true,
    value: 'KEY=VALUE',
    help: 'a condition key that is known of the request, may be repeated:\naws:MultiFactorAuthPresent=true; KEY= says that it has none',
  },
  'assume-unread-allows': {
    type: 'boolean',
    help: 'take policies that could not be read to allow everything',
  },
} as const satisfies CommandOptions;

/** What every question about access is asked with; one Region of `--region`, or any. */
export function questionOf({
  host,
  global,
  values,
}: Pick<CommandRun, 'host' | 'global' | 'values'>): Pick<
  Input<'access.who-can'>,
  'operation' | 'region' | 'context'
> {
  const [region, second] = global.regions;
  if (second !== undefined) throw usageError('One --region is asked about, or none for any.');
  const keys = contextKeys(values);
  for (const key of Object.keys(keys)) noteKey(host, key);
  return {
    operation: values.stream === true ? 'stream' : 'invoke',
    region: region ?? null,
    context: {
      keys,
      assumeUnreadAllows: values['assume-unread-allows'] === true,
    },
  };
}

/** A Region that has to be named, as in a preflight. */
export function regionOf({ global }: Pick<CommandRun, 'global'>): string {
  const [region, second] = global.regions;
  if (region === undefined) throw usageError('--region REGION is missing: where it is called.');
  if (second !== undefined) throw usageError('A call is made in one --region.');
  requireRegion(region, '--region');
  return region;
}

function contextKeys(values: OptionValues): Record<string, string[]> {
  const given = Array.isArray(values.context) ? values.context.map(String) : [];
  const keys = new Map<string, string[]>();
  for (const text of given) {
    const at = text.indexOf('=');
    if (at < 1) throw usageError(`--context is KEY=VALUE, not '${text.slice(0, 80)}'.`);
    const [key, value] = [text.slice(0, at), text.slice(at + 1)];
    requireAddress(key, value);
    keys.set(key, [...(keys.get(key) ?? []), ...(value === '' ? [] : [value])]);
  }
  return Object.fromEntries(keys);
}

/** Keys that hold one address; `KEY=` says that there is none. */
const ADDRESS_KEYS: ReadonlySet<string> = new Set(['aws:sourceip', 'aws:vpcsourceip']);

/** @throws UsageError where a key of addresses holds something else. */
function requireAddress(key: string, value: string): void {
  if (value === '' || !ADDRESS_KEYS.has(key.toLowerCase())) return;
  if (!value.includes('/') && isIpRange(value)) return;
  throw usageError(
    `--context ${key} is one IPv4 or IPv6 address, as 203.0.113.7, not '${value.slice(0, 80)}'.`,
  );
}

/** A key that AWS does not list is taken all the same: a misspelt one changes nothing. */
function noteKey({ err }: CommandRun['host'], key: string): void {
  if (findConditionKey(key) !== null) return;
  const name = printable(key.slice(0, 80));
  err.write(`${name} is no condition key that AWS lists for Bedrock or for all services.\n`);
}

/** The text of an option that names a day count. */
export function daysOf(values: OptionValues): number {
  const text = optionalText(values, 'days') ?? '90';
  const days = Number(text);
  if (/^\d{1,3}$/.test(text) && days >= 1 && days <= 400) return days;
  throw usageError(`--days is a number from 1 to 400, not '${text.slice(0, 80)}'.`);
}
