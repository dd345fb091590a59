import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useFilters } from '../../filters.ts';
import { filtersNotUsed } from './filters-not-used.ts';
import type { SpendTab } from './tabs.ts';
import { spendUsageFilters } from './usage-filters.ts';

/** Says which filters of other tabs do not narrow this one, so that no figure is taken for theirs. */
export function FiltersNotice({ narrowedBy }: Pick<SpendTab, 'narrowedBy'>) {
  const [values, update] = useFilters(spendUsageFilters);
  const unused = filtersNotUsed(values, narrowedBy);
  if (unused === null) return null;
  const several = unused.names.length > 1;
  return (
    <Alert
      type="info"
      action={
        <Button onClick={() => update(unused.without)}>
          {several ? 'Clear these filters' : 'Clear this filter'}
        </Button>
      }
    >
      This tab cannot be narrowed by {unused.names.join(', ')}: its figures leave{' '}
      {several ? 'these filters' : 'this filter'} aside.
    </Alert>
  );
}
