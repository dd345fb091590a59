import { expect, test } from 'vitest';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { invocationLoggingEnabled } from '../../../shared/rules/logging/invocation-logging-enabled.ts';
import { DENIED, judge, logging, observed, reading, unread, verdictOf } from './builders.ts';

const used = reading('observed-usage', [observed(), observed({ principalArn: null, calls: 1 })]);
const SEEN = '1,201 calls by app (1,200), callers not known (1) in the last 30 days.';

test.each<[string, readonly DatasetReading[], string, string]>([
  [
    'pass: on, to a bucket',
    [used, reading('invocation-logging', [logging()])],
    'pass',
    `Logging is on, to bucket logs; ${SEEN}`,
  ],
  [
    'pass: on, to both',
    [used, reading('invocation-logging', [logging({ logGroup: 'bedrock' })])],
    'pass',
    `Logging is on, to bucket logs and log group bedrock; ${SEEN}`,
  ],
  [
    'fail: off',
    [used, reading('invocation-logging', [logging({ enabled: false })])],
    'fail',
    `Logging is off; ${SEEN}`,
  ],
  [
    'fail: never configured',
    [used, reading('invocation-logging', [])],
    'fail',
    `Logging is off; ${SEEN}`,
  ],
  [
    'fail: on without a destination',
    [used, reading('invocation-logging', [logging({ s3Bucket: null })])],
    'fail',
    `Logging is on but has no destination; ${SEEN}`,
  ],
  [
    'none: no call at all',
    [reading('observed-usage', []), reading('invocation-logging', [logging({ enabled: false })])],
    'not-applicable',
    'no model was called here in the last 30 days',
  ],
  [
    'none: the last call is 30 days ago',
    [
      reading('observed-usage', [observed({ lastDay: '2026-10-21' })]),
      reading('invocation-logging', [logging({ enabled: false })]),
    ],
    'not-applicable',
    'no model was called here in the last 30 days',
  ],
  [
    'fail: the last call is on the first day of the window',
    [
      reading('observed-usage', [observed({ lastDay: '2026-10-22', calls: 1 })]),
      reading('invocation-logging', []),
    ],
    'fail',
    'Logging is off; 1 call by app (1) in the last 30 days.',
  ],
  [
    'unknown: the configuration is denied',
    [used, unread('invocation-logging', DENIED)],
    'unknown',
    'invocation-logging could not be read: bedrock:GetGuardrail is denied. Grant it and scan again.',
  ],
])('%s', (_, readings, status, reason) => {
  expect(verdictOf(judge(invocationLoggingEnabled, readings))).toEqual([status, reason]);
});
