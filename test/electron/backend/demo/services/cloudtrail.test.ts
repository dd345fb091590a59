import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type LookupAttribute,
  LookupEventsCommand,
  type LookupEventsCommandInput,
  paginateLookupEvents,
} from '@aws-sdk/client-cloudtrail';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld, SMALL_ACCOUNT } from '../../../../helpers/small-world/small-world.ts';

let now = 0;
const account = accountForTests(createSmallWorld(), { clock: () => now });
let client: CloudTrailClient;
beforeAll(() => {
  client = new CloudTrailClient(account.config());
});

/** Looks up once, a second after the call before. */
function lookup(input: LookupEventsCommandInput) {
  now += 1000;
  return client.send(new LookupEventsCommand(input));
}

async function lookupAll(input: LookupEventsCommandInput) {
  const pages = paginateLookupEvents({ client }, input);
  const events = [];
  for await (const page of pages) {
    now += 1000;
    events.push(...(page.Events ?? []));
  }
  return events;
}

describe('LookupEvents', () => {
  test('50 a page, newest first, each once, no data events, nothing over 90 days old', async () => {
    const first = await lookup({});
    expect(first.Events).toHaveLength(50);
    const all = await lookupAll({});
    const ids = all.map((event) => event.EventId);
    expect(ids).toHaveLength(125);
    expect(new Set(ids).size).toBe(125);
    expect(ids).not.toContain('data');
    expect(ids).not.toContain('too-old');
    const times = all.map((event) => event.EventTime?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  test('odd page sizes cut between events of the same second without loss', async () => {
    const all = await lookupAll({ MaxResults: 7 });
    expect(new Set(all.map((event) => event.EventId)).size).toBe(125);
    expect(all).toHaveLength(125);
  });

  test('an event is the record as text, with its own members', async () => {
    const [event] = (await lookup({ MaxResults: 1 })).Events ?? [];
    expect(event).toMatchObject({
      EventId: 'event-124',
      EventName: 'InvokeModel',
      EventSource: 'bedrock.amazonaws.com',
      ReadOnly: 'true',
      AccessKeyId: 'ASIAAPP',
      Username: 'session-1',
    });
    const record = JSON.parse(event?.CloudTrailEvent ?? '{}');
    expect(record).toEqual(account.world.events(SMALL_ACCOUNT, 'us-east-1', 0, 4e12).at(-2));
  });

  test.each<[LookupAttribute['AttributeKey'], string, number]>([
    ['EventId', 'event-3', 1],
    ['EventName', 'Converse', 1],
    ['EventSource', 'bedrock.amazonaws.com', 125],
    ['EventSource', 'iam.amazonaws.com', 0],
    ['ReadOnly', 'false', 62],
    ['Username', 'session-1', 125],
    ['AccessKeyId', 'ASIANOBODY', 0],
    ['ResourceName', 'arn:aws:bedrock:::thing/event-9', 1],
    ['ResourceType', 'AWS::Bedrock::Guardrail', 125],
  ])('by %s %s', async (AttributeKey, AttributeValue, count) => {
    const input = { LookupAttributes: [{ AttributeKey, AttributeValue }] };
    expect(await lookupAll(input)).toHaveLength(count);
  });

  test('a range includes both ends', async () => {
    const at = new Date('2026-11-20T11:00:00Z');
    const { Events } = await lookup({ StartTime: at, EndTime: at });
    expect(Events?.map((event) => event.EventTime)).toEqual([at]);
  });

  test('other Regions and Insights are empty', async () => {
    const elsewhere = new CloudTrailClient(account.config({ region: 'eu-west-1' }));
    expect((await elsewhere.send(new LookupEventsCommand({}))).Events).toEqual([]);
    expect((await lookup({ EventCategory: 'insight' })).Events).toEqual([]);
  });

  const twoAttributes: LookupAttribute[] = [
    { AttributeKey: 'EventId', AttributeValue: 'a' },
    { AttributeKey: 'EventName', AttributeValue: 'b' },
  ];
  test.each<[string, LookupEventsCommandInput]>([
    ['InvalidLookupAttributesException', { LookupAttributes: twoAttributes }],
    ['InvalidMaxResultsException', { MaxResults: 51 }],
    ['InvalidTimeRangeException', { StartTime: new Date(2e12), EndTime: new Date(1e12) }],
    ['InvalidNextTokenException', { NextToken: 'bm9wZQ' }],
  ])('%s', async (name, input) => {
    await expect(lookup(input)).rejects.toMatchObject({ name });
  });

  test('a token of another request is refused', async () => {
    const { NextToken } = await lookup({});
    await expect(lookup({ NextToken, MaxResults: 10 })).rejects.toMatchObject({
      name: 'InvalidNextTokenException',
    });
  });

  test('the third request within a second is throttled, in that Region only', async () => {
    now += 10_000;
    const send = () => client.send(new LookupEventsCommand({ MaxResults: 1 }));
    await send();
    await send();
    await expect(send()).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    const elsewhere = new CloudTrailClient(account.config({ region: 'eu-west-1' }));
    await elsewhere.send(new LookupEventsCommand({}));
    now += 500;
    await send();
    await expect(send()).rejects.toMatchObject({ name: 'ThrottlingException' });
  });
});

describe('trails', () => {
  test('shadows of multi-Region trails are shown unless refused', async () => {
    const elsewhere = new CloudTrailClient(account.config({ region: 'eu-west-1' }));
    const names = async (includeShadowTrails: boolean) => {
      const answer = await elsewhere.send(new DescribeTrailsCommand({ includeShadowTrails }));
      return answer.trailList?.map((trail) => trail.Name);
    };
    expect(await names(true)).toEqual(['all']);
    expect(await names(false)).toEqual([]);
    const { trailList } = await client.send(new DescribeTrailsCommand({}));
    expect(trailList).toHaveLength(2);
    expect(trailList?.[0]).toMatchObject({
      Name: 'all',
      S3BucketName: 'small-logs',
      S3KeyPrefix: 'trail',
      IsMultiRegionTrail: true,
      IsOrganizationTrail: false,
      LogFileValidationEnabled: true,
      HomeRegion: 'us-east-1',
    });
  });

  test('status by name at home and by ARN elsewhere', async () => {
    const status = await client.send(new GetTrailStatusCommand({ Name: 'bedrock' }));
    expect(status.IsLogging).toBe(false);
    const elsewhere = new CloudTrailClient(account.config({ region: 'eu-west-1' }));
    const byName = elsewhere.send(new GetTrailStatusCommand({ Name: 'all' }));
    await expect(byName).rejects.toMatchObject({ name: 'TrailNotFoundException' });
    const Name = `arn:aws:cloudtrail:us-east-1:${SMALL_ACCOUNT}:trail/all`;
    expect((await elsewhere.send(new GetTrailStatusCommand({ Name }))).IsLogging).toBe(true);
  });

  test('basic selectors where they suffice, advanced ones otherwise', async () => {
    const basic = await client.send(new GetEventSelectorsCommand({ TrailName: 'all' }));
    expect(basic.AdvancedEventSelectors).toBeUndefined();
    expect(basic.EventSelectors).toEqual([
      {
        ReadWriteType: 'All',
        IncludeManagementEvents: true,
        DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
        ExcludeManagementEventSources: ['kms.amazonaws.com'],
      },
    ]);
    const advanced = await client.send(new GetEventSelectorsCommand({ TrailName: 'bedrock' }));
    expect(advanced.EventSelectors).toBeUndefined();
    expect(advanced.AdvancedEventSelectors?.map((one) => one.FieldSelectors)).toEqual([
      [
        { Field: 'eventCategory', Equals: ['Management'] },
        { Field: 'readOnly', Equals: ['false'] },
      ],
      [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::Bedrock::Guardrail'] },
      ],
    ]);
  });
});
