import type { IngestSummary } from '../../../shared/api/answers.ts';

/** The summary of an ingest that took nothing. */
export const NOTHING_INGESTED: IngestSummary = {
  files: 0,
  filesTaken: 0,
  filesPartial: 0,
  filesSkipped: 0,
  filesFailed: 0,
  events: 0,
  invocations: 0,
  duplicates: 0,
  fragments: 0,
};

/** Both ingests as one. */
export function addSummaries(a: IngestSummary, b: IngestSummary): IngestSummary {
  return {
    files: a.files + b.files,
    filesTaken: a.filesTaken + b.filesTaken,
    filesPartial: a.filesPartial + b.filesPartial,
    filesSkipped: a.filesSkipped + b.filesSkipped,
    filesFailed: a.filesFailed + b.filesFailed,
    events: a.events + b.events,
    invocations: a.invocations + b.invocations,
    duplicates: a.duplicates + b.duplicates,
    fragments: a.fragments + b.fragments,
  };
}
