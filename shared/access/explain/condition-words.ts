import type { OpenPoint } from '../evaluate/apply-statement.ts';
import { type Operator, readOperator } from '../policy/operators.ts';

/**
 * What a condition asks of a request, to stand after "allowed only" or "denied": `from
 * 203.0.113.0/24`, `with multi-factor authentication`, `where aws:userid is like AROA*`. A condition
 * that also holds where the request has no such key says so: Not forms, `IfExists` and
 * `ForAllValues` do. (IAM User Guide, "Condition operators" and "Multivalued context keys".)
 */
export function conditionPhrase({ operator, key, values }: OpenPoint): string {
  if (operator === 'Resource')
    return `where ${key} makes ${listed(values, 'or')} name the resource`;
  const read = readOperator(operator);
  if (read === null) return `where ${operator} of ${key} holds for ${listed(values, 'or')}`;
  const known = KEYS[key.toLowerCase()] ?? null;
  if (read.comparison === 'null') return nullPhrase(known?.noun ?? key, values);
  const asked = { read, key, values };
  return multiFactor(asked) ?? knownPhrase(known, asked) ?? genericPhrase(asked);
}

/** How a key that readers meet often is spoken of. */
interface KeyWords {
  readonly is: string;
  readonly isNot: string;
  /** What the request has where it has the key. */
  readonly noun: string;
}

const KEYS: Readonly<Record<string, KeyWords>> = {
  'aws:sourceip': { is: 'from', isNot: 'from anywhere but', noun: 'a source address' },
  'aws:sourcevpc': { is: 'from VPC', isNot: 'from any VPC but', noun: 'a VPC' },
  'aws:sourcevpce': {
    is: 'through VPC endpoint',
    isNot: 'through any VPC endpoint but',
    noun: 'a VPC endpoint',
  },
  'aws:requestedregion': { is: 'in Region', isNot: 'in any Region but', noun: 'a Region' },
  'bedrock:guardrailidentifier': {
    is: 'with guardrail',
    isNot: 'with any guardrail but',
    noun: 'a guardrail',
  },
  'bedrock:inferenceprofilearn': {
    is: 'through inference profile',
    isNot: 'through any inference profile but',
    noun: 'an inference profile',
  },
  'bedrock:promptrouterarn': {
    is: 'through prompt router',
    isNot: 'through any prompt router but',
    noun: 'a prompt router',
  },
  'bedrock:servicetier': {
    is: 'in service tier',
    isNot: 'in any service tier but',
    noun: 'a service tier',
  },
};

interface Asked {
  readonly read: Operator;
  readonly key: string;
  readonly values: readonly string[];
}

const MFA = 'aws:multifactorauthpresent';
const MFA_NOUN = 'multi-factor authentication';

/** Long-term credentials do not tell whether there was a second factor, so the key is absent there. */
function multiFactor({ read, key, values }: Asked): string | null {
  const [value, ...others] = values;
  if (key.toLowerCase() !== MFA || read.comparison !== 'bool' || read.quantifier !== null) {
    return null;
  }
  if (value === undefined || others.length > 0) return null;
  const wanted = value.toLowerCase();
  if (wanted !== 'true' && wanted !== 'false') return null;
  const word = wanted === 'true' ? 'with' : 'without';
  return `${word} ${MFA_NOUN}${read.ifExists ? ', or with credentials that do not tell' : ''}`;
}

/** Null where the key is not one of them, or the operator asks more than whether it is a value. */
function knownPhrase(known: KeyWords | null, asked: Asked): string | null {
  const { read, values } = asked;
  if (known === null || read.quantifier !== null || !LIKE_IS.has(read.comparison)) return null;
  if (values.length === 0) return null;
  const wild = read.comparison === 'string-like' || read.comparison === 'arn-like';
  const any = wild && values.includes('*');
  if (any && read.negated) return `without ${known.noun}`;
  const verb = read.negated ? known.isNot : known.is;
  const phrase = any
    ? `with ${known.noun}`
    : `${verb} ${listed(values, read.negated ? 'and' : 'or')}`;
  return `${phrase}${holdsWithoutKey(read) ? `, or without ${known.noun}` : ''}`;
}

const LIKE_IS: ReadonlySet<Operator['comparison']> = new Set<Operator['comparison']>([
  'string-equals',
  'string-like',
  'arn-like',
  'ip-address',
]);

const VERBS: Readonly<Record<Exclude<Operator['comparison'], 'null'>, string>> = {
  'string-equals': '',
  'string-equals-ignore-case': 'in any case ',
  'string-like': 'like ',
  'numeric-equals': 'the number ',
  'numeric-less': 'less than ',
  'numeric-less-equals': 'at most ',
  'numeric-greater': 'greater than ',
  'numeric-greater-equals': 'at least ',
  'date-equals': 'the time ',
  'date-less': 'before ',
  'date-less-equals': 'at or before ',
  'date-greater': 'after ',
  'date-greater-equals': 'at or after ',
  bool: '',
  'binary-equals': 'the bytes ',
  'ip-address': 'within ',
  'arn-like': 'like ',
};

function genericPhrase({ read, key, values }: Asked): string {
  const { comparison, negated, quantifier } = read;
  const what = comparison === 'null' ? '' : VERBS[comparison];
  const wanted = `${what}${listed(values, 'or')}`;
  const not = negated ? 'not ' : '';
  const without = holdsWithoutKey(read) ? `, or without ${key}` : '';
  if (quantifier === 'any') return `where a value of ${key} is ${not}${wanted}${without}`;
  if (quantifier === null) return `where ${key} is ${not}${wanted}${without}`;
  const which = negated ? 'no' : 'every';
  return `where ${which} value of ${key} is ${wanted}${without}`;
}

function nullPhrase(noun: string, values: readonly string[]): string {
  const asks = (wanted: string) => values.some((value) => value.toLowerCase() === wanted);
  if (asks('true') && asks('false')) return `with or without ${noun}`;
  if (asks('true')) return `without ${noun}`;
  return asks('false') ? `with ${noun}` : `where Null of ${noun} is ${listed(values, 'or')}`;
}

/** Whether a condition holds for a request that does not have its key. */
function holdsWithoutKey({ ifExists, quantifier, negated }: Operator): boolean {
  return ifExists || quantifier === 'all' || (quantifier === null && negated);
}

function listed(values: readonly string[], word: 'and' | 'or'): string {
  const last = values.at(-1);
  if (last === undefined) return 'nothing';
  return values.length === 1 ? last : `${values.slice(0, -1).join(', ')} ${word} ${last}`;
}
