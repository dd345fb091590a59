import { expect, test } from 'vitest';
import { missingStatements } from '../../../../electron/backend/scan/missing-statements.ts';
import { requiredStatements } from '../../../../electron/backend/scan/required-policy.ts';
import type { MissingGrant } from '../../../../shared/api/missing-permissions.ts';
import type { FeatureId } from '../../../../shared/model/features.ts';

const BUCKETS = [
  { bucket: 'read', prefix: '' },
  { bucket: 'denied', prefix: 'p/' },
];

function grant(action: string, resource: string | null): MissingGrant {
  return { action, resource, names: [], accountIds: [] };
}

function missing(grants: readonly MissingGrant[], feature: FeatureId = 'logs', buckets = BUCKETS) {
  return missingStatements(grants, () => requiredStatements({ features: [feature], buckets })).map(
    ({ Sid: _, Effect: __, ...rest }) => rest,
  );
}

test('a bucket that was denied is named, and not the one that was read', () => {
  const denied = [
    grant('s3:ListBucket', 'arn:aws:s3:::denied'),
    grant('s3:GetObject', 'arn:aws:s3:::denied/p/AWSLogs/1/CloudTrail/a.json.gz'),
    grant('s3:GetObject', 'arn:aws:s3:::denied/p/AWSLogs/1/CloudTrail/b.json.gz'),
  ];
  expect(missing(denied)).toEqual([
    { Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::denied'] },
    { Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::denied/p/AWSLogs/*'] },
  ]);
});

test('where any bucket may have logs, the one that was denied is named', () => {
  const denied = [
    grant('s3:ListBucket', 'arn:aws:s3:::found'),
    grant('s3:GetObject', 'arn:aws:s3:::found/deep/AWSLogs/1/x.json.gz'),
  ];
  expect(missing(denied, 'logs', [])).toEqual([
    { Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::found'] },
    { Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::found/deep/AWSLogs/*'] },
  ]);
});

test('a billing export keeps the condition of listing it', () => {
  const denied = [
    grant('s3:ListBucket', 'arn:aws:s3:::cur'),
    grant('s3:GetObject', 'arn:aws:s3:::cur/x/data/BILLING_PERIOD=2026-10/a.parquet'),
  ];
  expect(missing(denied, 'bill')).toEqual([
    {
      Action: ['s3:ListBucket'],
      Resource: ['arn:aws:s3:::cur'],
      Condition: {
        StringLike: {
          's3:prefix': ['*/metadata/BILLING_PERIOD=*', '*/data/BILLING_PERIOD=*'],
        },
      },
    },
    { Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::cur/x/data/BILLING_PERIOD=*'] },
  ]);
});

test('an action is missing on what it was denied on, everywhere where AWS named nothing', () => {
  const key = 'arn:aws:kms:eu-west-1:1:key/k';
  const denied = [
    grant('kms:Decrypt', key),
    grant('logs:FilterLogEvents', 'arn:aws:logs:eu-west-1:1:log-group:/a:*'),
    grant('logs:FilterLogEvents', 'arn:aws:logs:eu-west-1:1:log-group:/b:*'),
  ];
  expect(missing(denied)).toEqual([
    {
      Action: ['kms:Decrypt'],
      Resource: [key],
      Condition: { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } },
    },
    {
      Action: ['logs:FilterLogEvents'],
      Resource: [
        'arn:aws:logs:eu-west-1:1:log-group:/a:*',
        'arn:aws:logs:eu-west-1:1:log-group:/b:*',
      ],
    },
  ]);
  expect(missing([grant('bedrock:GetGuardrail', null)], 'guardrails')).toEqual([
    { Action: ['bedrock:GetGuardrail'], Resource: ['*'] },
  ]);
  expect(missing([grant('s3:ListBucket', null)])).toEqual([
    { Action: ['s3:ListBucket'], Resource: ['arn:aws:s3:::denied', 'arn:aws:s3:::read'] },
  ]);
});

test('actions on the same things share a statement', () => {
  const arn = 'arn:aws:bedrock:eu-west-1:1:guardrail/g';
  const denied = [
    grant('bedrock:GetGuardrail', arn),
    grant('bedrock:ListGuardrails', '*'),
    grant('bedrock:ListTagsForResource', arn),
  ];
  expect(missing(denied, 'guardrails')).toEqual([
    { Action: ['bedrock:GetGuardrail', 'bedrock:ListTagsForResource'], Resource: [arn] },
    { Action: ['bedrock:ListGuardrails'], Resource: ['*'] },
  ]);
});
