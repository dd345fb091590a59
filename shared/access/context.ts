import type { Caller } from './matching/caller.ts';
import { segments } from './matching/match-arn.ts';

/** What is known of one condition key: its values, that the request has none, or nothing. */
export type ContextValue = readonly string[] | 'absent' | 'unknown';

/** The condition keys of one request; keys are told apart without regard to case. */
export interface RequestContext {
  value(key: string): ContextValue;
}

/** What a request context is made of. */
export interface ContextFacts {
  readonly caller: Caller;
  readonly resource: string;
  /** The account that owns the resource, where the ARN does not name it. */
  readonly resourceAccount: string | null;
  /** Keys with their values; an empty list says that the request has none. */
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
  /** True where a key that is not in `keys` is not in the request; otherwise it is unknown. */
  readonly complete: boolean;
  /** What keys begin with that are not in the request unless `keys` has them: `aws:PrincipalTag/`. */
  readonly absentFamilies?: readonly string[];
}

/**
 * The context of a request. What AWS itself puts into every request, and what follows from caller
 * and resource, is filled in where `keys` does not say otherwise.
 */
export function createContext(facts: ContextFacts): RequestContext {
  const known = new Map<string, ContextValue>();
  for (const [key, value] of derivedKeys(facts)) known.set(key, value);
  for (const [key, value] of Object.entries(facts.keys)) {
    const values = typeof value === 'string' ? [value] : value;
    known.set(key.toLowerCase(), values.length === 0 ? 'absent' : values);
  }
  const families = facts.absentFamilies?.map((family) => family.toLowerCase()) ?? [];
  const otherwise = (key: string) =>
    facts.complete || families.some((family) => key.startsWith(family)) ? 'absent' : 'unknown';
  return {
    value: (key) => {
      const lower = key.toLowerCase();
      return known.get(lower) ?? otherwise(lower);
    },
  };
}

const PRINCIPAL_TYPES: Readonly<Partial<Record<Caller['kind'], string>>> = {
  root: 'Account',
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  'federated-user': 'FederatedUser',
};

function derivedKeys(facts: ContextFacts): readonly (readonly [string, ContextValue])[] {
  const { caller, resource, resourceAccount } = facts;
  const owner = resourceAccount ?? segments(resource)[4] ?? '';
  const keys: (readonly [string, ContextValue])[] = [];
  if (owner !== '') keys.push(['aws:resourceaccount', [owner]]);
  const type = PRINCIPAL_TYPES[caller.kind];
  if (caller.kind === 'service') keys.push(['aws:principalisawsservice', ['true']]);
  if (type === undefined) return keys;
  keys.push(
    ['aws:principalarn', caller.principalArn === null ? 'unknown' : [caller.principalArn]],
    ['aws:principalaccount', [caller.account]],
    ['aws:principaltype', [type]],
    ['aws:principalisawsservice', ['false']],
    ['aws:username', caller.kind === 'user' ? [caller.name] : 'absent'],
  );
  return keys;
}
