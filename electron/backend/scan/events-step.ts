import { AppError } from '../../../shared/model/app-error.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import { CallFailure } from '../aws/caller.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { addSummaries, NOTHING_INGESTED } from '../sources/ingest-summary.ts';
import { lookupEvents, readLookupEvents } from '../sources/lookup-events.ts';
import { openLookupRanges } from '../sources/lookup-query.ts';
import type { SourceTarget } from '../sources/source.ts';
import { subtractAll, type TimeRange } from '../sources/time-range.ts';
import { coveredTime, isRecorded } from './covered.ts';
import { type EventsEstimate, estimatePlace, longEventsAdvice } from './estimate.ts';
import type { LogsResult } from './logs-step.ts';
import { createTally } from './progress.ts';
import {
  endStep,
  isLeftOut,
  placeOf,
  type StepContext,
  type StepResult,
  targetsOf,
} from './step-context.ts';
import { endOfReadings } from './step-ends.ts';

/** AWS limits each account and Region by itself, so all of them may be read at once. */
const AT_ONCE = 64;
/** The history of a few days is a matter of seconds. */
const WORTH_ESTIMATING_MS = 5 * 86_400_000;

/**
 * Reads the event history. Where a trail records an account and Region, it waits for the log files
 * and asks only for what they do not hold; elsewhere it starts at once.
 */
export async function readEvents(
  context: StepContext,
  logs: Promise<LogsResult>,
): Promise<StepResult> {
  const { progress } = context;
  const { id } = lookupEvents;
  if (isLeftOut(context, 'events', id)) return { readings: [], summary: NOTHING_INGESTED };
  progress.start(id);
  const targets = targetsOf(context.accounts);
  const tally = createTally(targets.map(placeOf), (...counted) => progress.count(id, ...counted));
  const estimates: EventsEstimate[] = [];
  const results = await inParallel(targets, AT_ONCE, async (target) => {
    const covered = await coveredAt(context, target, logs);
    estimates.push(...(await estimateAt(context, target, covered)));
    progress.note(id, longEventsAdvice(estimates));
    const result = await readLookupEvents({
      tools: context.tools,
      target,
      covered,
      intervalMs: context.lookupIntervalMs,
      onProgress: (done, total) => tally.count(placeOf(target), done, total),
    });
    tally.end(placeOf(target));
    return result;
  });
  const readings = results.map(({ reading }) => reading);
  await endStep(context, { id, readings, note: joinNotes(readings, estimates) });
  return {
    readings,
    summary: results.reduce((sum, { summary }) => addSummaries(sum, summary), NOTHING_INGESTED),
  };
}

function joinNotes(
  readings: StepResult['readings'],
  estimates: readonly EventsEstimate[],
): string | null {
  const notes = [endOfReadings(readings).note, longEventsAdvice(estimates)];
  const told = notes.filter((note) => note !== null);
  return told.length === 0 ? null : told.join('. ');
}

/**
 * What the rest of the history will take, where it is more than a few days; nothing where CloudWatch
 * does not say it.
 */
async function estimateAt(
  context: StepContext,
  target: SourceTarget,
  covered: readonly TimeRange[],
): Promise<readonly EventsEstimate[]> {
  const { tools } = context;
  const open = await openLookupRanges(tools, target, msOfInstant(tools.clock()));
  const ranges = subtractAll(open, covered);
  const openMs = ranges.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  if (openMs < WORTH_ESTIMATING_MS) return [];
  try {
    return [await estimatePlace(context, target, ranges)];
  } catch (error) {
    if (error instanceof CallFailure) return [];
    if (error instanceof AppError && error.code === 'cap-reached') return [];
    throw error;
  }
}

async function coveredAt(
  { configuration }: StepContext,
  target: SourceTarget,
  logs: Promise<LogsResult>,
) {
  if (!isRecorded(target, configuration)) return [];
  return coveredTime(target, (await logs).covered, configuration);
}
