import type { groupings } from '../../shared/api/spend-schemas.ts';

type NamedGrouping = (typeof groupings)[number];
type KeyedGrouping = `tag:${string}` | `metadata:${string}`;

/** By what spend is grouped: a dimension, or the values of one tag or metadata key. */
export type Grouping = NamedGrouping | KeyedGrouping;

interface Dimension {
  readonly name: string;
  readonly plural: string;
}

/** Every dimension of usage with its name for one and for several, in the order they are offered. */
export const DIMENSIONS: Readonly<Record<NamedGrouping, Dimension>> = {
  model: { name: 'Model', plural: 'Models' },
  provider: { name: 'Provider', plural: 'Providers' },
  account: { name: 'Account', plural: 'Accounts' },
  region: { name: 'Region', plural: 'Regions' },
  'destination-region': { name: 'Destination Region', plural: 'Destination Regions' },
  scope: { name: 'Scope', plural: 'Scopes' },
  tier: { name: 'Service tier', plural: 'Service tiers' },
  unit: { name: 'Token type', plural: 'Token types' },
  principal: { name: 'Principal', plural: 'Principals' },
  person: { name: 'Person', plural: 'People' },
  profile: { name: 'Application profile', plural: 'Application profiles' },
  project: { name: 'Project', plural: 'Projects' },
  team: { name: 'Team', plural: 'Teams' },
  guardrail: { name: 'Guardrail', plural: 'Guardrails' },
  agent: { name: 'Agent', plural: 'Agents' },
  'knowledge-base': { name: 'Knowledge base', plural: 'Knowledge bases' },
};

const KEYED = { tag: 'Tag', metadata: 'Metadata' } as const;

/** The groupings that need no key, in the order they are offered. */
export const NAMED_GROUPINGS = Object.keys(DIMENSIONS) as readonly NamedGrouping[];

/** A grouping by its text in the address; null for what is none. */
export function groupingOf(text: string | null): Grouping | null {
  const named = NAMED_GROUPINGS.find((each) => each === text);
  if (named !== undefined) return named;
  const keyed = keyOfGrouping(text ?? '');
  return keyed === null ? null : `${keyed.kind}:${keyed.key}`;
}

/** The key of a grouping by tag or metadata; null for other groupings. */
export function keyOfGrouping(
  grouping: string,
): { readonly kind: keyof typeof KEYED; readonly key: string } | null {
  const match = /^(tag|metadata):([\w\s:@$#=/+,.-]{1,256})$/.exec(grouping);
  const kind = match?.[1] === 'tag' ? 'tag' : 'metadata';
  return match?.[2] === undefined ? null : { kind, key: match[2] };
}

/** A grouping's name: `Model`, `Tag team`. */
export function groupingName(grouping: Grouping): string {
  const keyed = keyOfGrouping(grouping);
  if (keyed !== null) return `${KEYED[keyed.kind]} ${keyed.key}`;
  return NAMED_GROUPINGS.flatMap((each) =>
    each === grouping ? [DIMENSIONS[each].name] : [],
  ).join();
}

/** A grouping's name inside a sentence; AWS writes Region with a capital. */
export function groupingWord(grouping: Grouping): string {
  const name = groupingName(grouping);
  if (name === 'Region') return name;
  return name === 'Destination Region'
    ? 'destination Region'
    : name.charAt(0).toLowerCase() + name.slice(1);
}
