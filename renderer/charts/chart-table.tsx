/** The figures of a chart in rows. */
export interface ChartTableData {
  readonly caption: string;
  /** The first names the rows; the others stand over figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
          {data.rows.map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={rest[index]} className="cell-end figure">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
