import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allEvents, NOW, objectTexts, world } from './test-world.ts';

const INFERENCE = new Set([
  'Converse',
  'ConverseStream',
  'InvokeModel',
  'InvokeModelWithResponseStream',
]);

const trailFile = z.object({
  Records: z.array(
    z.looseObject({
      eventID: z.string(),
      eventTime: z.string(),
      eventName: z.string(),
      requestID: z.string(),
      recipientAccountId: z.string(),
      awsRegion: z.string(),
    }),
  ),
});

/** From 3 November on, when the trail began to write them; the one of today is not written yet. */
const DIGEST_DAYS = 17;

const events = allEvents();
const delivered = objectTexts('/CloudTrail/').flatMap(
  (text) => trailFile.parse(JSON.parse(text)).Records,
);

describe('events', () => {
  test('are one for each invocation, with its request id, and no other inference', () => {
    const inference = events.filter(({ eventName }) => INFERENCE.has(eventName));
    const byRequest = new Map(inference.map((event) => [event.requestID, event]));
    expect(byRequest.size).toBe(inference.length);
    expect(inference).toHaveLength(world.invocations.length);
    const strangers = world.invocations.filter((call) => {
      const event = byRequest.get(call.requestId);
      return (
        event?.eventID !== call.eventId ||
        event.eventName !== call.operation ||
        Date.parse(event.eventTime) !== call.time ||
        event.awsRegion !== call.region ||
        event.recipientAccountId !== call.accountId
      );
    });
    expect(strangers).toEqual([]);
  });

  test('have ids of their own and do not lie in the future', () => {
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(events.length);
    expect(events.filter(({ eventTime }) => eventTime > NOW)).toEqual([]);
  });

  test('of the organisation are in S3 exactly once, except for the newest two hours', () => {
    const old = events.filter(
      (event) =>
        event.recipientAccountId !== '666677778888' && event.eventTime < '2026-11-20T10:00:00Z',
    );
    expect(delivered.map(({ eventID }) => eventID).sort()).toEqual(
      old.map(({ eventID }) => eventID).sort(),
    );
    const newest = events.filter(({ eventTime }) => eventTime >= '2026-11-20T10:00:00Z');
    expect(newest.length).toBeGreaterThan(20);
  });

  test('in S3 are the same records as those of LookupEvents', () => {
    const byId = new Map(events.map((event) => [event.eventID, event]));
    const different = delivered.filter(
      (record) => !isDeepStrictEqual(record, byId.get(record.eventID)),
    );
    expect(different.map(({ eventID }) => eventID)).toEqual([]);
  });

  test('of one place come oldest first, from the start included to the end excluded', () => {
    const [first, second] = world.events('222233334444', 'us-east-1', 0, Date.parse(NOW));
    const from = Date.parse(first?.eventTime ?? '');
    const to = Date.parse(second?.eventTime ?? '');
    expect(to).toBeGreaterThan(from);
    const between = world.events('222233334444', 'us-east-1', from, to);
    expect(between.map(({ eventID }) => eventID)).toEqual([first?.eventID]);
  });
});

describe('trail files', () => {
  test('lie under the organisation, the account, the Region and the day of their records', () => {
    const wrong = world
      .objects(world.logBucket.name, `AWSLogs/${world.organizationId}/`)
      .filter(({ key }) => key.includes('/CloudTrail/'))
      .filter(({ key }) => {
        const match =
          /^AWSLogs\/o-[a-z0-9]+\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/\1_CloudTrail_\2_\3\4\5T\d{4}Z_[a-z0-9]{16}\.json\.gz$/.exec(
            key,
          );
        return match === null;
      });
    expect(wrong).toEqual([]);
  });

  test('hold records of their account, Region and day only', () => {
    const mixed = objectTexts('/CloudTrail/').filter((text) => {
      const { Records } = trailFile.parse(JSON.parse(text));
      const folders = Records.map(
        (record) =>
          `${record.recipientAccountId} ${record.awsRegion} ${record.eventTime.slice(0, 10)}`,
      );
      return new Set(folders).size !== 1;
    });
    expect(mixed).toEqual([]);
  });

  test('stand beside digests, which hold no records', () => {
    const digests = objectTexts('/CloudTrail-Digest/');
    const folders = new Set(
      delivered.map((record) => `${record.recipientAccountId} ${record.awsRegion}`),
    );
    // One a day for each account and Region that the trail delivers files of.
    expect(digests).toHaveLength(folders.size * DIGEST_DAYS);
    for (const text of digests) expect(Object.keys(JSON.parse(text))).not.toContain('Records');
  });
});
