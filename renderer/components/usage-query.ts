import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';

/** The values of the shared filters. */
export interface UsageValues {
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly models: readonly string[];
  readonly principals: readonly string[];
}

/** The shared filters in the order they are offered, with the words for one and for several. */
export const USAGE_PROPERTIES = [
  { key: 'accounts', one: 'Account', many: 'Accounts' },
  { key: 'regions', one: 'Region', many: 'Regions' },
  { key: 'models', one: 'Model', many: 'Models' },
  { key: 'principals', one: 'Principal', many: 'Principals' },
] as const satisfies readonly { key: keyof UsageValues; one: string; many: string }[];

/** Filter values as tokens of a property filter. */
export function queryOf(values: UsageValues): PropertyFilterProps.Query {
  const tokens = USAGE_PROPERTIES.flatMap(({ key }) =>
    values[key].map((value) => ({ propertyKey: key, operator: '=' as const, value })),
  );
  return { operation: 'and', tokens };
}

/** Tokens of a property filter as filter values; values of one property widen, properties narrow. */
export function valuesOf(query: PropertyFilterProps.Query): UsageValues {
  const of = (key: keyof UsageValues): readonly string[] => {
    const values = query.tokens.filter(({ propertyKey }) => propertyKey === key);
    return [...new Set(values.map(({ value }) => String(value)))];
  };
  return {
    accounts: of('accounts'),
    regions: of('regions'),
    models: of('models'),
    principals: of('principals'),
  };
}
