import { describe, expect, it } from 'vitest';
import { logBuckets } from '../../../../electron/backend/sources/log-buckets.ts';
import {
  dayOfKey,
  deliveredAt,
  isLogFile,
  type LogFolder,
  startAfter,
  withSlash,
} from '../../../../electron/backend/sources/log-keys.ts';
import { spoolPath } from '../../../../electron/backend/sources/spool.ts';
import type { DatasetReading, Trail } from '../../../../shared/model/dataset.ts';

const ROOT = 'logs/AWSLogs/o-abc/111122223333/CloudTrail/eu-west-1/';
const FOLDER: LogFolder = {
  bucket: 'b',
  prefix: ROOT,
  kind: 'cloudtrail',
  accountId: '111122223333',
  region: 'eu-west-1',
};
const FILE = `${ROOT}2026/11/20/111122223333_CloudTrail_eu-west-1_20261120T0835Z_AbCdEfGhIjKlMnOp.json.gz`;

describe('keys of log files', () => {
  it.each([
    { key: FILE, is: true },
    { key: `${ROOT}2026/11/20/08/20261120T083500123Z_0123456789abcdef.json.gz`, is: true },
    { key: `${ROOT}2026/11/20/08/data/0f3c_input.json.gz`, is: false },
    { key: `${ROOT}amazon-bedrock-logs-permission-check`, is: false },
    { key: `${ROOT}2026/11/20/`, is: false },
    { key: `${ROOT}2026/11/20/notes.txt`, is: false },
  ])('$key: $is', ({ key, is }) => expect(isLogFile(FOLDER, key)).toBe(is));

  it('tell day and delivery', () => {
    expect(dayOfKey(FOLDER, FILE)).toBe('2026-11-20');
    expect(deliveredAt(FILE)).toBe('2026-11-20T08:35:00Z');
    expect(deliveredAt(`${ROOT}2026/11/20/other.json.gz`)).toBeNull();
  });

  it('are listed from a day on, that day included', () => {
    expect(startAfter(FOLDER, '2026-11-20') < FILE).toBe(true);
    expect(startAfter(FOLDER, '2026-11-21') > FILE).toBe(true);
  });

  it.each([
    { prefix: null, expected: '' },
    { prefix: '', expected: '' },
    { prefix: 'a/b', expected: 'a/b/' },
    { prefix: 'a/', expected: 'a/' },
  ])('prefix $prefix', ({ prefix, expected }) => expect(withSlash(prefix)).toBe(expected));
});

const TRAIL: Trail = {
  name: 't',
  trailArn: 'arn:t',
  homeRegion: 'us-east-1',
  multiRegion: true,
  organization: true,
  logging: true,
  s3Bucket: 'org-logs',
  s3KeyPrefix: null,
  logFileValidation: true,
  managementEvents: 'all',
  excludedSources: [],
  dataResourceTypes: [],
  kmsKeyArn: null,
  logGroupArn: null,
  status: { read: false, outcome: { status: 'failed', reason: 'not part of this case' } },
  selectors: { read: false, outcome: { status: 'failed', reason: 'not part of this case' } },
};

function reading(change: Partial<DatasetReading>): DatasetReading {
  return {
    dataset: 'trails',
    accountId: '1',
    region: 'us-east-1',
    outcome: { status: 'collected' },
    actions: [],
    readAt: '2026-11-20T00:00:00Z',
    calls: 1,
    items: [TRAIL],
    ...change,
  };
}

describe('the buckets that configurations name', () => {
  it('are read once, however many accounts and Regions name them', () => {
    const logging = {
      enabled: true,
      s3Bucket: 'org-logs',
      s3KeyPrefix: 'bedrock/',
      logGroup: null,
      logGroupRoleArn: null,
      largeDataS3Bucket: null,
      largeDataS3KeyPrefix: null,
      modalities: [],
    };
    const readings = [
      reading({}),
      reading({ accountId: '2' }),
      reading({ accountId: '2', region: 'eu-west-1' }),
      reading({
        dataset: 'invocation-logging',
        accountId: '3',
        region: 'eu-west-1',
        items: [logging],
      }),
      reading({ dataset: 'trails', accountId: '4', items: [{ ...TRAIL, s3Bucket: null }] }),
    ];
    expect(logBuckets(readings)).toEqual([
      {
        bucket: 'org-logs',
        prefix: '',
        region: 'us-east-1',
        accountIds: ['1', '2'],
        logs: [
          { kind: 'cloudtrail', accountId: '1', region: 'us-east-1' },
          { kind: 'cloudtrail', accountId: '2', region: 'us-east-1' },
        ],
      },
      {
        bucket: 'org-logs',
        prefix: 'bedrock/',
        region: 'eu-west-1',
        accountIds: ['3'],
        logs: [{ kind: 'invocation-logs', accountId: '3', region: 'eu-west-1' }],
      },
    ]);
  });
});

describe('places in the spool', () => {
  it.each([
    { key: 'AWSLogs/1/a_b-c.json.gz', path: '/spool/b/AWSLogs/1/a_b-c.json.gz' },
    { key: '../../etc/passwd', path: '/spool/b/%2__/%2__/etc/passwd' },
    {
      key: "'; DROP TABLE x; --.json.gz",
      path: '/spool/b/%27%3b%20DROP%20TABLE%20x%3b%20--.json.gz',
    },
    { key: 'a//b', path: '/spool/b/a/%0/b' },
    { key: 'c:\\x\0y', path: '/spool/b/c%3a%5cx%00y' },
    { key: 'a\n😀', path: '/spool/b/a%0a%f0%9f%98%80' },
  ])('$key stays inside', ({ key, path }) => {
    expect(spoolPath('/spool', 'b', key).replaceAll('\\', '/')).toBe(path);
  });
});
