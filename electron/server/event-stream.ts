import type { ServerResponse } from 'node:http';
import type { BackendEvent } from '../../shared/api/answers.ts';

/** A reader that stops reading is let go when this many bytes wait for it. */
const MAX_WAITING_BYTES = 16_000_000;

/** All open event streams of a server. */
export interface EventStreams {
  /** Keeps a response open and writes every event to it, one JSON object a line. */
  open(response: ServerResponse): void;
  /** Ends every stream. */
  close(): void;
}

/** Carries the backend's events to any number of readers as newline-delimited JSON. */
export function eventStreams(
  onEvent: (listener: (event: BackendEvent) => void) => () => void,
): EventStreams {
  const readers = new Set<ServerResponse>();
  const stop = onEvent((event) => {
    const line = `${JSON.stringify(event)}\n`;
    for (const reader of readers) writeLine(reader, line);
  });
  return {
    open(response) {
      response.writeHead(200, {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.write('\n');
      readers.add(response);
      response.on('close', () => readers.delete(response));
    },
    close() {
      stop();
      for (const reader of readers) reader.end();
    },
  };
}

function writeLine(reader: ServerResponse, line: string): void {
  if (reader.writableLength > MAX_WAITING_BYTES) reader.destroy();
  else reader.write(line);
}
