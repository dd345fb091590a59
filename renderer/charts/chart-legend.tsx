/** One colour of a chart and what it stands for. */
export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  /** Drawn with stripes: an incomplete day. */
  readonly hatched?: boolean;
}

/** What the colours of a chart stand for. */
export function ChartLegend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="legend" aria-label="Legend">
      {items.map(({ key, label, colour, hatched }) => (
        <li key={key}>
          <span
            className={hatched === true ? 'swatch swatch-hatched' : 'swatch'}
            style={{ backgroundColor: colour }}
          />
          {label}
        </li>
      ))}
    </ul>
  );
}
