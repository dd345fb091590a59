import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import {
  recordedBy,
  toSelectors,
} from '../../../../../electron/backend/collectors/surroundings/trail-selectors.ts';
import {
  toTrail,
  toTrailStatus,
} from '../../../../../electron/backend/collectors/surroundings/trails.ts';
import type { Part, Trail } from '../../../../../shared/model/dataset.ts';

const BEDROCK = 'bedrock.amazonaws.com';
const ARN = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/t';

const selectorCases: readonly {
  readonly name: string;
  readonly selectors: GetEventSelectorsResponse;
  readonly expected: Partial<Trail>;
}[] = [
  {
    name: 'a trail without selectors records nothing',
    selectors: {},
    expected: { managementEvents: 'none', excludedSources: [], dataResourceTypes: [] },
  },
  {
    name: 'the default selector',
    selectors: { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }] },
    expected: { managementEvents: 'all' },
  },
  {
    name: 'writes only',
    selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' }] },
    expected: { managementEvents: 'write-only' },
  },
  {
    name: 'two selectors that complete each other',
    selectors: { EventSelectors: [{ ReadWriteType: 'WriteOnly' }, { ReadWriteType: 'ReadOnly' }] },
    expected: { managementEvents: 'all' },
  },
  {
    name: 'data events alone',
    selectors: {
      EventSelectors: [
        { IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object' }] },
      ],
    },
    expected: { managementEvents: 'none', dataResourceTypes: ['AWS::S3::Object'] },
  },
  {
    name: 'a source excluded from reads is excluded, though writes of it are recorded',
    selectors: {
      EventSelectors: [
        { ReadWriteType: 'ReadOnly', ExcludeManagementEventSources: [BEDROCK] },
        { ReadWriteType: 'WriteOnly' },
      ],
    },
    expected: { managementEvents: 'all', excludedSources: [BEDROCK] },
  },
  {
    name: 'a source that another selector takes is not excluded',
    selectors: {
      EventSelectors: [
        { ReadWriteType: 'All', ExcludeManagementEventSources: [BEDROCK] },
        { ReadWriteType: 'All' },
      ],
    },
    expected: { managementEvents: 'all', excludedSources: [] },
  },
  {
    name: 'advanced: management events without one source, and data events',
    selectors: {
      AdvancedEventSelectors: [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Management'] },
            { Field: 'eventSource', NotEquals: [BEDROCK, 'kms.amazonaws.com'] },
          ],
        },
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::Bedrock::Guardrail'] },
          ],
        },
      ],
    },
    expected: {
      managementEvents: 'all',
      excludedSources: [BEDROCK, 'kms.amazonaws.com'],
      dataResourceTypes: ['AWS::Bedrock::Guardrail'],
    },
  },
  {
    name: 'advanced: reads only',
    selectors: {
      AdvancedEventSelectors: [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Management'] },
            { Field: 'readOnly', Equals: ['true'] },
          ],
        },
      ],
    },
    expected: { managementEvents: 'read-only' },
  },
  {
    name: 'advanced: a selector narrowed to event names records no management events as a whole',
    selectors: {
      AdvancedEventSelectors: [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Management'] },
            { Field: 'eventName', Equals: ['DeleteTrail'] },
          ],
        },
      ],
    },
    expected: { managementEvents: 'none' },
  },
  {
    name: 'advanced: a selector for one source only',
    selectors: {
      AdvancedEventSelectors: [
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Management'] },
            { Field: 'eventSource', Equals: ['kms.amazonaws.com'] },
          ],
        },
      ],
    },
    expected: { managementEvents: 'none' },
  },
];

describe('what a trail records', () => {
  it.each(selectorCases)('$name', ({ selectors, expected }) => {
    expect(recordedBy(toSelectors(selectors))).toMatchObject(expected);
  });

  it('keeps every field and operator', () => {
    const selectors: GetEventSelectorsResponse = {
      AdvancedEventSelectors: [
        {
          Name: 'agents',
          FieldSelectors: [
            { Field: 'resources.ARN', StartsWith: ['arn:aws:bedrock'], NotEndsWith: ['TEST'] },
          ],
        },
        { FieldSelectors: undefined },
      ],
    };
    const empty = { equals: [], notEquals: [], notStartsWith: [], endsWith: [] };
    const field = {
      field: 'resources.ARN',
      startsWith: ['arn:aws:bedrock'],
      notEndsWith: ['TEST'],
    };
    expect(toSelectors(selectors).advanced).toEqual([
      { name: 'agents', fields: [{ ...empty, ...field }] },
      { name: null, fields: [] },
    ]);
    const basic = { DataResources: [{ Type: 'AWS::S3::Object' }, {}] };
    expect(toSelectors({ EventSelectors: [basic] }).basic).toEqual([
      {
        readWriteType: 'All',
        managementEvents: true,
        excludedSources: [],
        dataResources: [{ type: 'AWS::S3::Object', values: [] }],
      },
    ]);
  });
});

describe('a trail', () => {
  it('falls back on the ARN for name and home Region', () => {
    const status = read(toTrailStatus({}));
    expect(toTrail({ TrailARN: ARN }, status, read(toSelectors({})))).toMatchObject({
      name: ARN,
      homeRegion: 'eu-west-1',
      logging: false,
      s3Bucket: null,
      kmsKeyArn: null,
    });
  });

  it('whose parts were not read tells nothing of them', () => {
    const unread = {
      read: false,
      outcome: { status: 'denied', action: 'cloudtrail:GetTrailStatus', reason: 'no' },
    } as const;
    expect(toTrail({ TrailARN: ARN }, unread, unread)).toMatchObject({
      logging: null,
      managementEvents: 'unknown',
      dataResourceTypes: [],
      status: unread,
      selectors: unread,
    });
  });

  it('has no error where CloudTrail answers an empty one', () => {
    const answer = {
      IsLogging: true,
      LatestDeliveryTime: new Date('2026-11-20T12:00:00Z'),
      LatestDeliveryError: '',
      LatestDigestDeliveryError: 'AccessDenied',
    };
    expect(toTrailStatus(answer)).toMatchObject({
      logging: true,
      latestDeliveryAt: '2026-11-20T12:00:00Z',
      latestDeliveryError: null,
      latestDigestAt: null,
      latestDigestError: 'AccessDenied',
    });
  });

  it('without ARN is refused', () => {
    const status = read(toTrailStatus({}));
    expect(() => toTrail({ Name: 'x' }, status, read(toSelectors({})))).toThrow(/TrailARN/);
  });
});

function read<T>(value: T): Part<T> {
  return { read: true, value };
}
