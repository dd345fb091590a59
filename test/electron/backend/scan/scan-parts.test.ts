import { describe, expect, it } from 'vitest';
import { coveredTime, isRecorded } from '../../../../electron/backend/scan/covered.ts';
import { mergeReadings, withUnknown } from '../../../../electron/backend/scan/merge-readings.ts';
import { createProgress } from '../../../../electron/backend/scan/progress.ts';
import { endOfReadings } from '../../../../electron/backend/scan/step-ends.ts';
import { unreadLogs } from '../../../../electron/backend/scan/unread-logs.ts';
import type { SourceReading } from '../../../../electron/backend/store/store.ts';
import type { JobStep } from '../../../../shared/api/answers.ts';
import type {
  DatasetReading,
  ReadOutcome,
  Trail,
  TrailStatus,
} from '../../../../shared/model/dataset.ts';

const WHERE = { accountId: '1', region: 'us-east-1' };
const COLLECTED: ReadOutcome = { status: 'collected' };
const DENIED: ReadOutcome = { status: 'denied', action: 'cloudtrail:DescribeTrails', reason: 'no' };

const UNREAD = {
  read: false,
  outcome: { status: 'failed', reason: 'not part of this case' },
} as const;

const TRAIL: Trail = {
  name: 't',
  trailArn: 'arn:t',
  homeRegion: 'us-east-1',
  multiRegion: true,
  organization: true,
  logging: true,
  s3Bucket: 'logs',
  s3KeyPrefix: 'org',
  logFileValidation: true,
  managementEvents: 'all',
  excludedSources: [],
  dataResourceTypes: [],
  kmsKeyArn: null,
  logGroupArn: null,
  status: startedAt('1970-01-01T00:00:00Z'),
  selectors: UNREAD,
};

function startedAt(instant: string | null): Trail['status'] {
  const value: TrailStatus = {
    logging: true,
    startedAt: instant,
    stoppedAt: null,
    latestDeliveryAt: null,
    latestDeliveryError: null,
    latestDigestAt: null,
    latestDigestError: null,
    latestLogGroupDeliveryAt: null,
    latestLogGroupDeliveryError: null,
  };
  return { read: true, value };
}

function trails(change: Partial<Trail>, outcome: ReadOutcome = COLLECTED): DatasetReading {
  return {
    dataset: 'trails',
    ...WHERE,
    outcome,
    actions: [],
    readAt: '2026-11-20T00:00:00Z',
    calls: 1,
    items: outcome.status === 'collected' ? [{ ...TRAIL, ...change }] : [],
  };
}

function source(change: Partial<SourceReading>): SourceReading {
  return {
    source: 'cloudtrail-logs',
    ...WHERE,
    outcome: COLLECTED,
    actions: [],
    readAt: '2026-11-20T00:00:00Z',
    calls: 1,
    items: 5,
    ...change,
  };
}

const RANGE = { fromMs: 10, toMs: 20 };
const FOLDER = {
  bucket: 'logs',
  prefix: 'org/AWSLogs/o-1/1/CloudTrail/us-east-1/',
  kind: 'cloudtrail' as const,
  ...WHERE,
};

