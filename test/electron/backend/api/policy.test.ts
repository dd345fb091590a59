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
