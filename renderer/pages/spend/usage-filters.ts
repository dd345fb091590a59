import {
  type Filter,
  type FilterValues,
  listFilter,
  readFilters,
  usageFilters,
} from '../../filters.ts';

/** A key that users choose, as of a tag, and the values that are meant. */
export interface KeyedValues {
  readonly key: string;
  readonly values: readonly string[];
}

/** What may stand beside a key that users choose. */
type KeyedName = 'tag' | 'metadata';

/** Values of one tag or metadata key: `tag=team:search`, the key's own colons as `%3A`. */
function keyedFilter(name: KeyedName): Filter<KeyedValues | null> {
  return {
    read(params) {
      const pairs = params.getAll(name).map(readPair);
      const key = pairs.find((pair) => pair !== null)?.key;
      if (key === undefined) return null;
      return { key, values: pairs.flatMap((pair) => (pair?.key === key ? [pair.value] : [])) };
    },
    write(params, chosen) {
      params.delete(name);
      for (const value of chosen?.values ?? []) {
        params.append(name, `${encodeURIComponent(chosen?.key ?? '')}:${value}`);
      }
    },
  };
}

function readPair(text: string): { readonly key: string; readonly value: string } | null {
  const at = text.indexOf(':');
  if (at < 1) return null;
  try {
    return { key: decodeURIComponent(text.slice(0, at)), value: text.slice(at + 1) };
  } catch {
    // Somebody typed a broken escape: no pair, so that the page shows everything.
    return null;
  }
}

/** Every way to narrow usage, as it stands in the address; names are those of the contract. */
export const spendUsageFilters = {
  ...usageFilters,
  providers: listFilter('provider'),
  destinationRegions: listFilter('destination-region'),
  scopes: listFilter('scope'),
  tiers: listFilter('tier'),
  units: listFilter('unit'),
  persons: listFilter('person'),
  profiles: listFilter('profile'),
  projects: listFilter('project'),
  teams: listFilter('team'),
  guardrails: listFilter('guardrail'),
  agents: listFilter('agent'),
  knowledgeBases: listFilter('knowledge-base'),
  tag: keyedFilter('tag'),
  metadata: keyedFilter('metadata'),
} as const;

/** What usage is narrowed to. */
export type UsageValues = FilterValues<typeof spendUsageFilters>;

/** The keys of these filters in an address. */
export const USAGE_KEYS: readonly string[] = [
  'account',
  'region',
  'model',
  'principal',
  'provider',
  'destination-region',
  'scope',
  'tier',
  'unit',
  'person',
  'profile',
  'project',
  'team',
  'guardrail',
  'agent',
  'knowledge-base',
  'tag',
  'metadata',
];

/** Nothing narrowed. */
export const ALL_USAGE: UsageValues = readFilters(spendUsageFilters, '');
