import CollectionPreferences, {
  type CollectionPreferencesProps,
} from '@cloudscape-design/components/collection-preferences';
import { useStored } from '../use-stored.ts';
import type { Column } from './column.ts';
import { completeDisplay, type ShownColumn } from './shown-columns.ts';

/** What a reader chose for one table. */
export interface TablePreferences {
  /** All columns in the reader's order. */
  readonly display: readonly ShownColumn[];
  readonly wrapLines: boolean;
  /** Pixels by column id, where a column was resized. */
  readonly widths: Readonly<Record<string, number>>;
}

/** A table's remembered columns, widths and wrapping, by the table's id; `wrap` unless one was chosen. */
export function useTablePreferences<T>(
  id: string,
  columns: readonly Column<T>[],
  wrap: boolean,
): readonly [TablePreferences, (patch: Partial<TablePreferences>) => void] {
  const byDefault = { display: [], wrapLines: null, widths: {} };
  const [stored, store] = useStored<StoredPreferences>(`assay-table-${id}`, byDefault, parse);
  const display = completeDisplay(columns, stored.display);
  const preferences = { ...stored, display, wrapLines: stored.wrapLines ?? wrap };
  return [preferences, (patch) => store({ ...stored, display, ...patch })];
}

/** What is remembered: no wrapping unless the reader decided. */
type StoredPreferences = Omit<TablePreferences, 'wrapLines'> & {
  readonly wrapLines: boolean | null;
};

function parse(stored: unknown): StoredPreferences | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { display, wrapLines, widths } = stored as Partial<TablePreferences>;
  return {
    display: Array.isArray(display) ? display.filter(isShownColumn) : [],
    wrapLines: typeof wrapLines === 'boolean' ? wrapLines : null,
    widths: typeof widths === 'object' && widths !== null ? widths : {},
  };
}

function isShownColumn(value: unknown): value is ShownColumn {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && typeof value.id === 'string' && 'visible' in value;
}

interface TablePreferencesButtonProps<T> {
  readonly columns: readonly Column<T>[];
  readonly preferences: TablePreferences;
  readonly onChange: (patch: Partial<TablePreferences>) => void;
}

/** The gear of a table: which columns, in which order, wrapped or not. */
export function TablePreferencesButton<T>(props: TablePreferencesButtonProps<T>) {
  const { columns, preferences, onChange } = props;
  return (
    <CollectionPreferences
      title="Table preferences"
      confirmLabel="Apply"
      cancelLabel="Cancel"
      preferences={{ contentDisplay: preferences.display, wrapLines: preferences.wrapLines }}
      wrapLinesPreference={{ label: 'Wrap lines', description: 'Show whole texts in cells' }}
      contentDisplayPreference={{
        title: 'Columns',
        options: columns.map(({ id, header }, index) => ({
          id,
          label: header,
          alwaysVisible: index === 0,
        })),
      }}
      onConfirm={({ detail }) =>
        onChange({
          display: shownColumns(detail.contentDisplay ?? []),
          wrapLines: detail.wrapLines === true,
        })
      }
    />
  );
}

function shownColumns(
  items: readonly CollectionPreferencesProps.ContentDisplayItem[],
): readonly ShownColumn[] {
  return items.map(({ id, visible }) => ({ id, visible }));
}
