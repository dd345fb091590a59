import type { EventFacets, FacetValue } from '../../../shared/api/answers.ts';
import { type BarProperty, PropertyBar } from '../../components/property-bar.tsx';
import { countOf } from '../../format.ts';
import {
  type EventFilter,
  filterOfQuery,
  OUTCOME_KEY,
  OUTCOMES,
  queryOfFilter,
} from './event-query.ts';

const NO_FACETS: EventFacets = {
  accounts: [],
  regions: [],
  eventNames: [],
  principals: [],
  models: [],
};

interface EventFilterBarProps {
  readonly filter: EventFilter;
  readonly facets: EventFacets | undefined;
  readonly total: number | undefined;
  readonly onChange: (filter: EventFilter) => void;
}

/** Narrows the events by property, outcome and text, with what the period holds as suggestions. */
export function EventFilterBar({ filter, facets, total, onChange }: EventFilterBarProps) {
  return (
    <PropertyBar
      label="Filter events"
      placeholder="Filter by account, Region, event, principal, model, outcome, or any text"
      properties={propertiesOf(facets ?? NO_FACETS)}
      loading={facets === undefined}
      query={queryOfFilter(filter)}
      countText={total === undefined ? '' : countOf(total, 'event')}
      onChange={(query) => onChange(filterOfQuery(query))}
    />
  );
}

function propertiesOf(facets: EventFacets): readonly BarProperty[] {
  const outcomes = Object.values(OUTCOMES).map((value) => ({ value }));
  return [
    { key: 'accounts', label: 'Account', plural: 'Accounts', options: optionsOf(facets.accounts) },
    { key: 'regions', label: 'Region', plural: 'Regions', options: optionsOf(facets.regions) },
    { key: 'eventNames', label: 'Event', plural: 'Events', options: optionsOf(facets.eventNames) },
    {
      key: 'principals',
      label: 'Principal',
      plural: 'Principals',
      options: optionsOf(facets.principals),
    },
    { key: 'models', label: 'Model', plural: 'Models', options: optionsOf(facets.models) },
    { key: OUTCOME_KEY, label: 'Outcome', plural: 'Outcomes', options: outcomes },
  ];
}

function optionsOf(values: readonly FacetValue[]) {
  return values.map(({ value, count }) => ({ value, note: countOf(count, 'event') }));
}
