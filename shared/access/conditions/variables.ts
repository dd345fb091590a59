import type { RequestContext } from '../context.ts';

/** A policy value with its variables replaced: a text, or why there is none. */
export type Resolved =
  | { readonly kind: 'text'; readonly text: string }
  /** A variable without a value or default: nothing matches. */
  | { readonly kind: 'nothing' }
  /** A variable of which nothing is known: `*` stands in its place, the most that it could bring. */
  | { readonly kind: 'unknown'; readonly key: string; readonly text: string };

/**
 * Stands for a literal `*` or `?` in a pattern, since those two are wildcards there: noncharacters
 * of Unicode, which no name or value has.
 */
const LITERAL_STAR = '\uFDD0';
const LITERAL_MARK = '\uFDD1';

const VARIABLE = /\$\{([^{}]*)\}/g;
const WITH_DEFAULT = /^\s*([^,\s]+)\s*,\s*'([^']*)'\s*$/;

/** Whether a policy value has a variable; only documents of 2012-10-17 do, in others it is plain text. */
export function hasVariable(value: string): boolean {
  return value.includes('${');
}

/**
 * Replaces the variables of a policy value: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`,
 * and `${*}`, `${?}`, `${$}` for those characters themselves. What a variable brings is literal;
 * compare the result with `literalText` of the other side. A key with several values cannot be a
 * variable. (IAM User Guide, "IAM policy elements: Variables and tags".)
 */
export function resolveVariables(value: string, context: RequestContext): Resolved {
  let unknown: string | null = null;
  let missing = false;
  const text = value.replace(VARIABLE, (_, inner: string) => {
    if (inner === '*' || inner === '?' || inner === '$') return literalText(inner);
    const found = broughtBy(inner, context);
    if (found === 'unknown') {
      unknown ??= keyOf(inner);
      return '*';
    }
    if (found === null) missing = true;
    return literalText(found?.[0] ?? '');
  });
  if (missing) return { kind: 'nothing' };
  return unknown === null ? { kind: 'text', text } : { kind: 'unknown', key: unknown, text };
}

/** A text in which `*` and `?` are those characters, for comparison with a resolved pattern. */
export function literalText(text: string): string {
  return text.replaceAll('*', LITERAL_STAR).replaceAll('?', LITERAL_MARK);
}

/** The condition keys that the variables of a policy value ask for, as they are written. */
export function variableKeys(value: string): readonly string[] {
  if (!hasVariable(value)) return [];
  return [...value.matchAll(VARIABLE)]
    .map(([, inner = '']) => inner)
    .filter((inner) => inner !== '*' && inner !== '?' && inner !== '$')
    .map(keyOf);
}

function keyOf(inner: string): string {
  return WITH_DEFAULT.exec(inner)?.[1] ?? inner.trim();
}

/** The one text that a variable brings. */
function broughtBy(inner: string, context: RequestContext): readonly [string] | 'unknown' | null {
  const [, key = inner.trim(), otherwise] = WITH_DEFAULT.exec(inner) ?? [];
  const value = context.value(key);
  if (value === 'unknown') return 'unknown';
  if (value === 'absent') return otherwise === undefined ? null : [otherwise];
  const [only] = value;
  return value.length === 1 && only !== undefined ? [only] : null;
}
