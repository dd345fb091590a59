import type { MatrixModel, MatrixRow } from '../../../../shared/api/access-answers.ts';
import type { Only } from './matrix-filters.ts';

/** The place of a cell in its row, and its model. */
interface CellColumn {
  readonly model: MatrixModel;
  readonly at: number;
}

/** Whether a cell is one that the reader narrowed to: all of what is chosen must hold. */
export function cellFits(row: MatrixRow, column: CellColumn, only: readonly Only[]): boolean {
  return only.every((each) => TESTS[each](row, column));
}

/** A model that may be called, surely or under conditions. */
function isOpen(letter: string | undefined): boolean {
  return letter === 'A' || letter === 'C';
}

const TESTS: Readonly<Record<Only, (row: MatrixRow, column: CellColumn) => boolean>> = {
  unapproved: ({ letters }, { model, at }) => !model.approved && isOpen(letters[at]),
  unused: ({ letters, used }, { at }) =>
    isOpen(letters[at]) && !used.some(({ model }) => model === at),
  unguarded: ({ unguarded }, { at }) => isOpen(unguarded[at]),
  conditional: ({ letters }, { at }) => letters[at] === 'C',
};
