import Box from '@cloudscape-design/components/box';
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator';
import type { ModelRow } from '../../../shared/api/answers.ts';
import { type Day, dayOf, type Instant } from '../../../shared/model/period.ts';
import { useToday } from '../../workspace.ts';
import { type LifeStage, lifecycleWords, lifeStage } from './model-words.ts';

const TYPE = {
  active: 'success',
  legacy: 'info',
  ending: 'warning',
  ended: 'error',
  unknown: 'not-started',
} as const satisfies Record<LifeStage, StatusIndicatorProps.Type>;

type WithLifecycle = Pick<ModelRow, 'lifecycle'>;

/** Where a model stands in its life, in words and an icon; its last day is on hover. */
export function LifecycleBadge({ row }: { readonly row: WithLifecycle }) {
  const end = row.lifecycle?.endOfLifeTime ?? null;
  return (
    <span title={end === null ? lifecycleWords(row) : `End of life on ${dayOf(end)} (UTC)`}>
      <StatusIndicator type={TYPE[lifeStage(row)]}>{lifecycleWords(row)}</StatusIndicator>
    </span>
  );
}

/** The dates of a model's life in order, today among them. */
export function LifecycleTimeline({ row }: { readonly row: WithLifecycle }) {
  const today = useToday();
  const steps = stepsOf(row, today);
  if (steps.length <= 1) {
    return (
      <Box color="text-body-secondary">
        {row.lifecycle === null
          ? 'No Region lists this model, so AWS tells no dates.'
          : 'AWS names no dates for this model.'}
      </Box>
    );
  }
  return (
    <ol className="life">
      {steps.map(({ label, day, now, what }) => (
        <li key={label} className={now ? 'life-now' : day < today ? 'life-past' : 'life-coming'}>
          <span className="figure">{day}</span>
          <strong>{label}</strong>
          <span className="life-what">{what}</span>
        </li>
      ))}
    </ol>
  );
}

interface Step {
  readonly label: string;
  readonly day: Day;
  readonly now: boolean;
  readonly what: string;
}

function stepsOf({ lifecycle }: WithLifecycle, today: Day): readonly Step[] {
  const step = (label: string, at: Instant | null, what: string): readonly Step[] =>
    at === null ? [] : [{ label, day: dayOf(at), now: false, what }];
  return [
    ...step('Available', lifecycle?.startOfLifeTime ?? null, 'AWS began to offer it'),
    ...step('Legacy', lifecycle?.legacyTime ?? null, 'no new customers, no new quotas'),
    ...step(
      'Public extended access',
      lifecycle?.publicExtendedAccessTime ?? null,
      'calls may cost more',
    ),
    ...step('End of life', lifecycle?.endOfLifeTime ?? null, 'calls fail'),
    { label: 'Today', day: today, now: true, what: '' },
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : Number(a.now) - Number(b.now)));
}
