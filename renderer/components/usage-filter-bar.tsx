import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import { useRef } from 'react';
import { useAnswer } from '../queries/use-answer.ts';
import { usePeriod } from '../workspace.ts';
import { queryOf, USAGE_PROPERTIES, type UsageValues, valuesOf } from './usage-query.ts';
import { useShortcut } from './use-shortcut.ts';

interface UsageFilterBarProps {
  readonly values: UsageValues;
  readonly onChange: (values: UsageValues) => void;
}

/** Narrows a page about use to accounts, Regions, models and principals; `/` goes there. */
export function UsageFilterBar({ values, onChange }: UsageFilterBarProps) {
  const filter = useRef<PropertyFilterProps.Ref>(null);
  const options = useOptions();
  useShortcut('/', () => filter.current?.focus());
  return (
    <PropertyFilter
      ref={filter}
      query={queryOf(values)}
      onChange={({ detail }) => onChange(valuesOf(detail))}
      filteringProperties={USAGE_PROPERTIES.map(({ key, one, many }) => ({
        key,
        propertyLabel: one,
        groupValuesLabel: many,
        operators: ['='],
      }))}
      filteringOptions={options}
      filteringPlaceholder="Filter by account, Region, model or principal"
      filteringAriaLabel="Filter use"
      disableFreeTextFiltering
      hideOperations
      expandToViewport
    />
  );
}

function useOptions(): readonly PropertyFilterProps.FilteringOption[] {
  const [period] = usePeriod();
  const facets = useAnswer('events.facets', { ...period }, { keepPrevious: true }).data;
  const models = useAnswer('models.list', {}).data ?? [];
  const option = (propertyKey: string) => (each: { readonly value: string }) => ({
    propertyKey,
    value: each.value,
  });
  return [
    ...(facets?.accounts ?? []).map(option('accounts')),
    ...(facets?.regions ?? []).map(option('regions')),
    ...models
      .filter(({ calls30d }) => calls30d > 0)
      .map(({ modelId, label }) => ({ propertyKey: 'models', value: modelId, label })),
    ...(facets?.principals ?? []).map(option('principals')),
  ];
}
