/**
 * Condition keys with their values; an empty list says that the request has no such key. A name that
 * ends in `/*` with an empty list says so of every key of that family that is not listed itself.
 */
export type ContextKeys = Readonly<Record<string, readonly string[]>>;

const ANY_OTHER = '/*';

/** The name that says of a family of keys that there are no others: `aws:PrincipalTag/*`. */
export function anyOther(family: `${string}/`): string {
  return `${family}*`;
}

/** Keys as a request context takes them. */
export interface SplitKeys {
  readonly keys: ContextKeys;
  /** What keys begin with that the request does not have unless they are listed. */
  readonly absentFamilies: readonly string[];
}

/** Tells the families without further keys from the keys. */
export function splitKeys(all: ContextKeys): SplitKeys {
  const keys: Record<string, readonly string[]> = {};
  const absentFamilies: string[] = [];
  for (const [name, values] of Object.entries(all)) {
    if (values.length === 0 && name.endsWith(ANY_OTHER)) absentFamilies.push(name.slice(0, -1));
    else keys[name] = values;
  }
  return { keys, absentFamilies };
}
