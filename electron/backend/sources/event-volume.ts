import { createCaller } from '../aws/caller.ts';
import type { SourceTarget, SourceTools } from './source.ts';
import type { TimeRange } from './time-range.ts';

const DAY_SECONDS = 86_400;
const DAY_MS = DAY_SECONDS * 1_000;

/**
 * How many model calls CloudWatch counted in a range, by the Invocations metric across all models:
 * the bulk of what LookupEvents has to give for it. Costs one requested metric.
 * @throws CallFailure, or AppError `cancelled` or `cap-reached`.
 */
export async function countInvocations(
  { signal, meter }: Pick<SourceTools, 'signal' | 'meter'>,
  target: SourceTarget,
  range: TimeRange,
): Promise<number> {
  const { profile } = target.clients.connection;
  const caller = createCaller({ region: target.region, profile, signal, identified: true });
  meter.book('cloudwatch:GetMetricData', 1);
  const answer = await caller.call('cloudwatch:GetMetricData', async (options) =>
    (await target.clients.cloudwatch(target.region)).getMetricData(
      {
        StartTime: new Date(Math.floor(range.fromMs / DAY_MS) * DAY_MS),
        EndTime: new Date(range.toMs),
        MetricDataQueries: [
          {
            Id: 'calls',
            MetricStat: {
              Metric: { Namespace: 'AWS/Bedrock', MetricName: 'Invocations' },
              Period: DAY_SECONDS,
              Stat: 'Sum',
            },
          },
        ],
      },
      options,
    ),
  );
  const values = answer.MetricDataResults?.flatMap(({ Values }) => Values ?? []) ?? [];
  return Math.round(values.reduce((sum, value) => sum + value, 0));
}
