// biome-ignore-all lint/a11y/useSemanticElements: a table lays out every row; the grid draws those on screen
import { HEAD_HEIGHT, LABEL_HEIGHT, PROVIDER_HEIGHT, ROW_HEAD_WIDTH } from './grid-measures.ts';
import type { GridWindow } from './grid-window.ts';
import type { MatrixColumn, MatrixView } from './matrix-view.ts';

interface HeadProps {
  readonly gridId: string;
  readonly view: MatrixView;
  readonly drawn: GridWindow;
  readonly width: number;
  /** The column that the keyboard stands on, -1 for the corner; null while it is elsewhere. */
  readonly active: number | null;
  readonly marksApproval: boolean;
}

/** Providers above the models of each; stays on top while rows scroll. */
export function MatrixHead(props: HeadProps) {
  const { view, drawn, width } = props;
  const groups = view.groups.filter(
    ({ first, count }) => first < drawn.last && first + count > drawn.first,
  );
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={1}
      className="matrix-head"
      style={{ blockSize: HEAD_HEIGHT }}
    >
      <div
        id={`${props.gridId}-head-corner`}
        role="columnheader"
        tabIndex={-1}
        className={`matrix-corner${props.active === -1 ? ' matrix-active' : ''}`}
        style={{ inlineSize: ROW_HEAD_WIDTH, blockSize: HEAD_HEIGHT }}
      >
        <span>Principal</span>
        <span className="quiet">calls</span>
      </div>
      {groups.map(({ provider, first, count }) => (
        <div
          key={provider}
          aria-hidden="true"
          className="matrix-provider"
          style={{
            insetInlineStart: ROW_HEAD_WIDTH + first * width,
            inlineSize: count * width - 2,
            blockSize: PROVIDER_HEIGHT,
          }}
        >
          <span style={{ insetInlineStart: ROW_HEAD_WIDTH + 4 }}>{provider}</span>
        </div>
      ))}
      {view.columns.slice(drawn.first, drawn.last).map((column, offset) => (
        <ColumnHead key={column.at} {...props} column={column} place={drawn.first + offset} />
      ))}
    </div>
  );
}

interface ColumnHeadProps extends HeadProps {
  readonly column: MatrixColumn;
  readonly place: number;
}

function ColumnHead({ gridId, column, place, width, active, marksApproval }: ColumnHeadProps) {
  const { label, modelId, provider, approved } = column.model;
  const unapproved = marksApproval && !approved;
  return (
    <div
      id={`${gridId}-head-${place}`}
      role="columnheader"
      tabIndex={-1}
      aria-colindex={place + 2}
      aria-label={`${label}, ${provider}${unapproved ? ', not approved' : ''}`}
      title={`${label}\n${modelId}${unapproved ? '\nnot approved' : ''}`}
      data-row={-1}
      data-column={place}
      className={`matrix-column-head${unapproved ? ' matrix-unapproved-head' : ''}${active === place ? ' matrix-active' : ''}`}
      style={{
        insetInlineStart: ROW_HEAD_WIDTH + place * width,
        insetBlockStart: PROVIDER_HEIGHT,
        inlineSize: width - 2,
        blockSize: LABEL_HEIGHT,
      }}
    >
      <span>{label}</span>
    </div>
  );
}
