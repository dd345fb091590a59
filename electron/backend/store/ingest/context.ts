import type { Instant } from '../../../../shared/model/period.ts';
import type { Database } from '../database.ts';
import type { ManifestEntry } from './manifest.ts';

/** What ingest needs of the open store. */
export interface IngestContext {
  readonly database: Database;
  /** A folder for passing files of this store alone. */
  readonly temp: string;
  readonly now: () => Instant;
}

/** What one run of ingest works with. */
export interface LoadContext extends IngestContext {
  /** The passing files of this run alone. */
  readonly folder: string;
}

/** A manifest entry with how many new rows of each kind its file gave. */
export interface LoadedEntry extends ManifestEntry {
  readonly events: number;
  readonly invocations: number;
}
