import { crc32 } from 'node:zlib';

const PRELUDE = 12;
const CHECKSUM = 4;
const STRING_HEADER = 7;

/** The content type of an event stream. */
export const EVENT_STREAM_TYPE = 'application/vnd.amazon.eventstream';

/** Frames one message: lengths, CRC of the prelude, string headers, payload, CRC of the whole. */
export function eventMessage(
  headers: Readonly<Record<string, string>>,
  payload: Uint8Array,
): Buffer {
  const head = Buffer.concat(Object.entries(headers).map(([name, value]) => header(name, value)));
  const frame = Buffer.alloc(PRELUDE + head.length + payload.length + CHECKSUM);
  frame.writeUInt32BE(frame.length, 0);
  frame.writeUInt32BE(head.length, 4);
  frame.writeUInt32BE(crc32(frame.subarray(0, 8)), 8);
  head.copy(frame, PRELUDE);
  frame.set(payload, PRELUDE + head.length);
  const end = frame.length - CHECKSUM;
  frame.writeUInt32BE(crc32(frame.subarray(0, end)), end);
  return frame;
}

/** A modelled event with a JSON payload, for example `contentBlockDelta`. */
export function jsonEvent(type: string, payload: object): Buffer {
  return eventMessage(
    { ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' },
    Buffer.from(JSON.stringify(payload)),
  );
}

function header(name: string, value: string): Buffer {
  const nameBytes = Buffer.from(name);
  const valueBytes = Buffer.from(value);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(valueBytes.length);
  return Buffer.concat([
    Buffer.of(nameBytes.length),
    nameBytes,
    Buffer.of(STRING_HEADER),
    size,
    valueBytes,
  ]);
}
