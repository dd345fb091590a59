import { existsSync } from 'node:fs';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Connection } from './database.ts';
import { readChunks } from './ingest/read-file.ts';
import { createRecordSplitter } from './ingest/record-splitter.ts';
import { firstLine, messageOf } from './store-error.ts';

/** An event as its file has it. */
export interface FoundRecord {
  readonly file: string;
  readonly record: unknown;
}

/**
 * Reads the raw record of an event again from the file it came from: bodies are not stored.
 * @throws AppError `not-found` when the event is unknown or its file moved or changed.
 */
export async function readRawRecord(connection: Connection, eventId: string): Promise<FoundRecord> {
  const rows = await connection.rows(
    `SELECT f.key, f.path FROM event_rows e JOIN file_rows f ON f.file_id = e.file_id
     WHERE e.event_id = ? LIMIT 1`,
    [eventId],
  );
  const [row] = rows;
  if (row === undefined) {
    throw new AppError('not-found', `No event with the id '${eventId}' is stored.`);
  }
  const file = String(row.key);
  const record = await findIn(String(row.path), file, { id: eventId, matches: eventIn });
  if (record !== null) return { file, record };
  throw new AppError(
    'not-found',
    `${file} no longer contains the event ${eventId}: the file has changed since it was read.`,
  );
}

/**
 * The raw record of an invocation where its file was kept; null where bodies are not kept, or the
 * file has gone since. It holds the prompt and the answer.
 */
export async function readRawInvocation(
  connection: Connection,
  requestId: string,
): Promise<FoundRecord | null> {
  const [row] = await connection.rows(
    `SELECT f.key, f.path FROM invocation_rows i JOIN file_rows f ON f.file_id = i.file_id
     WHERE i.request_id = ? LIMIT 1`,
    [requestId],
  );
  if (row === undefined || !existsSync(String(row.path))) return null;
  const file = String(row.key);
  const wanted = { id: requestId, matches: invocationIn };
  const record = await findIn(String(row.path), file, wanted);
  return record === null ? null : { file, record };
}

/** What to look for: an id in the text of a record, and the record that it then is. */
interface Wanted {
  readonly id: string;
  readonly matches: (bytes: Buffer, id: string) => unknown;
}

async function findIn(path: string, file: string, { id, matches }: Wanted): Promise<unknown> {
  const splitter = createRecordSplitter();
  const wanted = JSON.stringify(id).slice(1, -1);
  try {
    for await (const chunk of readChunks(path)) {
      for (const { bytes } of splitter.push(chunk)) {
        const found = bytes?.includes(wanted) === true ? matches(bytes, id) : null;
        if (found !== null) return found;
      }
    }
    return null;
  } catch (thrown) {
    throw new AppError(
      'not-found',
      `The record ${id} cannot be read again from ${file}: ` +
        `${firstLine(messageOf(thrown))}. Put the file back, or import its new place.`,
      { cause: thrown },
    );
  }
}

function eventIn(bytes: Buffer, eventId: string): unknown {
  const record: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof record !== 'object' || record === null) return null;
  if ('eventID' in record && record.eventID === eventId) return record;
  if ('CloudTrailEvent' in record && typeof record.CloudTrailEvent === 'string') {
    return eventIn(Buffer.from(record.CloudTrailEvent), eventId);
  }
  return null;
}

function invocationIn(bytes: Buffer, requestId: string): unknown {
  const record: unknown = JSON.parse(bytes.toString('utf8'));
  if (typeof record !== 'object' || record === null || !('requestId' in record)) return null;
  return record.requestId === requestId ? record : null;
}
