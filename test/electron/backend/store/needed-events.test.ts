import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFolder } from '../../../../electron/backend/sources/local-folder.ts';
import { EVENT_NEEDS } from '../../../../electron/backend/store/ingest/event-needs.ts';
import { column, ingest, NOW, withStore } from './store-case.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-needs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let made = 0;
function event(over: Readonly<Record<string, unknown>>) {
  made += 1;
  return {
    eventVersion: '1.11',
    eventID: `event-${made}`,
    eventTime: '2026-11-19T10:00:00Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    recipientAccountId: '111122223333',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/a' },
    ...over,
  };
}

const KEY_USER = { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/BedrockAPIKey-x7qk' };
const AGENT = {
  type: 'AssumedRole',
  sessionContext: {
    sessionIssuer: {
      arn: 'arn:aws:iam::111122223333:role/service-role/AmazonBedrockExecutionRoleForAgents_a',
    },
  },
};

/** Layouts that take the fast path, and one that is cut into records first. */
const LAYOUTS = [
  ['a log file', (records: readonly object[]) => JSON.stringify({ Records: records })],
  ['lines', (records: readonly object[]) => records.map((r) => JSON.stringify(r)).join('\n')],
  ['a pretty file', (records: readonly object[]) => JSON.stringify({ Records: records }, null, 2)],
] as const;

describe.each(LAYOUTS)('of %s', (_, layout) => {
  test.each([
    ['a model call', {}, true],
    ['a call through mantle', { eventSource: 'bedrock-mantle.amazonaws.com' }, true],
    ['a virtual machine', { eventSource: 'ec2.amazonaws.com', eventName: 'RunInstances' }, false],
    ['a look at IAM', { eventSource: 'iam.amazonaws.com', eventName: 'ListUsers' }, false],
    ['a new user', { eventSource: 'iam.amazonaws.com', eventName: 'CreateUser' }, true],
    ['an object', { eventSource: 's3.amazonaws.com', eventName: 'PutObject' }, false],
    ['a bucket policy', { eventSource: 's3.amazonaws.com', eventName: 'PutBucketPolicy' }, true],
    [
      'a read of the marketplace',
      { eventSource: 'aws-marketplace.amazonaws.com', eventName: 'Search', readOnly: true },
      false,
    ],
    [
      'a subscription',
      { eventSource: 'aws-marketplace.amazonaws.com', eventName: 'Subscribe', readOnly: false },
      true,
    ],
    [
      'what a key user does elsewhere',
      { eventSource: 'ec2.amazonaws.com', userIdentity: KEY_USER },
      true,
    ],
    [
      'what an agent role does elsewhere',
      { eventSource: 's3.amazonaws.com', userIdentity: AGENT },
      true,
    ],
  ] as const)('%s is kept: %s', async (_name, over, kept) => {
    const records = [event({}), event(over), event({ eventSource: 'sts.amazonaws.com' })];
    await writeFile(join(folder, 'log.json'), layout(records));
    await withStore(async (store) => {
      const { files } = await listFolder(folder, { now: () => NOW });
      const { summary, outcomes } = await ingest(store, files);
      const events = kept ? 2 : 1;
      expect(summary).toMatchObject({ events, fragments: 0, filesTaken: 1 });
      expect(await column(store, 'SELECT count(*) FROM events')).toEqual([events]);
      const left = 3 - events;
      expect(outcomes[0]).toMatchObject({
        records: events,
        added: events,
        reason: `${left} event${left === 1 ? '' : 's'} of other services left out`,
      });
    });
  });
});

test('a file of other services alone is taken, with nothing in it', async () => {
  await writeFile(
    join(folder, 'log.json'),
    JSON.stringify({ Records: [event({ eventSource: 'ec2.amazonaws.com' })] }),
  );
  await withStore(async (store) => {
    const { files } = await listFolder(folder, { now: () => NOW });
    const { summary } = await ingest(store, files);
    expect(summary).toMatchObject({ events: 0, filesTaken: 1, filesFailed: 0 });
    expect((await ingest(store, files)).summary.filesSkipped).toBe(1);
  });
});

test('every need says why, and no source twice', () => {
  expect(new Set(EVENT_NEEDS.map(({ source }) => source)).size).toBe(EVENT_NEEDS.length);
  expect(EVENT_NEEDS.filter(({ reason }) => reason.length < 20)).toEqual([]);
});
