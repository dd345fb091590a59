import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import { useRef } from 'react';
import type { EventFacets, FacetValue } from '../../../shared/api/answers.ts';
import { useShortcut } from '../../components/use-shortcut.ts';
import { countOf } from '../../format.ts';
import {
  type EventFilter,
  filterOfTokens,
  OUTCOME_KEY,
  OUTCOMES,
  tokensOfFilter,
} from './event-query.ts';

const OPERATORS = [{ operator: '=', tokenType: 'enum' }] as const;

const PROPERTIES: readonly PropertyFilterProps.FilteringProperty[] = [
  property('accounts', 'Account', 'Accounts'),
  property('regions', 'Region', 'Regions'),
  property('eventNames', 'Event', 'Events'),
  property('principals', 'Principal', 'Principals'),
  property('models', 'Model', 'Models'),
  property(OUTCOME_KEY, 'Outcome', 'Outcomes'),
];

interface EventFilterBarProps {
  readonly filter: EventFilter;
  readonly facets: EventFacets | undefined;
  readonly total: number | undefined;
  readonly onChange: (filter: EventFilter) => void;
}

/** Narrows the events by property, outcome and text; `/` goes into it. */
export function EventFilterBar({ filter, facets, total, onChange }: EventFilterBarProps) {
  const field = useRef<PropertyFilterProps.Ref>(null);
  useShortcut('/', () => field.current?.focus());
  return (
    <PropertyFilter
      ref={field}
      query={{ operation: 'and', tokens: [...tokensOfFilter(filter)] }}
      onChange={({ detail }) => onChange(filterOfTokens(detail.tokens))}
      filteringProperties={PROPERTIES}
      filteringOptions={facets === undefined ? [] : optionsOf(facets)}
      filteringStatusType={facets === undefined ? 'loading' : 'finished'}
      filteringLoadingText="Loading suggestions"
      freeTextFiltering={{ operators: [':'], defaultOperator: ':' }}
      filteringAriaLabel="Filter events"
      filteringPlaceholder="Filter by account, Region, event, principal, model, outcome, or any text"
      countText={total === undefined ? '' : countOf(total, 'event')}
      hideOperations
      expandToViewport
    />
  );
}

function property(key: string, propertyLabel: string, groupValuesLabel: string) {
  return { key, propertyLabel, groupValuesLabel, operators: OPERATORS };
}

function optionsOf(facets: EventFacets): readonly PropertyFilterProps.FilteringOption[] {
  return [
    ...valuesOf('accounts', facets.accounts),
    ...valuesOf('regions', facets.regions),
    ...valuesOf('eventNames', facets.eventNames),
    ...valuesOf('principals', facets.principals),
    ...valuesOf('models', facets.models),
    ...Object.values(OUTCOMES).map((value) => ({ propertyKey: OUTCOME_KEY, value })),
  ];
}

function valuesOf(propertyKey: string, values: readonly FacetValue[]) {
  return values.map(({ value, count }) => ({
    propertyKey,
    value,
    tags: [countOf(count, 'event')],
  }));
}
