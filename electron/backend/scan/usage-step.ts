import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { metricPlans, runtimeMetrics } from '../sources/metrics/metric-plans.ts';
import { readMetrics } from '../sources/metrics/read-metrics.ts';
import type { SourceTarget } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import { calledModels } from './called-models.ts';
import { createTally } from './progress.ts';
import { endStep, isLeftOut, placeOf, type StepContext, targetsOf } from './step-context.ts';

/** The step that reads CloudWatch, every namespace of Bedrock. */
export const usageStep = { id: runtimeMetrics.id, title: runtimeMetrics.title } as const;

const AT_ONCE = 16;

/** Reads the metrics of every account and Region. */
export async function readUsage(context: StepContext): Promise<readonly SourceReading[]> {
  const { progress, tools } = context;
  const { id } = usageStep;
  if (isLeftOut(context, 'metrics', id)) return [];
  progress.start(id);
  const called = await calledModels(tools.store);
  const jobs = targetsOf(context.accounts).flatMap((target) =>
    metricPlans.map((plan) => ({ target, plan })),
  );
  const tally = createTally(jobs.map(partOf), (...counted) => progress.count(id, ...counted));
  const readings = await inParallel(jobs, AT_ONCE, async (job) => {
    const { target, plan } = job;
    const place = [target.accountId, target.region] as const;
    const offered = plan === runtimeMetrics ? offeredModels(context.configuration, target) : [];
    const reading = await readMetrics({
      tools,
      target,
      plan,
      candidates: plan === runtimeMetrics ? [...called(...place), ...offered] : [],
      onProgress: (done, total) => tally.count(partOf(job), done, total),
    });
    tally.end(partOf(job));
    return reading;
  });
  await endStep(context, { id, readings, note: null });
  return readings;
}

function partOf(job: { readonly target: SourceTarget; readonly plan: { readonly id: string } }) {
  return `${placeOf(job.target)}/${job.plan.id}`;
}

/** What may have been called in a Region at some time in 15 months: its models and profiles. */
function offeredModels(
  configuration: readonly DatasetReading[],
  { accountId, region }: SourceTarget,
): readonly string[] {
  return configuration
    .filter((reading) => reading.accountId === accountId && reading.region === region)
    .flatMap((reading) => [
      ...(isOf(reading, 'foundation-models') ? reading.items.map(({ modelId }) => modelId) : []),
      ...(isOf(reading, 'inference-profiles')
        ? reading.items.map(({ profileId }) => profileId)
        : []),
    ]);
}

function isOf<D extends DatasetReading['dataset']>(
  reading: DatasetReading,
  dataset: D,
): reading is DatasetReading<D> {
  return reading.dataset === dataset;
}
