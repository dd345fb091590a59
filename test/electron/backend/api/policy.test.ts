import { expect, test } from 'vitest';
import type { InvocationLogging } from '../../../../shared/model/dataset.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';
import { withReadings } from '../../../helpers/with-readings.ts';

const LOGGING: InvocationLogging = {
  enabled: true,
  s3Bucket: null,
  s3KeyPrefix: null,
  logGroup: '/bedrock',
  logGroupRoleArn: null,
  largeDataS3Bucket: 'large-answers',
  largeDataS3KeyPrefix: 'large',
  modalities: [],
};

test('the policy is of the partition of the connections, and of each that is asked for', async () => {
  const reading = {
    dataset: 'invocation-logging',
    accountId: '111111111111',
    region: 'eu-west-1',
    outcome: { status: 'collected' },
    actions: [],
    readAt: '2026-11-20T12:00:00Z',
    calls: 1,
    items: [LOGGING],
  } as const;
  const connection = { ...sampleConnection, regions: ['us-gov-west-1', 'cn-north-1'] };
  const stored = { now: reading.readAt, connection, readings: [reading] };
  const [first, china, commercial] = await withReadings(stored, async (api) => [
    await api['policy.get']({}),
    await api['policy.get']({ partition: 'aws-cn' }),
    await api['policy.get']({ partition: 'aws' }),
  ]);
  expect(first).toMatchObject({
    partition: 'aws-us-gov',
    partitions: ['aws-us-gov', 'aws-cn'],
    json: expect.stringContaining('"arn:aws-us-gov:s3:::*/AWSLogs/*"'),
  });
  expect(china?.json).toContain('arn:aws-cn:');
  for (const other of [first, china]) expect(other?.json).not.toMatch(/large-answers|arn:aws:/);
  expect(commercial?.json).toContain('"arn:aws:s3:::large-answers/large/AWSLogs/*"');
});

test('the policy lets large answers beside a log group be read', async () => {
  const reading = {
    dataset: 'invocation-logging',
    accountId: '111111111111',
    region: 'eu-west-1',
    outcome: { status: 'collected' },
    actions: [],
    readAt: '2026-11-20T12:00:00Z',
    calls: 1,
    items: [LOGGING],
  } as const;
  const stored = { now: reading.readAt, connection: sampleConnection, readings: [reading] };
  const policy = await withReadings(stored, (api) => api['policy.get']({}));
  expect(policy.json).toContain('"arn:aws:s3:::large-answers/large/AWSLogs/*"');
});
