import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDeferredValue, useMemo } from 'react';
import type { AccessMatrix } from '../../../../shared/api/access-answers.ts';
import { Empty, Loading } from '../../../components/states.tsx';
import { ExportMenu } from '../../../components/table/export-menu.tsx';
import { useExport } from '../../../components/table/use-export.ts';
import { useFilters } from '../../../filters.ts';
import { countOf } from '../../../format.ts';
import { HowToRead } from '../../spend/parts/how-to-read.tsx';
import { cellFilters } from '../access-filters.ts';
import { windowWords } from '../access-words.ts';
import { gapGroups, gapWords } from '../gaps.ts';
import { openTab } from '../open-tab.ts';
import type { AccessTabProps } from '../tab-props.ts';
import { MatrixBar } from './matrix-bar.tsx';
import { exportColumns, exportedRows } from './matrix-export.ts';
import { EVERY_CELL, matrixFilters, type Only } from './matrix-filters.ts';
import { type GridActions, MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { type MatrixView, matrixView } from './matrix-view.ts';

/** Who may call what, all at once. */
export function MatrixTab({ matrix }: AccessTabProps) {
  if (matrix === undefined) return <Loading label="the matrix" height={560} />;
  return <ReadMatrix matrix={matrix} />;
}

function ReadMatrix({ matrix }: { readonly matrix: AccessMatrix }) {
  const [values, update] = useFilters(matrixFilters);
  const asked = useDeferredValue(values);
  const view = useMemo(() => matrixView(matrix, asked), [matrix, asked]);
  const marksApproval = matrix.models.some(({ approved }) => approved);
  const shown = { matrix, view, marksApproval };
  return (
    <SpaceBetween size="m">
      <MatrixBar matrix={matrix} shown={view.principals} values={values} update={update} />
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${countOf(view.principals, 'principal')}, ${countOf(view.columns.length, 'model')})`}
            description={`Use over ${windowWords(matrix.window)}. Arrow keys move, Enter explains a cell.`}
            actions={<MatrixExport matrix={matrix} view={view} />}
          >
            Effective access
          </Header>
        }
      >
        <SpaceBetween size="s">
          <MatrixLegend marksApproval={marksApproval} />
          {view.principals === 0 || view.columns.length === 0 ? (
            <NoCell matrix={matrix} onAll={() => update(EVERY_CELL)} />
          ) : (
            <ShownGrid {...shown} only={asked.only} key={`${asked.group} ${asked.only}`} />
          )}
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

interface ShownGridProps {
  readonly view: MatrixView;
  readonly marksApproval: boolean;
  readonly only: readonly Only[];
}

function ShownGrid({ view, marksApproval, only }: ShownGridProps) {
  const [{ principal, model }, update] = useFilters(cellFilters);
  const actions: GridActions = {
    openCell: (row, { modelId }) =>
      update(
        { principal: row.principalArn, model: modelId },
        { replace: principal !== '' && model !== '' },
      ),
    openRow: ({ principalArn }) => openTab('what-can', { principal: principalArn, model: '' }),
    openColumn: ({ modelId }) => openTab('who-can', { model: modelId, principal: '' }),
  };
  return <MatrixGrid {...{ view, marksApproval, only, actions }} opened={{ principal, model }} />;
}

interface NoCellProps {
  readonly matrix: AccessMatrix;
  readonly onAll: () => void;
}

function NoCell({ matrix, onAll }: NoCellProps) {
  if (matrix.rows.length > 0) {
    return <Empty title="No cell matches" action={<Button onClick={onAll}>Show all</Button>} />;
  }
  if (matrix.principals === 0) {
    return (
      <Empty title="No principals yet" action={<HowToRead />}>
        Who may call models is decided once the users, roles and policies of an account were read.
      </Empty>
    );
  }
  return (
    <Empty title="Nobody can invoke a model">
      {countOf(matrix.principals, 'principal')} were read; none of them may call any model.
    </Empty>
  );
}

function MatrixExport({
  matrix,
  view,
}: {
  readonly matrix: AccessMatrix;
  readonly view: MatrixView;
}) {
  const notes = [
    `Effective access; use counted over ${windowWords(matrix.window)}.`,
    ...gapGroups(matrix.gaps).map(gapWords),
  ];
  const begin = useExport({ fileName: 'assay-access-matrix', title: 'Effective access', notes });
  return (
    <ExportMenu
      title="Effective access"
      disabled={view.principals === 0}
      busy={false}
      main
      onExport={(format) =>
        begin()({ columns: exportColumns(view.columns), rows: exportedRows(view), format })
      }
    />
  );
}
