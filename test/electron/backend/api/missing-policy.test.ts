import { expect, test } from 'vitest';
import type { DatasetReading, InvocationLogging } from '../../../../shared/model/dataset.ts';
import { sampleConnection } from '../../../helpers/sample-answers.ts';
import { withReadings } from '../../../helpers/with-readings.ts';

const NOW = '2026-11-20T12:00:00Z';
const READER = 'arn:aws:sts::111111111111:assumed-role/AssayReader/assay';

function reading(over: Partial<DatasetReading>): DatasetReading {
  return {
    dataset: 'invocation-logging',
    accountId: '111111111111',
    region: 'eu-west-1',
    outcome: { status: 'collected' },
    actions: [],
    readAt: NOW,
    calls: 1,
    items: [],
    ...over,
  };
}

function logging(bucket: string): InvocationLogging {
  return {
    enabled: true,
    s3Bucket: bucket,
    s3KeyPrefix: null,
    logGroup: null,
    logGroupRoleArn: null,
    largeDataS3Bucket: null,
    largeDataS3KeyPrefix: null,
    modalities: [],
  };
}

function denied(action: string, resource: string, because: string) {
  const reason = `${action} is not allowed: User: ${READER} is not authorized to perform: ${action} on resource: "${resource}" because no ${because} allows the ${action} action.`;
  return { status: 'denied', action, reason } as const;
}

const THEIRS = 'arn:aws:s3:::theirs';
const GUARDRAIL = 'arn:aws:bedrock:eu-west-1:111111111111:guardrail/g1';

const READINGS: readonly DatasetReading[] = [
  reading({ items: [logging('read-already')] }),
  reading({
    dataset: 'guardrails',
    gaps: [
      {
        of: 'bedrock:GetGuardrail',
        outcome: denied('bedrock:GetGuardrail', GUARDRAIL, 'identity-based policy'),
        items: 1,
        resources: [GUARDRAIL],
      },
    ],
  }),
  reading({
    dataset: 'buckets',
    region: 'global',
    gaps: [
      {
        of: 's3:GetBucketLocation',
        outcome: denied('s3:GetBucketLocation', THEIRS, 'resource-based policy'),
        items: 1,
      },
    ],
  }),
];

test('the policy for what is missing names what was denied, and no bucket that was read', async () => {
  const connection = { ...sampleConnection, regions: ['eu-west-1'] };
  const stored = { now: NOW, connection, readings: READINGS };
  const [missing, china] = await withReadings(stored, async (api) => [
    await api['policy.missing']({}),
    await api['policy.missing']({ partition: 'aws-cn' }),
  ]);
  expect(missing?.parts).toHaveLength(1);
  expect(JSON.parse(missing?.parts[0]?.json ?? '').Statement).toEqual([
    {
      Sid: 'AssayMissing1',
      Effect: 'Allow',
      Action: ['bedrock:GetGuardrail'],
      Resource: [GUARDRAIL],
    },
  ]);
  expect(missing).toMatchObject({
    partitions: ['aws'],
    grants: [{ names: ['guardrails'], accountIds: ['111111111111'] }],
    refusals: [{ action: 's3:GetBucketLocation', by: 'resource-based policy', resource: THEIRS }],
  });
  expect(china).toMatchObject({ partition: 'aws-cn', parts: [], grants: [], refusals: [] });
});
