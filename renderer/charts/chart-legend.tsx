/** One colour of a chart and what it stands for. */
export interface LegendItem {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  /** Full colour unless said: stripes for what is incomplete, a dashed line for what is compared,
   * light for what is expected, a round mark for what opens a story. */
  readonly look?: 'hatched' | 'line' | 'range' | 'mark';
}

const SWATCHES = {
  hatched: 'swatch swatch-hatched',
  line: 'swatch-line',
  range: 'swatch swatch-range',
  mark: 'swatch-mark',
} as const;

/** What the colours of a chart stand for. */
export function ChartLegend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="legend" aria-label="Legend">
      {items.map(({ key, label, colour, look }) => (
        <li key={key}>
          <span
            className={look === undefined ? 'swatch' : SWATCHES[look]}
            style={{ backgroundColor: colour }}
          />
          {label}
        </li>
      ))}
    </ul>
  );
}
