import { describe, expect, it } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import type { ScanEstimate } from '../../../../electron/backend/scan/estimate.ts';
import { accountsToMeasure, questionOf } from '../../../../electron/backend/scan/large-scan.ts';
import type { SourceReading } from '../../../../electron/backend/store/store.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import { questionText } from '../../../../shared/api/job-question.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';

const SMALL: ScanEstimate = {
  pages: 90,
  minutes: 1,
  objects: 12,
  bytes: 5_000_000,
  usd: '0.0000048',
  events: [],
  unknown: [],
};

describe('a scan asks before it reads', () => {
  it.each([
    { name: 'nothing that is small', estimate: SMALL, sources: null },
    {
      name: 'a history of a quarter of an hour',
      estimate: { ...SMALL, minutes: 15 },
      sources: null,
    },
    { name: 'a longer history', estimate: { ...SMALL, minutes: 16 }, sources: ['events'] },
    { name: 'over 5 GiB', estimate: { ...SMALL, bytes: 6e9 }, sources: ['logs'] },
    { name: 'requests over a dollar', estimate: { ...SMALL, usd: '1.0001' }, sources: ['logs'] },
    {
      name: 'both',
      estimate: { ...SMALL, minutes: 99, bytes: 6e9 },
      sources: ['events', 'logs'],
    },
  ])('$name', ({ estimate, sources }) => {
    expect(questionOf(estimate)?.sources ?? null).toEqual(sources);
  });

  it('in words that name what it takes', () => {
    const question = questionOf({ ...SMALL, minutes: 99, pages: 11_583, bytes: 6e9, usd: '1.25' });
    if (question === null) throw new Error('nothing was asked');
    expect(questionText(question)).toBe(
      'The event history takes about 99 minutes (11,583 pages at two requests a second); the bucket of a trail is read much faster. ' +
        'The log files that are not stored yet are 12 objects of 5.6 GiB; their requests cost $1.25.',
    );
  });

  it('and that name the places that could not be estimated', () => {
    const unknown = ['The events of 1/eu-west-1: denied.', 'b.', 'c.', 'd.'];
    const question = questionOf({ ...SMALL, minutes: 99, unknown });
    if (question === null) throw new Error('nothing was asked');
    expect(questionText(question)).toMatch(
      / More may come: 4 places could not be estimated\. The events of 1\/eu-west-1: denied\. b\. c\., …$/,
    );
  });
});

const NOW = '2026-11-20T12:00:00Z';
const connection: Connection = {
  id: '1',
  label: 'test',
  profile: null,
  roleArn: null,
  regions: [],
  endpointUrl: null,
  accountId: null,
  organization: null,
};
const CLIENTS = createClients({ connection, env: {}, onAttempt: () => undefined });
const ACCOUNTS = ['1', '2'].map((accountId) => ({
  accountId,
  clients: CLIENTS,
  regions: ['us-east-1', 'eu-west-1'],
}));

function reading(source: string, place: string, readAt = '2026-11-18T00:00:00Z'): SourceReading {
  const [accountId = '', region = ''] = place.split(' ');
  const outcome = { status: 'collected' } as const;
  return { source, accountId, region, outcome, actions: [], readAt, calls: 1, items: 1 };
}

/** Both accounts log into one bucket. */
const LOGGING: readonly DatasetReading[] = ACCOUNTS.map(({ accountId }) => ({
  dataset: 'invocation-logging',
  accountId,
  region: 'us-east-1',
  outcome: { status: 'collected' },
  actions: [],
  readAt: NOW,
  calls: 1,
  items: [
    {
      enabled: true,
      s3Bucket: 'logs',
      s3KeyPrefix: null,
      logGroup: null,
      logGroupRoleArn: null,
      largeDataS3Bucket: null,
      largeDataS3KeyPrefix: null,
      modalities: ['text'],
    },
  ],
}));

const PLACES = ['1 us-east-1', '1 eu-west-1', '2 us-east-1', '2 eu-west-1'] as const;
const history = PLACES.map((place) => reading('lookup-events', place));
const logs = ['1 us-east-1', '2 us-east-1'].map((place) => reading('cloudtrail-logs', place));

describe('what is measured before a scan', () => {
  it.each([
    { name: 'everything at first', readings: [], measured: PLACES },
    { name: 'nothing that was read within a week', readings: [...history, ...logs], measured: [] },
    {
      name: 'a new Region of an account',
      readings: [...history.slice(0, 3), ...logs],
      measured: ['2 eu-west-1'],
    },
    {
      name: 'a new account beside one that is fresh',
      readings: [...history.slice(0, 2), ...logs.slice(0, 1)],
      measured: ['2 us-east-1', '2 eu-west-1'],
    },
    {
      name: 'an account whose logs were never read',
      readings: [...history, ...logs.slice(0, 1)],
      measured: ['2 us-east-1', '2 eu-west-1'],
    },
    {
      name: 'what was read long ago',
      readings: [
        ...history,
        ...logs.slice(0, 1),
        reading('cloudtrail-logs', '2 us-east-1', '2026-11-01T00:00:00Z'),
      ],
      measured: ['2 us-east-1', '2 eu-west-1'],
    },
  ])('$name', ({ readings, measured }) => {
    const tools = { clock: () => NOW };
    const context = { accounts: ACCOUNTS, configuration: LOGGING, tools };
    const found = accountsToMeasure(context, readings);
    const places = found.flatMap(({ accountId, regions }) =>
      regions.map((region) => `${accountId} ${region}`),
    );
    expect(places).toEqual([...measured]);
  });
});
