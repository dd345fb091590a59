import { together } from '../aws/in-parallel.ts';
import { addSummaries } from '../sources/ingest-summary.ts';
import { lookupEvents } from '../sources/lookup-events.ts';
import { billStep, readBill } from './bill-step.ts';
import { readEvents } from './events-step.ts';
import { logsStep, readLogs } from './logs-step.ts';
import { pricesStep, readPrices } from './prices-step.ts';
import type { StepContext, StepResult } from './step-context.ts';
import { readUsage, usageStep } from './usage-step.ts';

/** The steps of the sources. */
export const sourceSteps = [
  logsStep,
  { id: lookupEvents.id, title: lookupEvents.title },
  usageStep,
  billStep,
  pricesStep,
] as const;

/**
 * Reads log buckets, event history, metrics, the bill and prices. Metrics wait for the log files, whose events name
 * models that ListMetrics has forgotten. Each step's readings are stored when it ends.
 * @throws AppError `cancelled`, once all of them have stopped.
 */
export async function readSources(context: StepContext): Promise<StepResult> {
  const readingLogs = readLogs(context);
  const [logs, events, usage, bill, prices] = await together([
    readingLogs,
    readEvents(context, readingLogs),
    readingLogs.then(() => readUsage(context)),
    readBill(context),
    readPrices(context),
  ]);
  return {
    readings: [...logs.readings, ...events.readings, ...usage, ...bill, ...prices],
    summary: addSummaries(logs.summary, events.summary),
  };
}
