import { gzipSync } from 'node:zlib';
import {
  type TrailPlan,
  trailOf,
} from '../../../electron/backend/demo/world/surroundings/trail-parts.ts';
import type {
  CloudTrailRecord,
  World,
  WorldMetric,
  WorldObject,
} from '../../../electron/backend/demo/world/world.ts';
import type { Trail } from '../../../shared/model/dataset.ts';
import { instantOfMs, msOfInstant } from '../../../shared/model/period.ts';

const NOW_MS = msOfInstant('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * 125 management events an hour apart in pairs of the same second, one of them 100 days old, and
 * a data event that LookupEvents must not show.
 */
export const smallEvents: World['events'] = (accountId, region, fromMs, toMs) =>
  RECORDS.filter(
    (record) =>
      record.recipientAccountId === accountId &&
      record.awsRegion === region &&
      msOfInstant(record.eventTime) >= fromMs &&
      msOfInstant(record.eventTime) < toMs,
  );

const RECORDS: readonly CloudTrailRecord[] = [
  record('too-old', NOW_MS - 100 * DAY_MS, {}),
  ...Array.from({ length: 125 }, (_, index) =>
    record(`event-${index}`, NOW_MS - HOUR_MS * (63 - Math.floor(index / 2)), {
      readOnly: index % 2 === 0,
    }),
  ),
  record('data', NOW_MS - 5000, { eventCategory: 'Data', managementEvent: false }),
];

function record(eventID: string, time: number, more: object): CloudTrailRecord {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROASMALL:session-1',
      arn: 'arn:aws:sts::111111111111:assumed-role/app/session-1',
      accessKeyId: 'ASIAAPP',
    },
    eventTime: instantOfMs(time),
    eventSource: 'bedrock.amazonaws.com',
    eventName: eventID === 'event-7' ? 'Converse' : 'InvokeModel',
    awsRegion: 'us-east-1',
    eventID,
    readOnly: true,
    resources: [{ ARN: `arn:aws:bedrock:::thing/${eventID}`, type: 'AWS::Bedrock::Guardrail' }],
    managementEvent: true,
    recipientAccountId: '111111111111',
    eventCategory: 'Management',
    ...more,
  };
}

/** A multi-Region trail with basic selectors and a one-Region trail that needs advanced ones. */
export function smallTrails(accountId: string): readonly Trail[] {
  const trail: TrailPlan = {
    name: 'all',
    trailArn: `arn:aws:cloudtrail:us-east-1:${accountId}:trail/all`,
    homeRegion: 'us-east-1',
    multiRegion: true,
    organization: false,
    logging: true,
    s3Bucket: 'small-logs',
    s3KeyPrefix: 'trail',
    logFileValidation: true,
    kmsKeyArn: null,
    logGroupArn: null,
    managementEvents: 'all',
    excludedSources: ['kms.amazonaws.com'],
    dataResourceTypes: ['AWS::S3::Object'],
  };
  const plans: readonly TrailPlan[] = [
    trail,
    {
      ...trail,
      name: 'bedrock',
      trailArn: `arn:aws:cloudtrail:us-east-1:${accountId}:trail/bedrock`,
      multiRegion: false,
      logging: false,
      managementEvents: 'write-only',
      excludedSources: [],
      dataResourceTypes: ['AWS::Bedrock::Guardrail'],
    },
  ];
  return plans.map((plan) => trailOf(plan, '2026-11-20T12:00:00Z'));
}

/** 1,201 live metrics with one sample an hour for 100 days, a quiet one and one without data. */
export function smallMetrics(): World['metrics'] {
  const live = hours(100 * 24);
  const metrics: readonly WorldMetric[] = [
    metric('m0', live),
    metric('quiet', hours(24, 20 * DAY_MS)),
    metric('empty', new Map()),
    ...Array.from({ length: 1200 }, (_, index) => metric(`m${index + 1}`, live)),
  ];
  return () => metrics;
}

function metric(model: string, hourly: WorldMetric['hours']): WorldMetric {
  return {
    namespace: 'AWS/Bedrock',
    metricName: 'InputTokenCount',
    dimensions: [{ name: 'ModelId', value: model }],
    unit: 'Count',
    hours: hourly,
  };
}

function hours(count: number, endedBefore = 0): WorldMetric['hours'] {
  return new Map(
    Array.from({ length: count }, (_, index) => [
      NOW_MS - endedBefore - HOUR_MS * (count - index),
      { sum: index, count: 2, minimum: 1, maximum: index + 0.5 },
    ]),
  );
}

/** 2,304 objects in 24 folders of 96, in key order; keys hold spaces and signs. */
export function smallObjects(): World['objects'] {
  const objects: readonly WorldObject[] = Array.from({ length: 2304 }, (_, index) => ({
    key: `logs/${String(Math.floor(index / 96)).padStart(2, '0')}/a b&ü+${String(index).padStart(4, '0')}.json.gz`,
    lastModified: '2026-11-19T10:20:30Z',
    body: () => gzipSync(JSON.stringify({ Records: [{ index, text: 'x'.repeat(300) }] })),
  }));
  return (bucket, prefix) =>
    bucket === 'small-logs' ? objects.filter(({ key }) => key.startsWith(prefix)) : [];
}
