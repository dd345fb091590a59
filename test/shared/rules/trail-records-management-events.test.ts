import { expect, test } from 'vitest';
import { ACCOUNT_SCOPE, type DatasetReading, type Trail } from '../../../shared/model/dataset.ts';
import { trailRecordsManagementEvents } from '../../../shared/rules/logging/trail-records-management-events.ts';
import { DENIED, judge, reading, trail, unread, verdictOf } from './builders.ts';

const DENIED_STATUS = {
  status: 'denied',
  action: 'cloudtrail:GetTrailStatus',
  reason: 'cloudtrail:GetTrailStatus is not allowed.',
} as const;

const trails = (...found: readonly Partial<Trail>[]): readonly DatasetReading[] => [
  reading('trails', found.map(trail)),
];

test.each<[string, readonly DatasetReading[], string, string]>([
  [
    'pass: a multi-Region trail of another Region',
    trails({ homeRegion: 'eu-west-1' }),
    'pass',
    'Trail main (all Regions) records read and write management events.',
  ],
  [
    'pass: a trail of this Region only',
    trails({ multiRegion: false }),
    'pass',
    'Trail main (us-east-1) records read and write management events.',
  ],
  [
    'pass: the organisation trail, beside a stopped one',
    trails({ name: 'old', logging: false }, { name: 'org', organization: true }),
    'pass',
    'Organisation trail org (all Regions) records read and write management events.',
  ],
  [
    'pass: other sources are excluded',
    trails({ excludedSources: ['kms.amazonaws.com', 'rdsdata.amazonaws.com'] }),
    'pass',
    'Trail main (all Regions) records read and write management events.',
  ],
  ['fail: no trail', trails(), 'fail', 'No trail covers this Region.'],
  [
    'unknown: the status of the one trail was not read',
    trails({ logging: null, status: { read: false, outcome: DENIED_STATUS } }),
    'unknown',
    'What main records could not be read: cloudtrail:GetTrailStatus is not allowed.',
  ],
  [
    'fail: its status was not read, but it is write-only',
    trails({ logging: null, managementEvents: 'write-only' }),
    'fail',
    'No trail records all management events here: main records write events only, and calls to models are read events.',
  ],
  [
    'pass: another one is known to record',
    trails({ name: 'dark', managementEvents: 'unknown' }, {}),
    'pass',
    'Trail main (all Regions) records read and write management events.',
  ],
  [
    'fail: a trail of another Region',
    trails({ multiRegion: false, homeRegion: 'eu-west-1' }),
    'fail',
    'No trail covers this Region.',
  ],
  [
    'fail: stopped and write-only',
    trails({ logging: false, managementEvents: 'write-only' }),
    'fail',
    'No trail records all management events here: main is not logging and records write events only, and calls to models are read events.',
  ],
  [
    'fail: read-only beside none',
    trails({ managementEvents: 'read-only' }, { name: 'data', managementEvents: 'none' }),
    'fail',
    'No trail records all management events here: main records read events only; data records no management events.',
  ],
  [
    'fail: Bedrock excluded',
    trails({ excludedSources: ['kms.amazonaws.com', 'bedrock.amazonaws.com'] }),
    'fail',
    'No trail records all management events here: main excludes bedrock.amazonaws.com.',
  ],
  [
    'none: an account of which no Region was scanned',
    [reading('trails', [], { region: ACCOUNT_SCOPE })],
    'not-applicable',
    'no Region of this account was scanned',
  ],
  [
    'unknown: denied',
    [unread('trails', { ...DENIED, action: 'cloudtrail:GetTrailStatus' })],
    'unknown',
    'trails could not be read: cloudtrail:GetTrailStatus is denied. Grant it and scan again.',
  ],
])('%s', (_, readings, status, reason) => {
  expect(verdictOf(judge(trailRecordsManagementEvents, readings))).toEqual([status, reason]);
});