describe('the time that trail files cover', () => {
  it.each([
    { name: 'a trail of all management events', change: {}, covered: [RANGE], recorded: true },
    {
      name: 'a trail of writes',
      change: { managementEvents: 'write-only' as const },
      covered: [],
      recorded: false,
    },
    {
      name: 'a trail without Bedrock',
      change: { excludedSources: ['bedrock.amazonaws.com'] },
      covered: [],
      recorded: false,
    },
    { name: 'a trail elsewhere', change: { s3Bucket: 'other' }, covered: [], recorded: true },
    {
      name: 'a trail with another prefix',
      change: { s3KeyPrefix: null },
      covered: [],
      recorded: true,
    },
    { name: 'a trail without bucket', change: { s3Bucket: null }, covered: [], recorded: false },
    {
      name: 'a trail that stopped still covers what it delivered',
      change: { logging: false },
      covered: [RANGE],
      recorded: true,
    },
    {
      name: 'a trail that was started again in between, which may have been stopped before',
      change: { status: startedAt('1970-01-01T00:00:00.015Z') },
      covered: [{ fromMs: 15, toMs: 20 }],
      recorded: true,
    },
    {
      name: 'a trail that was started again after its newest file',
      change: { status: startedAt('1970-01-01T00:00:01Z') },
      covered: [],
      recorded: true,
    },
    {
      name: 'a trail of which nobody knows since when it records',
      change: { status: UNREAD },
      covered: [],
      recorded: true,
    },
    {
      name: 'a trail that never began',
      change: { status: startedAt(null) },
      covered: [],
      recorded: true,
    },
  ])('$name', ({ change, covered, recorded }) => {
    const folders = [{ folder: FOLDER, range: RANGE }];
    expect(coveredTime(WHERE, folders, [trails(change)])).toEqual(covered);
    expect(isRecorded(WHERE, [trails(change)])).toBe(recorded);
  });

  it('is of the same account and Region only', () => {
    const folders = [{ folder: { ...FOLDER, region: 'eu-west-1' }, range: RANGE }];
    expect(coveredTime(WHERE, folders, [trails({})])).toEqual([]);
    expect(isRecorded({ ...WHERE, accountId: '2' }, [trails({})])).toBe(false);
  });

  it('is all that several parts cover together', () => {
    const [first, second, third] = [
      { fromMs: 0, toMs: 12 },
      { fromMs: 12, toMs: 20 },
      { fromMs: 25, toMs: 30 },
    ] as const;
    const folders = [third, second, first].map((range) => ({ folder: FOLDER, range }));
    const together = [{ fromMs: 0, toMs: 20 }, third];
    expect(coveredTime(WHERE, folders, [trails({})])).toEqual(together);
  });
});

describe('readings of one place', () => {
  it('are told as one, with the worst outcome', () => {
    const merged = mergeReadings([
      source({}),
      source({ outcome: DENIED, items: 0 }),
      source({ region: 'x' }),
    ]);
    expect(merged).toHaveLength(2);
    expect(merged[0]).toMatchObject({ outcome: DENIED, calls: 2, items: 5 });
  });

  it('say where logs may lie that nobody could look up', () => {
    const unknown = unreadLogs([trails({}, DENIED), trails({})]);
    expect(unknown).toMatchObject([{ source: 'cloudtrail-logs', outcome: DENIED }]);
    expect(withUnknown([], unknown)).toHaveLength(1);
    expect(withUnknown([source({})], unknown)).toMatchObject([{ outcome: COLLECTED }]);
  });
});

describe('how a step ends', () => {
  const unavailable: ReadOutcome = { status: 'unavailable', reason: 'r' };
  const failed: ReadOutcome = { status: 'failed', reason: 'r' };
  it.each([
    { outcomes: [], end: 'done', note: null },
    { outcomes: [COLLECTED], end: 'done', note: null },
    { outcomes: [COLLECTED, unavailable], end: 'done', note: '1 unavailable' },
    { outcomes: [COLLECTED, DENIED, DENIED, failed], end: 'partial', note: '2 denied, 1 failed' },
    { outcomes: [DENIED], end: 'failed', note: '1 denied' },
  ])('$end: $note', ({ outcomes, end, note }) => {
    expect(endOfReadings(outcomes.map((outcome) => ({ outcome })))).toEqual({ end, note });
  });
});

describe('progress', () => {
  it('reports each change without touching other steps', () => {
    const reports: (readonly JobStep[])[] = [];
    const progress = createProgress(
      [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
      (steps) => reports.push(steps),
    );
    progress.start('b');
    progress.count('b', 2, null);
    progress.end('b', 'partial', 'note');
    expect(reports).toHaveLength(4);
    expect(progress.steps()).toEqual([
      { id: 'a', title: 'A', done: 0, total: null, share: null, state: 'waiting', note: null },
      { id: 'b', title: 'B', done: 2, total: null, share: 1, state: 'partial', note: 'note' },
    ]);
  });
});
