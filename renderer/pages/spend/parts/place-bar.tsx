import { modelLabel } from '../../../../shared/model/model-label.ts';
import { PropertyBar } from '../../../components/property-bar.tsx';
import { type FilterValues, listFilter, useFilters } from '../../../filters.ts';
import { countOf } from '../../../format.ts';

/** The filters that hold for what is bought and billed too; they go along to every tab. */
export const placeFilters = {
  accounts: listFilter('account'),
  regions: listFilter('region'),
  models: listFilter('model'),
} as const;

/** Where a row is, and of which model where it has one. */
interface Placed {
  readonly accountId: string;
  readonly region: string | null;
  readonly modelId?: string | null;
}

/** The rows of the chosen accounts, Regions and models; of all where none is chosen. */
export function placedRows<T extends Placed>(
  rows: readonly T[],
  { accounts, regions, models }: FilterValues<typeof placeFilters>,
): readonly T[] {
  const fits = (chosen: readonly string[], value: string | null | undefined) =>
    chosen.length === 0 || (value !== null && value !== undefined && chosen.includes(value));
  return rows.filter(
    ({ accountId, region, modelId }) =>
      fits(accounts, accountId) &&
      fits(regions, region) &&
      (modelId === undefined || fits(models, modelId)),
  );
}

interface PlaceBarProps {
  /** All rows there are; their places are suggested. */
  readonly rows: readonly Placed[];
  readonly shown: number;
  /** What one row is: `cost`. */
  readonly noun: string;
}

/** Narrows a tab by account and Region, and by model where its rows have one. */
export function PlaceBar({ rows, shown, noun }: PlaceBarProps) {
  const [values, update] = useFilters(placeFilters);
  const options = (of: (row: Placed) => string | null | undefined) =>
    [...new Set(rows.flatMap((row) => of(row) ?? []))].sort();
  const models = options(({ modelId }) => modelId);
  const plain = (each: readonly string[]) => each.map((value) => ({ value }));
  const hasModels = models.length > 0 || rows.length === 0;
  return (
    <PropertyBar
      label={`Filter ${noun}s`}
      placeholder={hasModels ? 'Filter by account, Region or model' : 'Filter by account or Region'}
      properties={[
        {
          key: 'accounts',
          label: 'Account',
          plural: 'Accounts',
          options: plain(options(({ accountId }) => accountId)),
        },
        {
          key: 'regions',
          label: 'Region',
          plural: 'Regions',
          options: plain(options(({ region }) => region)),
        },
        ...(hasModels
          ? [
              {
                key: 'models',
                label: 'Model',
                plural: 'Models',
                options: models.map((value) => ({ value, note: modelLabel(value) })),
              },
            ]
          : []),
      ]}
      query={{
        lists: {
          accounts: values.accounts,
          regions: values.regions,
          ...(hasModels ? { models: values.models } : {}),
        },
        text: '',
      }}
      textless
      countText={countOf(shown, noun)}
      onChange={({ lists: { accounts = [], regions = [], models: chosen = [] } }) =>
        update({ accounts, regions, ...(hasModels ? { models: chosen } : {}) })
      }
    />
  );
}
