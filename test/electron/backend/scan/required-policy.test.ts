import { describe, expect, it } from 'vitest';
import { requiredPolicy } from '../../../../electron/backend/scan/required-policy.ts';
import { READING_FEATURES } from '../../../../shared/model/features.ts';
import { PARTITIONS } from '../../../../shared/model/partition.ts';

const READS = /^[a-z0-9-]+:(Get|BatchGet|List|Describe|Lookup|Filter|View|Decrypt)/;
/** Makes a report and changes nothing: IAM gives it the access level Read. */
const REPORTS = ['iam:GenerateServiceLastAccessedDetails'];

describe('the policy that Assay needs', () => {
  it('holds read actions only, each with what it is for', () => {
    const { actions, json } = requiredPolicy();
    const names = actions.map(({ action }) => action);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining(['bedrock:GetGuardrail', 'cloudtrail:LookupEvents', 's3:GetObject']),
    );
    for (const { action, usedFor } of actions) {
      expect(REPORTS.includes(action) || READS.test(action), action).toBe(true);
      expect(usedFor).not.toBe('');
    }
    const { Statement } = JSON.parse(json);
    const allowed = Statement.flatMap((statement: { Action: string[] }) => statement.Action);
    expect([...new Set(allowed)].sort()).toEqual(names);
    expect(JSON.stringify(allowed)).not.toContain('*');
  });

  it('has the keys of digests only where those are to be verified', () => {
    expect(requiredPolicy().json).not.toContain('cloudtrail:ListPublicKeys');
    const { actions, json } = requiredPolicy({
      features: ['digests'],
      buckets: [{ bucket: 'logs', prefix: '' }],
    });
    expect(actions.map(({ action }) => action)).toEqual([
      'cloudtrail:ListPublicKeys',
      'kms:Decrypt',
      's3:GetObject',
      's3:ListBucket',
    ]);
    expect(json).toContain('"arn:aws:s3:::logs/AWSLogs/*"');
  });

  it('is narrowed to log buckets that are known', () => {
    const { json } = requiredPolicy({
      buckets: [
        { bucket: 'logs', prefix: 'org/' },
        { bucket: 'logs', prefix: '' },
      ],
    });
    expect(json).toContain('"arn:aws:s3:::logs/org/AWSLogs/*"');
    expect(json).toContain('"arn:aws:s3:::logs/AWSLogs/*"');
    const anywhere = JSON.parse(json).Statement.filter((statement: { Resource: unknown }) =>
      JSON.stringify(statement.Resource).includes('arn:aws:s3:::*'),
    );
    expect(anywhere.map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      'AssayListsBillingExports',
      'AssayReadsBillingExports',
    ]);
    expect(anywhere[0].Condition.StringLike['s3:prefix']).toEqual([
      '*/metadata/BILLING_PERIOD=*',
      '*/data/BILLING_PERIOD=*',
    ]);
    expect(anywhere[1].Resource).toEqual([
      'arn:aws:s3:::*/metadata/BILLING_PERIOD=*',
      'arn:aws:s3:::*/data/BILLING_PERIOD=*',
    ]);
    expect(json.match(/"arn:aws:s3:::logs"/g)).toHaveLength(1);
  });

  it.each([
    ['aws', 's3.*.amazonaws.com'],
    ['aws-us-gov', 's3.*.amazonaws.com'],
    ['aws-cn', 's3.*.amazonaws.com.cn'],
    ['aws-eusc', 's3.*.amazonaws.eu'],
    ['aws-iso-b', 's3.*.sc2s.sgov.gov'],
  ] as const)('names nothing but ARNs of %s, and its S3 as %s', (partition, service) => {
    const roles = PARTITIONS;
    const { json, ...policy } = requiredPolicy({
      partition,
      features: [...READING_FEATURES, 'digests'],
      buckets: [{ bucket: 'logs', prefix: 'p/' }],
      rolePatterns: roles.map((each) => `arn:${each}:iam::{account}:role/Reader`),
    });
    const arns = json.match(/arn:[a-z-]+:/g) ?? [];
    expect(arns.length).toBeGreaterThan(5);
    expect(new Set(arns)).toEqual(new Set([`arn:${partition}:`]));
    expect(json).toContain(`"kms:ViaService": "${service}"`);
    expect(json).toContain(`"arn:${partition}:iam::*:role/Reader"`);
    expect(policy.partition).toBe(partition);
  });

  it('assumes the role of an organisation in any account, and only where there is one', () => {
    const pattern = 'arn:aws:iam::{account}:role/Reader';
    const { json, actions } = requiredPolicy({ rolePatterns: [pattern, pattern] });
    expect(JSON.parse(json).Statement.at(-1)).toEqual({
      Sid: 'AssayReachesAccounts',
      Effect: 'Allow',
      Action: ['sts:AssumeRole'],
      Resource: ['arn:aws:iam::*:role/Reader'],
    });
    const names = actions.map(({ action }) => action);
    expect(names).toEqual(expect.arrayContaining(['sts:AssumeRole', 'organizations:ListAccounts']));
    expect(requiredPolicy().json).not.toMatch(/AssumeRole|organizations:ListAccounts"/);
  });
});
