import { matchesGlob } from '../../model/glob.ts';
import { msOfInstant } from '../../model/period.ts';
import { isArnPattern, matchesArnCondition } from '../matching/match-arn.ts';
import type { Comparison } from '../policy/policy.ts';
import { inIpRange, isIpRange } from './ip-range.ts';

type Compare = (wanted: string, given: string) => boolean;

/** Whether a value of the request stands in a relation to the policy's value; `null` is not among them. */
export const COMPARE: Readonly<Record<Exclude<Comparison, 'null'>, Compare>> = {
  'string-equals': (wanted, given) => wanted === given,
  'string-equals-ignore-case': (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  'string-like': matchesGlob,
  'numeric-equals': numeric((wanted, given) => given === wanted),
  'numeric-less': numeric((wanted, given) => given < wanted),
  'numeric-less-equals': numeric((wanted, given) => given <= wanted),
  'numeric-greater': numeric((wanted, given) => given > wanted),
  'numeric-greater-equals': numeric((wanted, given) => given >= wanted),
  'date-equals': dated((wanted, given) => given === wanted),
  'date-less': dated((wanted, given) => given < wanted),
  'date-less-equals': dated((wanted, given) => given <= wanted),
  'date-greater': dated((wanted, given) => given > wanted),
  'date-greater-equals': dated((wanted, given) => given >= wanted),
  bool: (wanted, given) => {
    const value = given.toLowerCase();
    return TRUTH_VALUES.includes(value) && wanted.toLowerCase() === value;
  },
  'binary-equals': (wanted, given) => wanted === given,
  'ip-address': inIpRange,
  'arn-like': matchesArnCondition,
};

const TRUTH_VALUES: readonly string[] = ['true', 'false'];

/** Whether a policy's value can match at all: `x` is no number, so that nothing is less than it. */
export function canMatch(comparison: Exclude<Comparison, 'null'>, wanted: string): boolean {
  if (comparison.startsWith('numeric-')) return readNumber(wanted) !== null;
  if (comparison.startsWith('date-')) return readDate(wanted) !== null;
  if (comparison === 'ip-address') return isIpRange(wanted);
  if (comparison === 'bool') return TRUTH_VALUES.includes(wanted.toLowerCase());
  return comparison !== 'arn-like' || isArnPattern(wanted);
}

/** What is no number equals nothing and is neither less nor greater. */
function numeric(relation: (wanted: number, given: number) => boolean): Compare {
  return (wanted, given) => {
    const left = readNumber(wanted);
    const right = readNumber(given);
    return left !== null && right !== null && relation(left, right);
  };
}

function dated(relation: (wanted: number, given: number) => boolean): Compare {
  return (wanted, given) => {
    const left = readDate(wanted);
    const right = readDate(given);
    return left !== null && right !== null && relation(left, right);
  };
}

function readNumber(text: string): number | null {
  const trimmed = text.trim();
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : null;
}

const W3C_DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}(?:\.\d+)?))?(Z|[+-]\d{2}:?\d{2}))?)?)?$/;

/** A date of the W3C profile of ISO 8601, or seconds since 1970, in milliseconds. */
function readDate(text: string): number | null {
  const parts = W3C_DATE.exec(text.trim());
  if (parts === null) {
    const seconds = readNumber(text);
    return seconds === null ? null : seconds * 1000;
  }
  const [, year, month = '01', day = '01', time = '00:00', seconds = '00', zone = 'Z'] = parts;
  const ms = msOfInstant(`${year}-${month}-${day}T${time}:${seconds}${offset(zone)}`);
  return Number.isNaN(ms) ? null : ms;
}

function offset(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
}
