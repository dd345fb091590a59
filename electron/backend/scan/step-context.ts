import type { IngestSummary, Settings } from '../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import type { SourceTarget, SourceTools } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import type { Progress } from './progress.ts';
import type { ScanAccount } from './scan-accounts.ts';
import { endOfReadings } from './step-ends.ts';

/** What the steps that read sources work with. */
export interface StepContext {
  readonly scanId: string;
  readonly accounts: readonly ScanAccount[];
  /** What the collectors read: where trails and logging write to. */
  readonly configuration: readonly DatasetReading[];
  readonly settings: Settings;
  readonly tools: SourceTools;
  readonly progress: Progress;
  /** Least milliseconds between two LookupEvents requests of a place; what AWS allows when absent. */
  readonly lookupIntervalMs?: number | undefined;
}

/** What a step read and what that added to the store. */
export interface StepResult {
  readonly readings: readonly SourceReading[];
  readonly summary: IngestSummary;
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
