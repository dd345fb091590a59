import Select from '@cloudscape-design/components/select';
import type { Period } from '../../../../shared/model/period.ts';
import { GRANULARITIES } from '../../../charts/time-bucket.ts';
import { measureLabel, SPEND_MEASURE_IDS } from '../../../spend/spend-measure.ts';
import {
  COMPARISONS,
  type CostValues,
  comparisonFor,
  granularitiesOf,
  granularityFor,
  type UpdateCost,
} from './cost-filters.ts';
import { GroupingChoice } from './grouping-choice.tsx';

const GRANULARITY_NAMES = { hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' } as const;
const COMPARISON_NAMES = {
  'previous-month': 'Same days a month before',
  'previous-period': 'As many days before',
  'previous-weekdays': 'Same weekdays before',
  none: 'Nothing',
} as const;

interface CostControlsProps {
  /** The part that has begun. */
  readonly period: Period;
  readonly values: CostValues;
  readonly update: UpdateCost;
}

/** By what spend is grouped, measured, cut into time and compared. */
export function CostControls({ period, values, update }: CostControlsProps) {
  const possible = granularitiesOf(period);
  return (
    <div className="control-row">
      <GroupingChoice
        chosen={values.groupBy}
        onChoose={(groupBy) => update({ groupBy, callsAt: '', callsOf: '', requestId: '' })}
      />
      <Choice
        label="Measure"
        chosen={values.measure}
        choices={SPEND_MEASURE_IDS.map((id) => ({ id, name: measureLabel(id) }))}
        onChoose={(measure) => update({ measure })}
      />
      <Choice
        label="By"
        chosen={granularityFor(values.granularity, period)}
        choices={GRANULARITIES.map((id) => ({
          id,
          name: GRANULARITY_NAMES[id],
          ...(possible.includes(id) ? {} : { refused: whyNot(id) }),
        }))}
        onChoose={(granularity) => update({ granularity, callsAt: '', callsOf: '', requestId: '' })}
      />
      <Choice
        label="Compare with"
        chosen={comparisonFor(values.compare, period) ?? 'none'}
        choices={COMPARISONS.flatMap((id) =>
          id === 'auto' ? [] : [{ id, name: COMPARISON_NAMES[id] }],
        )}
        onChoose={(compare) => update({ compare })}
      />
    </div>
  );
}

function whyNot(granularity: string): string {
  return granularity === 'hour' ? 'For 14 days at most' : 'For more than one day';
}

interface ChoiceProps<C extends string> {
  readonly label: string;
  readonly chosen: C;
  readonly choices: readonly {
    readonly id: C;
    readonly name: string;
    /** Why it cannot be chosen now. */
    readonly refused?: string;
  }[];
  readonly onChoose: (chosen: C) => void;
}

function Choice<C extends string>({ label, chosen, choices, onChoose }: ChoiceProps<C>) {
  return (
    <Select
      inlineLabelText={label}
      selectedOption={{
        value: chosen,
        label: choices.find(({ id }) => id === chosen)?.name ?? chosen,
      }}
      options={choices.map(({ id, name, refused }) => ({
        value: id,
        label: name,
        ...(refused === undefined ? {} : { disabled: true, description: refused }),
      }))}
      onChange={({ detail }) => {
        const next = choices.find(({ id }) => id === detail.selectedOption.value);
        if (next !== undefined) onChoose(next.id);
      }}
      expandToViewport
    />
  );
}
