import { amountWords, sumKnown } from './series.ts';
import type { StackedBarsProps } from './stacked-bars-props.ts';

interface BucketTooltipProps extends StackedBarsProps {
  /** Which bucket; undefined while none is pointed at. */
  readonly index: number | undefined;
}

/** What one bar consists of: its total, then every series that has a part in it. */
export function BucketTooltip(props: BucketTooltipProps) {
  const { index, buckets, series, measure, colourOf, compared } = props;
  const bucket = index === undefined ? undefined : buckets[index];
  if (index === undefined || bucket === undefined) return null;
  const parts = series.filter(
    ({ amounts }) => amounts[index] === null || (amounts[index] ?? 0n) > 0n,
  );
  const before = compared?.amounts[index] ?? null;
  return (
    <div className="chart-tooltip">
      <div className="chart-tooltip-head">
        <strong>{bucket.name} (UTC)</strong>
        <strong className="figure">
          {amountWords(sumKnown(parts.map((part) => part.amounts[index] ?? null)), measure.format)}
        </strong>
      </div>
      {bucket.incomplete ? <div>Not complete yet</div> : null}
      <ul>
        {parts.map(({ key, label, amounts }) => (
          <li key={key}>
            <span className="swatch" style={{ backgroundColor: colourOf(key) }} />
            <span>{label}</span>
            <span className="figure">{amountWords(amounts[index] ?? null, measure.format)}</span>
          </li>
        ))}
        {before === null ? null : (
          <li>
            <span className="swatch-line" />
            <span>{compared?.label}</span>
            <span className="figure">{measure.format(before)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
