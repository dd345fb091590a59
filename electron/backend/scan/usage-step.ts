import { inParallel } from '../aws/in-parallel.ts';
import { metrics, readMetrics } from '../sources/metrics.ts';
import type { SourceReading } from '../store/store.ts';
import { calledModels } from './called-models.ts';
import { createTally } from './progress.ts';
import { endStep, placeOf, type StepContext, targetsOf } from './step-context.ts';

const AT_ONCE = 16;

/** Reads the metrics of every account and Region. */
export async function readUsage(context: StepContext): Promise<readonly SourceReading[]> {
  const { progress, tools } = context;
  const { id } = metrics;
  progress.start(id);
  const called = await calledModels(tools.store);
  const tally = createTally((done, total) => progress.count(id, done, total));
  const readings = await inParallel(targetsOf(context.accounts), AT_ONCE, (target) =>
    readMetrics({
      tools,
      target,
      calledModels: called(target.accountId, target.region),
      onProgress: (done, total) => tally(placeOf(target), done, total),
    }),
  );
  await endStep(context, { id, readings, note: null });
  return readings;
}
