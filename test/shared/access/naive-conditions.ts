import {
  arnMatches,
  expansions,
  type Maybe,
  same,
  type Token,
  tokensMatch,
} from './naive-patterns.ts';

/**
 * Condition tests, slow and obvious: a key that nobody told takes every value that could matter.
 * IAM User Guide, "Condition operators", "Multivalued context keys" and "Variables and tags".
 */

/** A key's values; an empty list is a key the request does not have, undefined one nobody told. */
export type Lookup = (key: string) => readonly string[] | undefined;

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly wanted: readonly string[];
  readonly variables: boolean;
}

type Worlds = readonly (readonly Token[] | null)[];

/** Whether all of a `Condition` block holds. */
export function conditionHolds(block: unknown, variables: boolean, lookup: Lookup): Maybe {
  let result: Maybe = true;
  for (const [operator, keys] of Object.entries((block ?? {}) as Record<string, object>)) {
    for (const [key, value] of Object.entries(keys)) {
      const wanted = (Array.isArray(value) ? value : [value]).map(String);
      const holds = testHolds({ operator, key, wanted, variables }, lookup);
      if (holds === false) return false;
      if (holds === 'maybe') result = 'maybe';
    }
  }
  return result;
}

function testHolds(test: Test, lookup: Lookup): Maybe {
  const told = lookup(test.key);
  const outcomes = (told === undefined ? guesses(test, lookup) : [told]).map((values) =>
    holdsFor(test, values, lookup),
  );
  return same(outcomes);
}

/** Values that make each wanted value match and fail, alone and together. */
function guesses({ wanted, variables }: Test, lookup: Lookup): readonly (readonly string[])[] {
  const single = wanted.flatMap((text) => {
    const plain = text.replaceAll(/\$\{[^}]*\}/g, 'v').replaceAll('?', 'q');
    const marks = text.replaceAll(/\$\{([*?$])\}/g, '$1');
    return [
      text,
      marks,
      plain.replaceAll('*', ''),
      plain.replaceAll('*', 'z'),
      plain.replace(/\/\d+$/, ''),
    ];
  });
  const brought = wanted.flatMap((text) =>
    expansions(text, { variables, lookup }).map((tokens) =>
      (tokens ?? []).map(({ char }) => char).join(''),
    ),
  );
  const numbers = wanted.flatMap((text) => [String(Number(text) - 1), String(Number(text) + 1)]);
  const others = ['', 'zzz', 'true', 'false', '1', '0', '1000000000000', '-1000000000000'];
  const odd = [
    '0001-01-01T00:00:00Z',
    '9999-01-01T00:00:00Z',
    '255.255.255.254',
    'ffff::1',
    '0.0.0.1',
  ];
  const alone = [...single, ...brought, ...numbers, ...others, ...odd].map((one) => [one]);
  return [[], ...alone, ...single.map((one) => [one, 'zzz'])];
}

function holdsFor(test: Test, values: readonly string[], lookup: Lookup): Maybe {
  const [, quantifier, base, ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(test.operator) ?? [];
  if (base === 'Null')
    return same(
      test.wanted.map((one) => (one.toLowerCase() === 'true') === (values.length === 0)),
      'any',
    );
  if (values.length === 0 && ifExists !== undefined) return true;
  const negated = /Not/.test(base ?? '');
  const positive = (base ?? '').replace('Not', '');
  const one = (value: string): Maybe => {
    const hits = test.wanted.map((wanted) => compare({ positive, value, wanted, test, lookup }));
    return flip(same(hits, 'any'), negated);
  };
  // "a null data set, such as an empty string"
  if (quantifier && values.every((value) => value === '')) return quantifier === 'ForAllValues';
  if (quantifier === 'ForAllValues') return same(values.map(one), 'all');
  if (quantifier === 'ForAnyValue') return same(values.map(one), 'any');
  const any = values.map((value) => flip(one(value), negated));
  return flip(same(any, 'any'), negated);
}

function flip(value: Maybe, really: boolean): Maybe {
  return really && value !== 'maybe' ? !value : value;
}

interface Comparison {
  readonly positive: string;
  readonly value: string;
  readonly wanted: string;
  readonly test: Test;
  readonly lookup: Lookup;
}

function compare({ positive, value, wanted, test, lookup }: Comparison): Maybe {
  if (/^(String|Arn)/.test(positive)) {
    const worlds: Worlds = expansions(wanted, { variables: test.variables, lookup });
    return same(worlds.map((tokens) => tokens !== null && textMatches(positive, value, tokens)));
  }
  if (positive === 'Bool') return isTruth(value) && value.toLowerCase() === wanted.toLowerCase();
  if (positive === 'BinaryEquals') return value === wanted;
  if (positive === 'IpAddress') return ipMatches(value, wanted);
  const read = positive.startsWith('Numeric') ? readNumber : readDate;
  return ordered(positive.replace(/^(Numeric|Date)/, ''), read(value), read(wanted));
}

function textMatches(positive: string, value: string, tokens: readonly Token[]): boolean {
  if (positive === 'StringLike') return tokensMatch(tokens, value);
  if (positive.startsWith('Arn')) return arnMatches(tokens, value);
  const plain = tokens.map((token) => (token.char === 'any' ? token : { ...token, wild: false }));
  if (positive === 'StringEquals') return tokensMatch(plain, value);
  const lower = plain.map(({ char, wild }) => ({ char: char.toLowerCase(), wild }));
  return tokensMatch(lower, value.toLowerCase());
}

function isTruth(text: string): boolean {
  return ['true', 'false'].includes(text.toLowerCase());
}

function ordered(order: string, left: number | null, right: number | null): boolean {
  if (left === null || right === null) return false;
  if (order === 'Equals') return left === right;
  if (order === 'LessThan') return left < right;
  if (order === 'LessThanEquals') return left <= right;
  if (order === 'GreaterThan') return left > right;
  return left >= right;
}

function readNumber(text: string): number | null {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** W3C's formats of ISO 8601, or seconds since 1970. */
function readDate(text: string): number | null {
  if (/^\d{5,}$/.test(text)) return Number(text) * 1000;
  const form = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
  const time = form.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function ipMatches(value: string, wanted: string): boolean {
  const [address, length] = wanted.split('/');
  const left = bits(value);
  const right = bits(address ?? '');
  if (left === null || right === null || left.length !== right.length) return false;
  const prefix = length === undefined ? right.length : Number(length);
  return prefix <= right.length && left.slice(0, prefix) === right.slice(0, prefix);
}

/** An address as a text of 32 or 128 zeros and ones. */
function bits(address: string): string | null {
  if (!address.includes(':')) {
    const parts = address.split('.').map(Number);
    const sound = parts.length === 4 && parts.every((part) => part >= 0 && part <= 255);
    return sound ? parts.map((part) => part.toString(2).padStart(8, '0')).join('') : null;
  }
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? [] : Array(8 - before.length - after.length).fill('0');
  const all = [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
  if (all.length !== 8 || all.some((group) => Number.isNaN(group))) return null;
  return all.map((group) => group.toString(2).padStart(16, '0')).join('');
}
