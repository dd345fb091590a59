import type { IngestSummary, Settings } from '../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import type { SourceKind } from '../../../shared/model/settings.ts';
import type { SourceTarget, SourceTools } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import type { Progress } from './progress.ts';
import type { ScanAccount } from './scan-accounts.ts';
import { endOfReadings } from './step-ends.ts';

/** What the steps that read sources work with. */
export interface StepContext {
  readonly scanId: string;
  readonly accounts: readonly ScanAccount[];
  /** What the collectors read that sources need: where trails and logging write to. */
  readonly configuration: readonly DatasetReading[];
  readonly settings: Settings;
  readonly tools: SourceTools;
  readonly progress: Progress;
  /** Sources that are large and that the user did not confirm. */
  readonly unconfirmed?: readonly SourceKind[];
  /** Least milliseconds between two LookupEvents requests of a place; what AWS allows when absent. */
  readonly lookupIntervalMs?: number | undefined;
}

/** What a step read and what that added to the store. */
export interface StepResult {
  readonly readings: readonly SourceReading[];
  readonly summary: IngestSummary;
}

/** Ends the step of a source that is not to be read, and says why. */
export function isLeftOut(
  { settings, progress, unconfirmed = [] }: StepContext,
  kind: SourceKind,
  step: string,
): boolean {
  if (unconfirmed.includes(kind)) {
    progress.end(step, 'partial', 'Left out: it is large, and was not confirmed.');
    return true;
  }
  if (settings.sources.includes(kind)) return false;
  progress.end(step, 'done', 'Not among the sources to read.');
  return true;
}

/** Every account and Region of a scan. */
export function targetsOf(accounts: readonly ScanAccount[]): readonly SourceTarget[] {
  return accounts.flatMap(({ accountId, clients, regions }) =>
    regions.map((region) => ({ accountId, clients, region })),
  );
}

/** The account and Region of a target as one text. */
export function placeOf({ accountId, region }: SourceTarget): string {
  return `${accountId}/${region}`;
}

/** Stores the readings of a step and says how it ended. */
export async function endStep(
  { scanId, progress, tools }: StepContext,
  step: {
    readonly id: string;
    readonly readings: readonly SourceReading[];
    readonly note: string | null;
  },
): Promise<void> {
  await tools.store.putSourceReadings(scanId, step.readings);
  const { end, note } = endOfReadings(step.readings);
  progress.end(step.id, end, step.note ?? note);
}
