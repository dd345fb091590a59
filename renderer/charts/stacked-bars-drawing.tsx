import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { DIVIDER, GRID, MARGIN, TEXT, TICK } from './axis-look.ts';
import { BarSegment, HatchPattern } from './bar-segment.tsx';
import { BucketTooltip } from './bucket-tooltip.tsx';
import { OTHER_KEY, UNPRICED_KEY } from './series.ts';
import type { StackedBarsProps } from './stacked-bars-props.ts';

interface BarRow {
  readonly key: string;
  readonly tick: string;
  readonly index: number;
  readonly incomplete: boolean;
  readonly values: readonly number[];
  readonly compared: number | null;
}

/** Draws stacked bars with recharts; loaded only when a chart is shown. */
export function StackedBarsDrawing(props: StackedBarsProps) {
  const { series, measure, colourOf, height, label, compared, onChoose } = props;
  const drawn = series.filter(({ key }) => key !== UNPRICED_KEY);
  const rows = rowsOf({ ...props, series: drawn });
  const choose = (index: number, seriesKey: string | null) => {
    const bucket = rows[index];
    if (bucket !== undefined) onChoose?.(bucket.key, seriesKey);
  };
  return (
    <figure
      className={onChoose === undefined ? 'chart' : 'chart chart-chosen-from'}
      aria-label={`${label}, ${measure.label.toLowerCase()} over time in UTC`}
    >
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={MARGIN} barCategoryGap="12%" accessibilityLayer>
          {HatchPattern()}
          <CartesianGrid vertical={false} stroke={GRID} />
          <XAxis
            dataKey="key"
            tickFormatter={(key: string) => rows.find((row) => row.key === key)?.tick ?? key}
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
              <BucketTooltip
                {...props}
                index={active ? (payload[0]?.payload as BarRow | undefined)?.index : undefined}
              />
            )}
          />
          {drawn.map(({ key, label: name }, at) => (
            <Bar
              key={key}
              name={name}
              dataKey={(row: BarRow) => row.values[at] ?? 0}
              stackId="bucket"
              fill={colourOf(key)}
              isAnimationActive={false}
              shape={BarSegment}
              onClick={(_, index) => choose(index, key === OTHER_KEY ? null : key)}
            />
          ))}
          {compared === undefined ? null : (
            <Line
              name={compared.label}
              dataKey="compared"
              type="step"
              stroke={TEXT}
              strokeWidth={1.5}
              strokeDasharray="4 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

function rowsOf({ buckets, series, measure, compared }: StackedBarsProps): BarRow[] {
  return buckets.map(({ key, tick, incomplete }, index) => {
    const before = compared?.amounts[index] ?? null;
    return {
      key,
      tick,
      index,
      incomplete,
      values: series.map(({ amounts }) => measure.toNumber(amounts[index] ?? 0n)),
      compared: before === null ? null : measure.toNumber(before),
    };
  });
}
