import type {
  AccessMatrix,
  MatrixModel,
  MatrixRow,
} from '../../../../shared/api/access-answers.ts';
import { accountWords, KIND_WORDS, rowName } from '../access-words.ts';
import { cellFits } from './cell-fits.ts';
import { type Grouping, type MatrixValues, NO_TEAM } from './matrix-filters.ts';

/** A column with the place of its letter in every row. */
export interface MatrixColumn {
  readonly model: MatrixModel;
  readonly at: number;
}

/** Columns of one provider, side by side. */
export interface ColumnGroup {
  readonly provider: string;
  readonly first: number;
  readonly count: number;
}

/** A line of the grid: the head of a group, or a principal. */
export type MatrixItem =
  | { readonly kind: 'group'; readonly label: string; readonly count: number }
  | { readonly kind: 'row'; readonly row: MatrixRow };

/** What of the matrix is shown, prepared once for all scrolling. */
export interface MatrixView {
  readonly columns: readonly MatrixColumn[];
  readonly groups: readonly ColumnGroup[];
  readonly items: readonly MatrixItem[];
  readonly principals: number;
}

/** The columns and rows that the filters keep, gathered by provider and by what the reader chose. */
export function matrixView(matrix: AccessMatrix, values: MatrixValues): MatrixView {
  const offered = orderedColumns(matrix.models).filter(
    ({ model }) => values.providers.length === 0 || values.providers.includes(model.provider),
  );
  const chosen = matrix.rows.filter((row) => rowFits(row, values, matrix.accountNames));
  const { only } = values;
  const all = only.length === 0;
  const rows = all
    ? chosen
    : chosen.filter((row) => offered.some((column) => cellFits(row, column, only)));
  const columns = all
    ? offered
    : offered.filter((column) => rows.some((row) => cellFits(row, column, only)));
  return {
    columns,
    groups: columnGroups(columns),
    items: groupedItems(rows, values.group, matrix.accountNames),
    principals: rows.length,
  };
}

/** What a row stands under. */
export function groupOf(row: MatrixRow, by: Grouping): string {
  if (by === 'account') return row.accountId;
  return by === 'kind' ? KIND_WORDS[row.kind] : (row.team ?? NO_TEAM);
}

function rowFits(
  row: MatrixRow,
  values: MatrixValues,
  names: AccessMatrix['accountNames'],
): boolean {
  const keeps = (chosen: readonly string[], value: string) =>
    chosen.length === 0 || chosen.includes(value);
  if (!keeps(values.accounts, row.accountId)) return false;
  if (!keeps(values.kinds, KIND_WORDS[row.kind])) return false;
  if (!keeps(values.teams, row.team ?? NO_TEAM)) return false;
  const wanted = values.text.trim().toLowerCase();
  if (wanted === '') return true;
  const texts = [row.principalArn, rowName(row), row.team ?? '', names[row.accountId] ?? ''];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

/** Providers, and the models of each, with the most called first. */
function orderedColumns(models: readonly MatrixModel[]): readonly MatrixColumn[] {
  const calls = new Map<string, number>();
  for (const { provider, calls: more } of models) {
    calls.set(provider, (calls.get(provider) ?? 0) + more);
  }
  return models
    .map((model, at) => ({ model, at }))
    .sort(
      ({ model: a }, { model: b }) =>
        (calls.get(b.provider) ?? 0) - (calls.get(a.provider) ?? 0) ||
        a.provider.localeCompare(b.provider, 'en') ||
        b.calls - a.calls ||
        a.label.localeCompare(b.label, 'en'),
    );
}

function columnGroups(columns: readonly MatrixColumn[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  columns.forEach(({ model: { provider } }, index) => {
    const last = groups.at(-1);
    if (last?.provider === provider) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ provider, first: index, count: 1 });
  });
  return groups;
}

function groupedItems(
  rows: readonly MatrixRow[],
  by: Grouping,
  names: AccessMatrix['accountNames'],
): readonly MatrixItem[] {
  const groups = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const key = groupOf(row, by);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  const labelled = [...groups].map(([key, members]) => ({
    label: by === 'account' ? accountWords(key, names) : key,
    members,
  }));
  const ordered = by === 'account' ? labelled : labelled.sort(byLabel);
  return ordered.flatMap(({ label, members }): readonly MatrixItem[] => [
    { kind: 'group', label, count: members.length },
    ...members.map((row) => ({ kind: 'row', row }) as const),
  ]);
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  const last = Number(a.label === NO_TEAM) - Number(b.label === NO_TEAM);
  return last === 0 ? a.label.localeCompare(b.label, 'en') : last;
}
