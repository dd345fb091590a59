import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { DIMENSIONS, NAMED_GROUPINGS } from '../../spend/grouping.ts';
import { ALL_USAGE, type KeyedValues, type UsageValues } from './usage-filters.ts';
import { FILTER_OF } from './usage-input.ts';

const OPERATORS = [{ operator: '=', tokenType: 'enum' }] as const;
const KEYED = ['tag', 'metadata'] as const;

/** What the filter bar offers: every dimension, and the values of a chosen tag or metadata key. */
export function usageProperties(
  values: UsageValues,
): readonly PropertyFilterProps.FilteringProperty[] {
  const named = NAMED_GROUPINGS.map((key) => ({
    key,
    propertyLabel: DIMENSIONS[key].name,
    groupValuesLabel: DIMENSIONS[key].plural,
    operators: OPERATORS,
  }));
  const keyed = KEYED.flatMap((kind) => {
    const key = values[kind]?.key;
    const label = `${kind === 'tag' ? 'Tag' : 'Metadata'} ${key ?? ''}`;
    return key === undefined
      ? []
      : [
          {
            key: `${kind}:${key}`,
            propertyLabel: label,
            groupValuesLabel: `Values of ${label}`,
            operators: OPERATORS,
          },
        ];
  });
  return [...named, ...keyed];
}

/** Filter values as tokens, one for each dimension that narrows. */
export function tokensOf(values: UsageValues): PropertyFilterProps.Query {
  const named = NAMED_GROUPINGS.map((key) => ({ key, list: values[FILTER_OF[key]] }));
  const keyed = KEYED.map((kind) => ({
    key: `${kind}:${values[kind]?.key ?? ''}`,
    list: values[kind]?.values ?? [],
  }));
  const tokens = [...named, ...keyed]
    .filter(({ list }) => list.length > 0)
    .map(({ key, list }) => ({ propertyKey: key, operator: '=' as const, value: [...list] }));
  return { operation: 'and', tokens };
}

/** Tokens as filter values: values of one dimension widen, dimensions narrow. */
export function valuesOf({ tokens }: PropertyFilterProps.Query): UsageValues {
  const chosen = (property: string): readonly string[] => [
    ...new Set(
      tokens
        .filter(({ propertyKey }) => propertyKey === property)
        .flatMap(({ value }) => (Array.isArray(value) ? value : [value]))
        .map(String)
        .filter((value) => value !== ''),
    ),
  ];
  const named = NAMED_GROUPINGS.map((key) => [FILTER_OF[key], chosen(key)]);
  return { ...ALL_USAGE, ...Object.fromEntries(named), ...keyedOf(tokens, chosen) };
}

function keyedOf(
  tokens: readonly PropertyFilterProps.Token[],
  chosen: (property: string) => readonly string[],
): Pick<UsageValues, 'tag' | 'metadata'> {
  const of = (kind: (typeof KEYED)[number]): KeyedValues | null => {
    const property = tokens.find(({ propertyKey }) => propertyKey?.startsWith(`${kind}:`));
    const values = chosen(property?.propertyKey ?? '');
    if (property?.propertyKey === undefined || values.length === 0) return null;
    return { key: property.propertyKey.slice(kind.length + 1), values };
  };
  return { tag: of('tag'), metadata: of('metadata') };
}
