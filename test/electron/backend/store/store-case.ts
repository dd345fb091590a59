import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { openStore } from '../../../../electron/backend/store/open.ts';
import type { LogFile, Store } from '../../../../electron/backend/store/store.ts';
import type { FileOutcome, IngestSummary } from '../../../../shared/api/answers.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The clock of store tests. */
export const NOW = '2026-11-20T12:00:00Z';

/** Runs a test with an open store; `folder` is for its log files. */
export async function withStore(
  run: (store: Store, folder: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const store = await openStore({ folder: join(folder, 'workspace'), now: () => NOW });
    try {
      await run(store, join(folder, 'logs'));
    } finally {
      await store.close();
    }
  });
}

/** Writes a log file and describes it as a source does. */
export async function writeLog(path: string, content: string | Buffer): Promise<LogFile> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return logFile(path);
}

/** A file as a source hands it over. */
export async function logFile(path: string): Promise<LogFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, key: path, etag: `${size}-${mtimeMs}`, size, origin: 'folder' };
}

/** Ingests files and answers the summary with every outcome. */
export async function ingest(
  store: Store,
  files: readonly LogFile[],
): Promise<{ readonly summary: IngestSummary; readonly outcomes: readonly FileOutcome[] }> {
  const outcomes: FileOutcome[] = [];
  const summary = await store.ingest(files, { onOutcome: (outcome) => outcomes.push(outcome) });
  return { summary, outcomes };
}

/** A CloudTrail record of one Converse call; members given take the place of its own. */
export function event(id: string, members: Readonly<Record<string, unknown>> = {}) {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      arn: 'arn:aws:sts::111122223333:assumed-role/reader/alice',
      accountId: '111122223333',
      accessKeyId: 'ASIAEXAMPLE',
      sessionContext: { sessionIssuer: { arn: 'arn:aws:iam::111122223333:role/team/reader' } },
    },
    eventTime: '2026-10-14T03:20:11Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '192.0.2.7',
    userAgent: 'Boto3/1.40',
    requestParameters: { modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0' },
    requestID: `request-${id}`,
    eventID: id,
    readOnly: true,
    eventCategory: 'Management',
    recipientAccountId: '111122223333',
    ...members,
  };
}

/** A model invocation log record of one Converse call; members given take the place of its own. */
export function invocation(id: string, members: Readonly<Record<string, unknown>> = {}) {
  return {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: '2026-10-14T03:20:11Z',
    accountId: '111122223333',
    identity: { arn: 'arn:aws:sts::111122223333:assumed-role/reader/alice' },
    region: 'eu-west-1',
    requestId: id,
    operation: 'Converse',
    modelId: 'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
    input: { inputContentType: 'application/json', inputTokenCount: 100 },
    output: {
      outputContentType: 'application/json',
      outputBodyJson: { stopReason: 'end_turn', metrics: { latencyMs: 800 } },
      outputTokenCount: 20,
    },
    ...members,
  };
}

/** CloudTrail's wrapping. */
export function records(...events: readonly unknown[]): string {
  return JSON.stringify({ Records: events });
}

/** One JSON document per line. */
export function lines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** The first value of each row of a query. */
export async function column(store: Store, sql: string): Promise<readonly unknown[]> {
  return (await store.query(sql, 5_000)).rows.map(([value]) => value);
}
