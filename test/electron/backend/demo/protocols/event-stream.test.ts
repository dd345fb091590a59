import { EventStreamCodec } from '@smithy/core/event-streams';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  eventMessage,
  jsonEvent,
} from '../../../../../electron/backend/demo/protocols/event-stream.ts';

const codec = new EventStreamCodec(toUtf8, fromUtf8);

describe('event stream messages', () => {
  test("the SDK's codec reads headers and payload back", () => {
    const name = fc.string({ minLength: 1, maxLength: 40 });
    const headers = fc.dictionary(name, fc.string({ maxLength: 300 }), { maxKeys: 5 });
    fc.assert(
      fc.property(headers, fc.uint8Array({ maxLength: 2000 }), (sent, payload) => {
        const message = codec.decode(eventMessage(sent, payload));
        const read = Object.entries(message.headers).map(([key, header]) => [key, header.value]);
        expect(read).toEqual(Object.entries(sent));
        expect(Buffer.from(message.body)).toEqual(Buffer.from(payload));
      }),
    );
  });

  test('a flipped bit anywhere breaks a checksum', () => {
    const frame = jsonEvent('messageStart', { role: 'assistant' });
    for (let at = 0; at < frame.length; at += 1) {
      const broken = Buffer.from(frame);
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
      expect(() => codec.decode(broken)).toThrow();
    }
  });
});
