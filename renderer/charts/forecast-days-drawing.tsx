import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { usdToNumber } from '../../shared/model/usd.ts';
import { dayName, shortDay } from '../period.ts';
import { DIVIDER, GRID, MARGIN, TEXT, TICK } from './axis-look.ts';
import { BarSegment, HatchPattern } from './bar-segment.tsx';
import type { ForecastBar, ForecastDaysProps } from './forecast-days-props.ts';
import { axisMoney } from './measure.ts';
import { paletteColour } from './palette.ts';

const KNOWN = paletteColour(0);
/** Pixels above the bars, for marks. */
const HEADROOM = 20;

interface DayRow {
  readonly day: string;
  readonly incomplete: boolean;
  readonly known: number;
  /** What is expected beside what is known. */
  readonly rest: number;
  /** Below and above the top of the bar. */
  readonly range: readonly [number, number] | null;
  readonly mark: number | null;
  readonly bar: ForecastBar;
}

/** Draws known and expected days with recharts; loaded only when a chart is shown. */
export function ForecastDaysDrawing({ label, bars, height, onChoose }: ForecastDaysProps) {
  const rows = bars.map(rowOf);
  return (
    <figure className="chart" aria-label={`${label} over days in UTC`}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={MARGIN} barCategoryGap="12%" accessibilityLayer>
          {HatchPattern()}
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
            tickFormatter={axisMoney}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={64}
            padding={{ top: HEADROOM }}
          />
          <Tooltip
            cursor={{ fill: GRID, fillOpacity: 0.35 }}
            isAnimationActive={false}
            content={({ active, payload }) => (
              <DayTooltip
                bar={active ? (payload[0]?.payload as DayRow | undefined)?.bar : undefined}
              />
            )}
          />
          <Bar
            name="Cost"
            dataKey="known"
            stackId="day"
            fill={KNOWN}
            isAnimationActive={false}
            shape={BarSegment}
          />
          <Bar
            name="Expected"
            dataKey="rest"
            stackId="day"
            fill={KNOWN}
            fillOpacity={0.3}
            isAnimationActive={false}
          >
            <ErrorBar
              dataKey="range"
              direction="y"
              width={3}
              stroke={TEXT}
              strokeWidth={1}
              isAnimationActive={false}
            />
          </Bar>
          <Scatter
            name="Unusual"
            dataKey="mark"
            isAnimationActive={false}
            shape={(props: unknown) => <Mark {...(props as MarkPlace)} onChoose={onChoose} />}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}

function rowOf(bar: ForecastBar): DayRow {
  const { knownUsd, estimate } = bar;
  const known = knownUsd === null ? 0 : usdToNumber(knownUsd);
  const expected = estimate === null ? known : usdToNumber(estimate.expectedUsd);
  const top = Math.max(known, expected);
  return {
    day: bar.day,
    incomplete: bar.incomplete,
    known,
    rest: top - known,
    range:
      estimate === null
        ? null
        : [
            Math.max(0, top - usdToNumber(estimate.lowUsd)),
            Math.max(0, usdToNumber(estimate.highUsd) - top),
          ],
    mark: bar.mark === null ? null : top,
    bar,
  };
}

interface MarkPlace {
  readonly cx?: number;
  readonly cy?: number;
  readonly payload?: DayRow;
}

/** A mark above an unusual day; it opens the day's story. */
function Mark({ cx, cy, payload, onChoose }: MarkPlace & Pick<ForecastDaysProps, 'onChoose'>) {
  if (cx === undefined || cy === undefined || payload?.bar.mark == null) return null;
  const { day, mark } = payload.bar;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing has no button element
    <g
      className="chart-mark"
      role="button"
      tabIndex={0}
      aria-label={mark}
      onClick={() => onChoose(day)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === ' ') onChoose(day);
      }}
    >
      <circle cx={cx} cy={cy - 12} r={7} />
      <text x={cx} y={cy - 8} textAnchor="middle">
        !
      </text>
    </g>
  );
}

function DayTooltip({ bar }: { readonly bar: ForecastBar | undefined }) {
  if (bar === undefined) return null;
  const { day, knownUsd, incomplete, estimate, mark } = bar;
  return (
    <div className="chart-tooltip">
      <div className="chart-tooltip-head">
        <strong>{dayName(day)} (UTC)</strong>
        <strong className="figure">{knownUsd === null ? '' : formatMoney(knownUsd)}</strong>
      </div>
      {incomplete ? <div>Not complete yet</div> : null}
      {estimate === null ? null : (
        <div>
          Expected {formatMoney(estimate.expectedUsd)}, from {formatMoney(estimate.lowUsd)} to{' '}
          {formatMoney(estimate.highUsd)} in 8 of 10 cases
        </div>
      )}
      {mark === null ? null : <div>{mark}</div>}
    </div>
  );
}
