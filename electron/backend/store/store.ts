import type { FileOutcome, IngestSummary, QueryAnswer } from '../../../shared/api/answers.ts';
import type {
  DatasetReading,
  ReadGap,
  ReadOutcome,
  Snapshot,
} from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { BillStore } from './bill/bill-store.ts';
import type { QuestionName, QuestionParams, QuestionRow } from './questions/questions.ts';

/** A file to ingest. DuckDB reads it from `path`; `key` is its identity in the manifest. */
export interface LogFile {
  readonly path: string;
  /** Absolute path of a folder's file, `s3://bucket/key`, or the spool's name of what a source gave. */
  readonly key: string;
  /** S3 ETag, or size and modification time of a local file; a changed one is read again. */
  readonly etag: string;
  readonly size: number;
  readonly origin: 'folder' | 's3' | 'lookup-events' | 'log-group';
}

/** The hash of one version of a file of the manifest. */
export interface ContentHash {
  readonly key: string;
  readonly etag: string;
  /** Lower-case hex, of the content before compression, as digests of CloudTrail state it. */
  readonly sha256: string;
}

export interface IngestOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onOutcome?: (outcome: FileOutcome) => void;
}

/** One CloudWatch value: a statistic of a metric over one period. */
export interface MetricPoint {
  readonly accountId: string;
  readonly region: string;
  readonly namespace: string;
  readonly metric: string;
  /** `Sum` when absent. */
  readonly statistic?: 'Sum' | 'Maximum';
  /** The value of the dimension that names the model, as CloudWatch has it; empty without one. */
  readonly modelId: string;
  readonly serviceTier: string | null;
  /** All other dimensions, sorted by name; none when absent. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly periodStart: Instant;
  readonly periodSeconds: number;
  readonly value: number;
}

/** An answer that lies in S3 beside its record and holds usage that the record lacks. */
export interface OpenBody {
  readonly requestId: string;
  /** UTC. */
  readonly time: string;
  readonly modelId: string;
  /** `s3://bucket/key`. */
  readonly path: string;
}

/** Such an answer as JSON; null when it cannot be had. */
export interface InvocationBody extends Omit<OpenBody, 'path'> {
  readonly body: unknown;
}

/** How one source ended in one account and Region. */
export interface SourceReading {
  readonly source: string;
  readonly accountId: string;
  readonly region: string;
  readonly outcome: ReadOutcome;
  readonly actions: readonly string[];
  readonly readAt: Instant;
  readonly calls: number;
  readonly items: number;
  /** What was left out although the rest was collected; nothing when absent. */
  readonly gaps?: readonly ReadGap[];
}

/** One kind of metered AWS call that Assay made. */
export interface WatchingRow {
  readonly at: Instant;
  readonly scanId: string;
  /** For example `cloudwatch:GetMetricData`. */
  readonly operation: string;
  readonly calls: number;
  /** What is billed: metrics requested, pages, requests. */
  readonly units: number;
  /** Exact decimal USD. */
  readonly usd: string;
}

/** The workspace's database. One per process and file; writes happen in transactions. */
export interface Store {
  /** Keys of the manifest that need no second look, out of those asked for. */
  knownFiles(files: readonly LogFile[]): Promise<ReadonlySet<string>>;
  /** Reads files into events and invocations; idempotent; a bad file never stops the others. */
  ingest(files: readonly LogFile[], options?: IngestOptions): Promise<IngestSummary>;
  /** Answers in S3 of one account and Region that are still to be read for their usage. */
  openBodies(place: {
    readonly accountId: string;
    readonly region: string;
  }): Promise<readonly OpenBody[]>;
  /** The hours of which files in S3 gave invocations of one account and Region, oldest first. */
  hoursFromS3(place: {
    readonly accountId: string;
    readonly region: string;
  }): Promise<readonly { readonly from: Instant; readonly to: Instant }[]>;
  /** Takes the figures of answers into their invocations; texts are not kept. */
  putBodies(bodies: readonly InvocationBody[]): Promise<void>;
  /** Notes the SHA-256 of what log files of this version hold, where the manifest has them. */
  putHashes(hashes: readonly ContentHash[]): Promise<void>;
  /** Lists files of a folder that were not read at all (hidden, special, not listable). */
  noteUnread(outcomes: readonly FileOutcome[]): Promise<void>;
  /** Newest outcomes first. */
  fileOutcomes(page: {
    readonly statuses?: readonly FileOutcome['status'][];
    readonly offset: number;
    readonly limit: number;
  }): Promise<{ readonly rows: readonly FileOutcome[]; readonly total: number }>;
  /**
   * Inserts or replaces points by their identity, all of them or none.
   * @throws AppError `cancelled`.
   */
  putMetricPoints(points: readonly MetricPoint[], signal?: AbortSignal): Promise<void>;
  /**
   * Sums the days whose invocations or metrics have changed, so that questions by day are fast again;
   * they answer the same without it.
   * @throws AppError `cancelled`; days that were summed until then stay summed.
   */
  sumUp(signal?: AbortSignal): Promise<void>;
  /** Remembers how far a resumable source got. */
  getCursor(name: string): Promise<string | null>;
  setCursor(name: string, value: string): Promise<void>;
  putReadings(scanId: string, readings: readonly DatasetReading[]): Promise<void>;
  putSourceReadings(scanId: string, readings: readonly SourceReading[]): Promise<void>;
  /** The newest reading of every dataset, account and Region; null before the first scan. */
  latestSnapshot(): Promise<Snapshot | null>;
  latestSourceReadings(): Promise<readonly SourceReading[]>;
  putWatching(rows: readonly WatchingRow[]): Promise<void>;
  watching(month: string): Promise<readonly WatchingRow[]>;
  /** What AWS billed, and the prices that it named. */
  readonly bill: BillStore;
  /** Runs one of the .sql questions. */
  ask<N extends QuestionName>(
    name: N,
    params: QuestionParams<N>,
  ): Promise<readonly QuestionRow<N>[]>;
  /** One read-only SELECT over the documented views; anything else is `invalid-input`. */
  query(sql: string, limit: number): Promise<QueryAnswer>;
  /** The raw record of an event, re-read from its file. */
  rawRecord(eventId: string): Promise<{ readonly file: string; readonly record: unknown }>;
  /** The raw record of an invocation, where its file was kept; null elsewhere. */
  rawInvocation(
    requestId: string,
  ): Promise<{ readonly file: string; readonly record: unknown } | null>;
  close(): Promise<void>;
}
