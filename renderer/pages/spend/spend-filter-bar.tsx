import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import { useRef, useState } from 'react';
import { useShortcut } from '../../components/use-shortcut.ts';
import { offsetFilter, useFilters } from '../../filters.ts';
import { useAnswer } from '../../queries/use-answer.ts';
import { type Grouping, groupingOf } from '../../spend/grouping.ts';
import { usePeriod } from '../../workspace.ts';
import { spendUsageFilters } from './usage-filters.ts';
import { tokensOf, usageProperties, valuesOf } from './usage-tokens.ts';

/** Paged tables begin anew when usage is narrowed otherwise. */
const barFilters = { ...spendUsageFilters, offset: offsetFilter('offset') } as const;

/** Narrows a tab of Spend by any dimension of usage, in the address; `/` goes there. */
export function SpendFilterBar() {
  const [values, update] = useFilters(barFilters);
  const field = useRef<PropertyFilterProps.Ref>(null);
  const suggested = useSuggestions();
  useShortcut('/', () => field.current?.focus());
  return (
    <PropertyFilter
      ref={field}
      query={tokensOf(values)}
      onChange={({ detail }) => update({ ...valuesOf(detail), offset: 0 })}
      filteringProperties={usageProperties(values)}
      filteringOptions={suggested.options}
      filteringStatusType={suggested.status}
      filteringLoadingText="Loading values of this period"
      filteringErrorText="The values could not be read; type one"
      filteringEmpty="Nothing in this period"
      onLoadItems={({ detail }) => suggested.ask(groupingOf(detail.filteringProperty?.key ?? null))}
      filteringPlaceholder="Filter by model, account, Region, principal, team, tier and more"
      filteringAriaLabel="Filter usage"
      disableFreeTextFiltering
      hideOperations
      expandToViewport
    />
  );
}

interface Suggestions {
  readonly options: readonly PropertyFilterProps.FilteringOption[];
  readonly status: 'loading' | 'error' | 'finished';
  ask(dimension: Grouping | null): void;
}

/** The values that a dimension has in this period, asked for when somebody filters by it. */
function useSuggestions(): Suggestions {
  const [period] = usePeriod();
  const [dimension, ask] = useState<Grouping | null>(null);
  const answer = useAnswer(
    'spend.get',
    { ...period, granularity: 'month', groupBy: dimension ?? 'model' },
    { enabled: dimension !== null },
  );
  const options = (answer.data?.groups ?? []).map(({ key, label }) => ({
    propertyKey: dimension ?? '',
    value: key,
    label,
    ...(label === key ? {} : { tags: [key] }),
  }));
  const loading = dimension !== null && answer.isPending;
  return {
    options,
    status: answer.error !== null ? 'error' : loading ? 'loading' : 'finished',
    ask,
  };
}
