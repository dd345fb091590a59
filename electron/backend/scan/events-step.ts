import { inParallel } from '../aws/in-parallel.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { lookupEvents, readLookupEvents } from '../sources/lookup-events.ts';
import type { SourceTarget } from '../sources/source.ts';
import { coveredTime, isRecorded } from './covered.ts';
import type { LogsResult } from './logs-step.ts';
import { createTally } from './progress.ts';
import { endStep, placeOf, type StepContext, type StepResult, targetsOf } from './step-context.ts';

/** AWS limits each account and Region by itself, so all of them may be read at once. */
const AT_ONCE = 64;

/**
 * Reads the event history. Where a trail records an account and Region, it waits for the log files
 * and asks only for what they do not hold; elsewhere it starts at once.
 */
export async function readEvents(
  context: StepContext,
  logs: Promise<LogsResult>,
): Promise<StepResult> {
  const { progress, settings } = context;
  const { id } = lookupEvents;
  if (!settings.sources.includes('events')) {
    progress.end(id, 'done', 'Switched off in Settings.');
    return { readings: [], summary: NOTHING_INGESTED };
  }
  progress.start(id);
  const tally = createTally((done, total) => progress.count(id, done, total));
  const results = await inParallel(targetsOf(context.accounts), AT_ONCE, async (target) =>
    readLookupEvents({
      tools: context.tools,
      target,
      covered: await coveredAt(context, target, logs),
      onProgress: (done, total) => tally(placeOf(target), done, total),
    }),
  );
  const readings = results.map(({ reading }) => reading);
  await endStep(context, { id, readings, note: null });
  return {
    readings,
    summary: results.reduce((sum, { summary }) => addSummaries(sum, summary), NOTHING_INGESTED),
  };
}

async function coveredAt(
  { configuration }: StepContext,
  target: SourceTarget,
  logs: Promise<LogsResult>,
) {
  if (!isRecorded(target, configuration)) return null;
  return coveredTime(target, (await logs).covered, configuration);
}
