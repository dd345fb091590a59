/** True, false, or dependent on a value that nobody told. */
export type Maybe = boolean | 'maybe';

/** One character of a pattern; `wild` where `*` or `?` is no mere character, or `any` for any text at all. */
export interface Token {
  readonly char: string;
  readonly wild: boolean;
}

/** Many outcomes as one: what all agree on; with `any` or `all`, Kleene's or and and. */
export function same(outcomes: readonly Maybe[], join?: 'any' | 'all'): Maybe {
  if (join === undefined) {
    const [first = 'maybe'] = outcomes;
    return outcomes.every((one) => one === first) ? first : 'maybe';
  }
  const decisive = join === 'any';
  if (outcomes.includes(decisive)) return decisive;
  return outcomes.includes('maybe') ? 'maybe' : !decisive;
}

interface Substitution {
  /** False in documents of 2008-10-17, where variables are plain text. */
  readonly variables: boolean;
  readonly lookup: (key: string) => readonly string[] | undefined;
}

/**
 * Every pattern that a text may become; null where a variable has no value. IAM User Guide,
 * "Variables and tags": what a variable brings is literal, as are `${*}`, `${?}` and `${$}`.
 */
export function expansions(text: string, how: Substitution): readonly (readonly Token[] | null)[] {
  if (text === '') return [[]];
  const [whole = '', inner = ''] = (how.variables && /^\$\{([^}]*)\}/.exec(text)) || [];
  if (whole === '') {
    const char = text.charAt(0);
    const wild = char === '*' || char === '?';
    return joined([[{ char, wild }]], expansions(text.slice(1), how));
  }
  return joined(values(inner, how), expansions(text.slice(whole.length), how));
}

function joined(
  heads: readonly (readonly Token[] | null)[],
  tails: readonly (readonly Token[] | null)[],
): readonly (readonly Token[] | null)[] {
  return heads.flatMap((head) =>
    tails.map((tail) => (head === null || tail === null ? null : [...head, ...tail])),
  );
}

function values(inner: string, { lookup }: Substitution): readonly (readonly Token[] | null)[] {
  if (inner === '*' || inner === '?' || inner === '$') return [literal(inner)];
  const [, key = '', , fallback] = /^([^,]*?)\s*(,\s*'(.*)')?\s*$/.exec(inner) ?? [];
  const none = fallback === undefined ? null : literal(fallback);
  const told = lookup(key);
  if (told === undefined) return [none, [{ char: 'any', wild: true }], literal('\u0001')];
  return [told.length === 1 ? literal(told[0] ?? '') : told.length === 0 ? none : null];
}

function literal(text: string): readonly Token[] {
  return [...text].map((char) => ({ char, wild: false }));
}

/** Whether a pattern matches a whole text; `*` and `?` take any character. */
export function tokensMatch(tokens: readonly Token[], text: string, at = 0, from = 0): boolean {
  const first = tokens[at];
  if (first === undefined) return from === text.length;
  if (first.wild && first.char !== '?') {
    if (tokensMatch(tokens, text, at + 1, from)) return true;
    return from < text.length && tokensMatch(tokens, text, at, from + 1);
  }
  const fits = from < text.length && (first.wild || first.char === text.charAt(from));
  return fits && tokensMatch(tokens, text, at + 1, from + 1);
}

/** ArnLike: each of the six parts by itself; "*" alone is any ARN. */
export function arnMatches(tokens: readonly Token[], text: string): boolean {
  if (tokens.length === 1 && tokens[0]?.wild && tokens[0].char === '*') return true;
  const patterns = sixParts(tokens, (token) => token.char === ':');
  const texts = sixParts([...text], (char) => char === ':');
  if (patterns.length !== 6 || texts.length !== 6) return false;
  return patterns.every((pattern, at) => tokensMatch(pattern, (texts[at] ?? []).join('')));
}

function sixParts<T>(
  items: readonly T[],
  isColon: (item: T) => boolean,
): readonly (readonly T[])[] {
  const result: T[][] = [[]];
  for (const item of items) {
    if (isColon(item) && result.length < 6) result.push([]);
    else result.at(-1)?.push(item);
  }
  return result;
}

/**
 * `Resource`: wildcards stand within a segment, but a `*` that ends its segment may run on over
 * colons, and after the fifth colon a colon is a character like others.
 */
export function resourceMatches(tokens: readonly Token[], text: string): boolean {
  const colonsBefore = tokens.map((_, at) => tokens.slice(0, at).filter(isColon).length);
  const match = (at: number, from: number): boolean => {
    const token = tokens[at];
    if (token === undefined) return from === text.length;
    const free = (colonsBefore[at] ?? 0) >= 5 || token.char === 'any';
    const next = text.charAt(from);
    const more = from < text.length;
    if (token.wild && token.char !== '?') {
      const last = tokens[at + 1] === undefined || tokens[at + 1]?.char === ':';
      if (match(at + 1, from)) return true;
      return more && (free || last || next !== ':') && match(at, from + 1);
    }
    const fits = more && (token.wild ? free || next !== ':' : token.char === next);
    return fits && match(at + 1, from + 1);
  };
  return match(0, 0);
}

function isColon({ char }: Token): boolean {
  return char === ':';
}
