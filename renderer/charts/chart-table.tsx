import type { ReactNode } from 'react';

/** Figures in the places of a chart's table, as exactly as they are known. */
export interface ExactFigures {
  /** Named by day or hour (`2026-11-20`); amounts as decimal text, null where there is none. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Names of rows that may still grow. */
  readonly incomplete: readonly string[];
}

/** The figures of a chart in rows. */
export interface ChartTableData {
  readonly caption: string;
  /** The first names the rows; the others stand over figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** For exports; absent where the chart has none. */
  readonly exact?: ExactFigures;
  /** Opens what a figure is made of, by its place in `rows`; absent where nothing opens. */
  readonly choose?: (row: number, column: number) => void;
  /** Which columns `choose` is for. */
  readonly choosable?: (column: number) => boolean;
}

interface ChartTableProps {
  readonly data: ChartTableData;
  /** Pixels from which it scrolls. */
  readonly height: number;
}

/** The same figures as the chart, for reading by line or by ear. */
export function ChartTable({ data, height }: ChartTableProps) {
  const [first, ...rest] = data.columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="chart-table" style={{ maxHeight: height }} tabIndex={0} aria-label="Table">
      <table>
        <caption className="visually-hidden">{data.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {rest.map((column) => (
              <th key={column} scope="col" className="cell-end">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([name, ...figures], row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={rest[index]} className="cell-end figure">
                  <Figure
                    data={data}
                    row={row}
                    column={index + 1}
                    label={`${figure}: ${rest[index] ?? ''}, ${name ?? ''}`}
                  >
                    {figure}
                  </Figure>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FigureProps {
  readonly data: ChartTableData;
  readonly row: number;
  readonly column: number;
  /** For screen readers, where it can be opened. */
  readonly label: string;
  readonly children: ReactNode;
}

function Figure({ data, row, column, label, children }: FigureProps) {
  const { choose, choosable } = data;
  if (choose === undefined || choosable?.(column) === false) return children;
  return (
    <button
      type="button"
      className="figure-button"
      aria-label={`Invocations behind ${label}`}
      onClick={() => choose(row, column)}
    >
      {children}
    </button>
  );
}
