import type { AccessPrincipal } from '../world/access-world.ts';

/** Keys told apart by what they follow from. */
export interface AskedKeys {
  readonly ofCaller: readonly string[];
  readonly ofCall: readonly string[];
}

/** Tells the condition keys that follow from who calls from those that follow from the call. */
export interface KeyScopes {
  /** Equal where the same keys are told apart. */
  readonly id: string;
  /** Keys in any case, each told once and in lower case. */
  split(keys: readonly string[]): AskedKeys;
  followsCaller(key: string): boolean;
}

/** `aws:PrincipalTag/...`, `aws:PrincipalArn`, `aws:username`, `aws:userid`. */
const OF_CALLER: readonly string[] = ['aws:principal', 'aws:user'];

/** Keys that any of the principals brings follow from who calls. */
export function createKeyScopes(principals: readonly Pick<AccessPrincipal, 'keys'>[]): KeyScopes {
  const brought = new Set<string>();
  for (const { keys } of principals) {
    for (const key of Object.keys(keys)) brought.add(key.toLowerCase());
  }
  const families = [...brought].filter((key) => key.endsWith('/*')).map((key) => key.slice(0, -1));
  const starts = [...OF_CALLER, ...families];
  const ofCaller = (key: string) =>
    brought.has(key) || starts.some((start) => key.startsWith(start));
  return {
    id: [...brought].sort().join('\n'),
    followsCaller: (key) => ofCaller(key.toLowerCase()),
    split: (keys) => {
      const lower = [...new Set(keys.map((key) => key.toLowerCase()))].sort();
      return {
        ofCaller: lower.filter(ofCaller),
        ofCall: lower.filter((key) => !ofCaller(key)),
      };
    },
  };
}
