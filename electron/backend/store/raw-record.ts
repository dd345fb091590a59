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
  const record = await findIn(String(row.path), file, eventId);
  if (record !== null) return { file, record };
  throw new AppError(
    'not-found',
    `${file} no longer contains the event ${eventId}: the file has changed since it was read.`,
  );
}

async function findIn(path: string, file: string, eventId: string): Promise<unknown> {
  const splitter = createRecordSplitter();
  const wanted = JSON.stringify(eventId).slice(1, -1);
  try {
    for await (const chunk of readChunks(path)) {
      for (const { bytes } of splitter.push(chunk)) {
        const found = bytes?.includes(wanted) === true ? eventIn(bytes, eventId) : null;
        if (found !== null) return found;
      }
    }
    return null;
  } catch (thrown) {
    throw new AppError(
      'not-found',
      `The record of event ${eventId} cannot be read again from ${file}: ` +
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
