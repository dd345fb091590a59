import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { DIVIDER, GRID, MARGIN, TICK } from './axis-look.ts';
import type { LinesProps } from './lines-props.ts';

interface LineRow {
  readonly key: string;
  readonly index: number;
  readonly values: readonly (number | null)[];
}

/** Draws lines with recharts; loaded only when a chart is shown. */
export function LinesDrawing(props: LinesProps) {
  const { buckets, lines, colourOf, height, label, formatAxis } = props;
  const rows = rowsOf(props);
  return (
    <figure className="chart" aria-label={`${label} over time in UTC`}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart data={rows} margin={MARGIN} accessibilityLayer>
          <CartesianGrid vertical={false} stroke={GRID} />
          <XAxis
            dataKey="key"
            tickFormatter={(key: string) => buckets.find((each) => each.key === key)?.tick ?? key}
            tick={TICK}
            tickLine={false}
            stroke={DIVIDER}
            minTickGap={28}
          />
          <YAxis
            tickFormatter={formatAxis}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={72}
          />
          <Tooltip
            cursor={{ stroke: DIVIDER }}
            isAnimationActive={false}
            content={({ active, payload }) => (
              <LinesTooltip
                {...props}
                index={active ? (payload[0]?.payload as LineRow | undefined)?.index : undefined}
              />
            )}
          />
          {lines.map(({ key, label: name }, at) => (
            <Line
              key={key}
              name={name}
              dataKey={(row: LineRow) => row.values[at] ?? null}
              stroke={colourOf(key)}
              strokeWidth={2}
              dot={rows.length === 1}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

function rowsOf({ buckets, lines, toNumber }: LinesProps): LineRow[] {
  return buckets.map(({ key }, index) => ({
    key,
    index,
    values: lines.map(({ amounts }) => {
      const amount = amounts[index] ?? null;
      return amount === null ? null : toNumber(amount);
    }),
  }));
}

function LinesTooltip(props: LinesProps & { readonly index: number | undefined }) {
  const { index, buckets, lines, colourOf, format } = props;
  const bucket = index === undefined ? undefined : buckets[index];
  if (index === undefined || bucket === undefined) return null;
  return (
    <div className="chart-tooltip">
      <div className="chart-tooltip-head">
        <strong>{bucket.name} (UTC)</strong>
      </div>
      {bucket.incomplete ? <div>Not complete yet</div> : null}
      <ul>
        {lines.map(({ key, label, amounts }) => {
          const amount = amounts[index] ?? null;
          return amount === null ? null : (
            <li key={key}>
              <span className="swatch" style={{ backgroundColor: colourOf(key) }} />
              <span>{label}</span>
              <span className="figure">{format(amount)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
