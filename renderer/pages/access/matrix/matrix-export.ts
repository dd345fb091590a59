import type { MatrixRow } from '../../../../shared/api/access-answers.ts';
import type { Column } from '../../../components/table/column.ts';
import { KIND_WORDS, LETTER_WORDS, letterAt, rowName } from '../access-words.ts';
import type { MatrixColumn, MatrixView } from './matrix-view.ts';

/** The principals of a view in their order. */
export function exportedRows({ items }: MatrixView): readonly MatrixRow[] {
  return items.flatMap((item) => (item.kind === 'row' ? [item.row] : []));
}

/** The matrix as a table: a row for each principal, its decisions on a model in a column each. */
export function exportColumns(columns: readonly MatrixColumn[]): readonly Column<MatrixRow>[] {
  return [...PRINCIPAL_COLUMNS, ...columns.map(modelColumn)];
}

function modelColumn({ model, at }: MatrixColumn): Column<MatrixRow> {
  const approval = model.approved ? '' : ', not approved';
  return column(model.modelId, `${model.label} (${model.modelId}${approval})`, (row) => {
    const words = LETTER_WORDS[letterAt(row.letters, at)];
    const calls = row.used.find((use) => use.model === at)?.calls;
    return calls === undefined ? words : `${words}, ${calls} calls`;
  });
}

function column(id: string, header: string, csv: Column<MatrixRow>['csv']): Column<MatrixRow> {
  return { id, header, csv, cell: csv };
}

const PRINCIPAL_COLUMNS: readonly Column<MatrixRow>[] = [
  column('principal', 'Principal', rowName),
  column('arn', 'ARN', ({ principalArn }) => principalArn),
  column('account', 'Account', ({ accountId }) => accountId),
  column('kind', 'Kind', ({ kind }) => KIND_WORDS[kind]),
  column('team', 'Team', ({ team }) => team),
  { ...column('calls', 'Calls in the window', ({ calls }) => calls), align: 'end' },
  column('last', 'Last day', ({ lastDay }) => lastDay),
];
