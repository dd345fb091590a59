// biome-ignore-all lint/a11y/useSemanticElements: a table lays out every row; the grid draws those on screen
import { memo } from 'react';
import type { MatrixRow } from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount, formatCount } from '../../../format.ts';
import { cellWords, KIND_WORDS, letterAt, rowName } from '../access-words.ts';
import { MiddleCut } from '../parts/middle-cut.tsx';
import { cellFits } from './cell-fits.ts';
import { ROW_HEAD_WIDTH, ROW_HEIGHT } from './grid-measures.ts';
import type { Only } from './matrix-filters.ts';
import type { MatrixColumn, MatrixItem } from './matrix-view.ts';

interface LineProps {
  /** The grid's id; cells are `<grid>-<row>-<column>`. */
  readonly gridId: string;
  readonly index: number;
  readonly item: MatrixItem;
  /** The columns on screen, from `first` on. */
  readonly columns: readonly MatrixColumn[];
  readonly first: number;
  readonly width: number;
  readonly only: readonly Only[];
  /** Whether a red edge tells what is not approved: not where nothing was approved yet. */
  readonly marksApproval: boolean;
  /** The column that the keyboard stands on; null in every other line. */
  readonly active: number | null;
  /** The model whose cell is explained; null in every other line. */
  readonly opened: string | null;
}

/** A line of the grid; it is drawn again only when something of itself changes. */
export const MatrixLine = memo(function MatrixLine(props: LineProps) {
  const { item, index, gridId, active } = props;
  const place = { insetBlockStart: index * ROW_HEIGHT, blockSize: ROW_HEIGHT };
  if (item.kind === 'group') {
    return (
      <div
        role="row"
        tabIndex={-1}
        aria-rowindex={index + 2}
        className="matrix-group"
        style={place}
      >
        <div
          id={`${gridId}-${index}-head`}
          role="rowheader"
          tabIndex={-1}
          className={active === null ? 'matrix-group-name' : 'matrix-group-name matrix-active'}
        >
          {item.label} <span className="quiet">{countOf(item.count, 'principal')}</span>
        </div>
      </div>
    );
  }
  return (
    <div role="row" tabIndex={-1} aria-rowindex={index + 2} className="matrix-row" style={place}>
      <RowHead {...{ gridId, index }} row={item.row} active={active === -1} />
      {props.columns.map((column, offset) => (
        <Cell
          key={column.at}
          {...props}
          row={item.row}
          column={column}
          place={props.first + offset}
        />
      ))}
    </div>
  );
});

interface RowHeadProps {
  readonly gridId: string;
  readonly index: number;
  readonly row: MatrixRow;
  readonly active: boolean;
}

function RowHead({ gridId, index, row, active }: RowHeadProps) {
  const used = row.calls === 0 ? 'never called' : `${exactCount(row.calls)} calls`;
  return (
    <div
      id={`${gridId}-${index}-head`}
      role="rowheader"
      tabIndex={-1}
      data-row={index}
      data-column={-1}
      className={`matrix-row-head${active ? ' matrix-active' : ''}`}
      style={{ inlineSize: ROW_HEAD_WIDTH }}
      title={`${row.principalArn}\n${KIND_WORDS[row.kind]}, team ${row.team ?? 'none'}, ${used}`}
      aria-label={`${rowName(row)}, ${KIND_WORDS[row.kind]}, ${used}`}
    >
      <MiddleCut text={rowName(row)} />
      <span className="quiet figure">{row.calls === 0 ? '' : formatCount(row.calls)}</span>
    </div>
  );
}

interface CellProps extends LineProps {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  /** The column's place among those that are shown. */
  readonly place: number;
}

function Cell(props: CellProps) {
  const { gridId, index, row, column, place, width } = props;
  const { model, at } = column;
  const letter = letterAt(row.letters, at);
  const words = cellWords(row, model, at);
  return (
    <div
      id={`${gridId}-${index}-${place}`}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={place + 2}
      aria-label={words}
      aria-selected={props.opened === model.modelId}
      title={words}
      data-row={index}
      data-column={place}
      className={cellClasses(props)}
      style={{ insetInlineStart: ROW_HEAD_WIDTH + place * width, inlineSize: width - 2 }}
    >
      {letter === 'D' || letter === '-' ? '' : letter}
    </div>
  );
}

function cellClasses({ row, column, only, active, place, marksApproval }: CellProps): string {
  const letter = letterAt(row.letters, column.at);
  const open = letter !== 'D' && letter !== '-';
  return [
    'matrix-cell',
    `matrix-${letter === '-' ? 'none' : letter}`,
    row.used.some(({ model }) => model === column.at) ? 'matrix-used' : '',
    open && marksApproval && !column.model.approved ? 'matrix-unapproved' : '',
    only.length > 0 && !cellFits(row, column, only) ? 'matrix-faded' : '',
    active === place ? 'matrix-active' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
