import { dayName } from '../period.ts';
import { sum } from './series.ts';
import type { StackedDaysProps } from './stacked-days-props.ts';

interface DayTooltipProps extends StackedDaysProps {
  /** Which day; undefined while none is pointed at. */
  readonly index: number | undefined;
}

/** What one day consists of: its total, then every series that has a part in it. */
export function DayTooltip({
  index,
  days,
  series,
  measure,
  colourOf,
  incompleteDays,
}: DayTooltipProps) {
  const day = index === undefined ? undefined : days[index];
  if (index === undefined || day === undefined) return null;
  const parts = series.filter(({ amounts }) => (amounts[index] ?? 0n) > 0n);
  return (
    <div className="chart-tooltip">
      <div className="chart-tooltip-head">
        <strong>{dayName(day)} (UTC)</strong>
        <strong className="figure">
          {measure.format(sum(parts.map((part) => part.amounts[index] ?? 0n)))}
        </strong>
      </div>
      {incompleteDays.includes(day) ? <div>Not complete yet</div> : null}
      <ul>
        {parts.map(({ key, label, amounts }) => (
          <li key={key}>
            <span className="swatch" style={{ backgroundColor: colourOf(key) }} />
            <span>{label}</span>
            <span className="figure">{measure.format(amounts[index] ?? 0n)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
