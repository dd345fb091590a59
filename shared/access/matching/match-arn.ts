import { matchesGlob } from '../../model/glob.ts';

const SEGMENTS = 6;

/**
 * Whether a pattern of a `Resource` element names an ARN, with upper and lower case told apart.
 * `*` and `?` stand within a segment; a `*` that ends its segment may run over colons, and in the
 * last segment, the resource, a colon is a character like others.
 * (IAM User Guide, "IAM JSON policy elements: Resource".) Time is bounded by pattern x ARN.
 */
export function matchesResource(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  // Wildcards that could stand for anything match more, and are told apart quicker.
  if (!matchesGlob(pattern, arn)) return false;
  return !hasInnerWildcard(pattern) || walk(pattern.replace(/\*{2,}/g, '*'), arn);
}

/**
 * Whether a pattern of `ArnLike` or `ArnEquals` names an ARN: each of the six segments is compared
 * for itself, the last one being all that follows the fifth colon.
 * (IAM User Guide, "Condition operators", ARN.)
 */
export function matchesArnCondition(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const wanted = segments(pattern);
  const given = segments(arn);
  if (wanted.length < SEGMENTS || given.length < SEGMENTS) return false;
  return wanted.every((part, index) => matchesGlob(part, given[index] ?? ''));
}

/** Whether a pattern of `ArnLike` can name an ARN: it has all segments, or is `*`. */
export function isArnPattern(pattern: string): boolean {
  return pattern === '*' || segments(pattern).length === SEGMENTS;
}

/** The six parts of an ARN; the last holds its further colons. Fewer where it is no ARN. */
export function segments(arn: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  while (parts.length < SEGMENTS - 1) {
    const colon = arn.indexOf(':', start);
    if (colon < 0) break;
    parts.push(arn.slice(start, colon));
    start = colon + 1;
  }
  parts.push(arn.slice(start));
  return parts;
}

/** A `?`, or a `*` in the middle of a segment, among the first five: those may not take a colon. */
function hasInnerWildcard(pattern: string): boolean {
  let colons = 0;
  for (let at = 0; at < pattern.length && colons < SEGMENTS - 1; at += 1) {
    const letter = pattern[at];
    if (letter === ':') colons += 1;
    if (letter === '?') return true;
    const ends = at + 1 === pattern.length || pattern[at + 1] === ':' || pattern[at + 1] === '*';
    if (letter === '*' && !ends) return true;
  }
  return false;
}

/** All places of the pattern that are reachable, letter by letter of the ARN. */
function walk(pattern: string, arn: string): boolean {
  let reached = afterStars(pattern, new Set([0]));
  let colons = 0;
  for (const letter of arn) {
    const inside = letter === ':' && colons < SEGMENTS - 1;
    const next = new Set<number>();
    for (const at of reached) step({ pattern, at, letter, inside }, next);
    if (next.size === 0) return false;
    if (letter === ':') colons += 1;
    reached = afterStars(pattern, next);
  }
  return reached.has(pattern.length);
}

interface Step {
  readonly pattern: string;
  readonly at: number;
  readonly letter: string;
  /** The letter is a colon between two of the first five segments. */
  readonly inside: boolean;
}

function step({ pattern, at, letter, inside }: Step, next: Set<number>): void {
  const wanted = pattern[at];
  if (wanted === '*') {
    const follows = pattern[at + 1];
    const endsSegment = follows === undefined || follows === ':';
    if (!inside || endsSegment) next.add(at);
  } else if (wanted === '?') {
    if (!inside) next.add(at + 1);
  } else if (wanted === letter) next.add(at + 1);
}

/** A `*` may stand for nothing: what follows it is reached as well. */
function afterStars(pattern: string, places: Set<number>): Set<number> {
  for (const at of places) if (pattern[at] === '*') places.add(at + 1);
  return places;
}
