import type { Part, Unread } from '../../shared/model/dataset.ts';
import { modelLabel } from '../../shared/model/model-label.ts';
import { unreadText } from '../components/reading-words.ts';
import { shortArn } from '../format.ts';
import type { Fact, Thing, Value } from './entry.ts';

/** What a fact is called, and what it says when there is no value. */
export interface FactName {
  readonly id: string;
  readonly label: string;
  /** `none` unless said. */
  readonly none?: string;
}

/** A fact that AWS tells together with the item. */
export function fact({ id, label, none = 'none' }: FactName, values: readonly Value[]): Fact {
  return { id, label, values, unread: [], none };
}

/** A fact from parts that are read by calls of their own; what was not read says so. */
export function partFact<T>(
  name: FactName,
  parts: readonly Part<T>[],
  valuesOf: (value: T) => readonly Value[],
): Fact {
  const values = parts.flatMap((part) => (part.read ? valuesOf(part.value) : []));
  return { ...fact(name, withoutTwins(values)), unread: unreadOf(parts) };
}

function unreadOf(parts: readonly Part<unknown>[]): readonly Unread[] {
  const known = new Map<string, Unread>();
  for (const part of parts) {
    if (!part.read) known.set(unreadText(part.outcome), part.outcome);
  }
  return [...known.values()];
}

function withoutTwins(values: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return values.filter(({ text, full }) => {
    const key = `${text} ${full ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A value for a text that may be missing. */
export function textValue(text: string | null): readonly Value[] {
  return text === null || text === '' ? [] : [{ text }];
}

/** A value for an ARN or id that may be missing, in few characters. */
export function arnValue(arn: string | null, thing?: Thing): readonly Value[] {
  if (arn === null || arn === '') return [];
  return [{ text: shortArn(arn), full: arn, ...(thing === undefined ? {} : { thing }) }];
}

/** A role by its name; cells leave out the prefixes that AWS gives to service roles. */
export function roleValue(arn: string | null): readonly Value[] {
  if (arn === null || arn === '') return [];
  const name = arn.split('/').at(-1) ?? arn;
  const short = name.replace(/^AmazonBedrock(ExecutionRoleFor|AgentCore)(?=\w)/, '…');
  return [{ text: name, short, full: arn, thing: 'role' }];
}

/** A customer's key by the beginning of its id. */
export function keyValue(arn: string | null): readonly Value[] {
  if (arn === null || arn === '') return [];
  const id =
    arn
      .split(':')
      .at(-1)
      ?.replace(/^key\//, '') ?? arn;
  return [{ text: id.startsWith('alias/') ? id : `${id.slice(0, KEY_CHARACTERS)}…`, full: arn }];
}

const KEY_CHARACTERS = 8;

/** A model by its name. */
export function modelValue(id: string | null): readonly Value[] {
  return id === null ? [] : [{ text: modelLabel(id), full: id, thing: 'model' }];
}

/** A bucket by `s3://` address or ARN. */
export function bucketValue(address: string | null): readonly Value[] {
  if (address === null || address === '') return [];
  const bucket = bucketName(address);
  return [{ text: bucket, full: address, thing: 'bucket' }];
}

/** The bucket of `s3://bucket/key` or `arn:aws:s3:::bucket/key`. */
export function bucketName(address: string): string {
  return address.replace(/^s3:\/\/|^arn:[^:]*:s3:::/, '').split('/')[0] ?? address;
}

/** The names of facts that many kinds of items have. */
export const NAMES = {
  role: { id: 'role', label: 'Role' },
  key: { id: 'key', label: 'Key', none: "AWS's own key" },
  models: { id: 'models', label: 'Model' },
  guardrail: { id: 'guardrail', label: 'Guardrail' },
  status: { id: 'status', label: 'Status', none: 'not told' },
  updated: { id: 'updated', label: 'Updated', none: 'not told' },
  network: { id: 'network', label: 'Network', none: 'not told' },
} as const satisfies Readonly<Record<string, FactName>>;

const BAD_STATUS = /fail|delet|error|unsuccessful|suspend/i;

/** AWS's status in its own word; one that means trouble warns. */
export function statusFact(status: string): Fact {
  return fact(NAMES.status, [{ text: status, ...(BAD_STATUS.test(status) && { warns: true }) }]);
}

/** A time as a fact of its own. */
export function timeFact(name: FactName, at: string | null): Fact {
  return fact(name, at === null ? [] : [{ text: '', at }]);
}

/** A fact in one text, as exports, sorting and searching see it. */
export function factText({ values, unread, none }: Fact): string {
  const told = values.map(({ text, at }) => [text, at ?? ''].filter(Boolean).join(' '));
  const texts = [...told, ...unread.map(unreadText)];
  return texts.length === 0 ? none : texts.join('; ');
}
