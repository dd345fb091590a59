import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Day } from '../../shared/model/period.ts';
import { shortDay } from '../period.ts';
import { DayTooltip } from './day-tooltip.tsx';
import type { Measure } from './measure.ts';
import type { Series } from './series.ts';
import type { StackedDaysProps } from './stacked-days-props.ts';

const SURFACE = 'var(--assay-surface)';
const DIVIDER = 'var(--assay-divider)';
const GRID = 'var(--assay-chart-grid)';
const TEXT = 'var(--assay-text-secondary)';
const HATCH_ID = 'assay-hatch';
const TICK = { fill: TEXT, fontSize: 12 };

interface DayRow {
  readonly day: Day;
  readonly index: number;
  readonly incomplete: boolean;
  readonly values: readonly number[];
}

/** Draws stacked bars with recharts; loaded only when a chart is shown. */
export function StackedDaysBars(props: StackedDaysProps) {
  const { days, series, measure, incompleteDays, colourOf, height, label } = props;
  const rows = rowsOf(days, series, measure, incompleteDays);
  return (
    <figure className="chart" aria-label={`${label}, ${measure.label.toLowerCase()} per UTC day`}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart
          data={rows}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          barCategoryGap="12%"
          accessibilityLayer
        >
          <defs>
            <pattern
              id={HATCH_ID}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="3" height="6" fill={SURFACE} fillOpacity="0.55" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke={GRID} />
          <XAxis
            dataKey="day"
            tickFormatter={shortDay}
            tick={TICK}
            tickLine={false}
            stroke={DIVIDER}
            minTickGap={28}
          />
          <YAxis
            tickFormatter={measure.formatAxis}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            allowDecimals={measure.id === 'cost'}
            width={64}
          />
          <Tooltip
            cursor={{ fill: GRID, fillOpacity: 0.35 }}
            isAnimationActive={false}
            content={({ active, payload }) => (
              <DayTooltip
                {...props}
                index={active ? (payload[0]?.payload as DayRow | undefined)?.index : undefined}
              />
            )}
          />
          {series.map(({ key, label: name }, at) => (
            <Bar
              key={key}
              name={name}
              dataKey={(row: DayRow) => row.values[at] ?? 0}
              stackId="day"
              fill={colourOf(key)}
              isAnimationActive={false}
              shape={Segment}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </figure>
  );
}

function rowsOf(
  days: readonly Day[],
  series: readonly Series[],
  measure: Measure,
  incompleteDays: readonly Day[],
): DayRow[] {
  return days.map((day, index) => ({
    day,
    index,
    incomplete: incompleteDays.includes(day),
    values: series.map(({ amounts }) => measure.toNumber(amounts[index] ?? 0n)),
  }));
}

interface SegmentProps {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly width?: number | string;
  readonly height?: number | string;
  readonly fill?: string | undefined;
  readonly payload?: DayRow;
}

/** One segment of a bar, with a line of background between segments; striped on incomplete days. */
function Segment({ x, y, width, height, fill, payload }: SegmentProps) {
  const tall = Math.max(0, Number(height) - 1);
  if (!(tall > 0)) return null;
  const place = { x: Number(x), y: Number(y) + 1, width: Number(width), height: tall };
  return (
    <g>
      <rect {...place} fill={fill} />
      {payload?.incomplete === true ? <rect {...place} fill={`url(#${HATCH_ID})`} /> : null}
    </g>
  );
}
