import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import { describe, expect, it } from 'vitest';
import { toFoundationModel } from '../../../../electron/backend/collectors/bedrock/foundation-models.ts';
import { toInferenceProfile } from '../../../../electron/backend/collectors/bedrock/inference-profiles.ts';
import { toGuardrail } from '../../../../electron/backend/collectors/guardrails/guardrails.ts';
import { toInvocationLogging } from '../../../../electron/backend/collectors/guardrails/invocation-logging.ts';
import { identitiesOf } from '../../../../electron/backend/collectors/identity/account-authorization.ts';
import { toTrail } from '../../../../electron/backend/collectors/surroundings/trails.ts';
import type { Trail } from '../../../../shared/model/dataset.ts';

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
    expect(toTrail({ TrailARN: ARN }, true, selectors)).toMatchObject(expected);
  });

  it('falls back on the ARN for name and home Region', () => {
    expect(toTrail({ TrailARN: ARN }, false, {})).toMatchObject({
      name: ARN,
      homeRegion: 'eu-west-1',
      logging: false,
      s3Bucket: null,
    });
  });

  it('refuses a trail without ARN', () => {
    expect(() => toTrail({ Name: 'x' }, true, {})).toThrow(/TrailARN/);
  });
});

describe('odd answers of the other calls', () => {
  it('a model without lifecycle is of unknown status', () => {
    const model = toFoundationModel({ modelId: 'a.b', modelArn: 'arn:x' });
    expect(model).toMatchObject({ modelName: 'a.b', lifecycle: { status: 'UNKNOWN' } });
    expect(() => toFoundationModel({ modelId: '', modelArn: 'arn:x' })).toThrow(/modelId/);
  });

  it('a profile without models reaches nothing', () => {
    const summary = { inferenceProfileId: 'us.a', inferenceProfileArn: 'arn:x', models: [{}] };
    const profile = toInferenceProfile({
      ...summary,
      inferenceProfileName: 'n',
      status: 'ACTIVE',
      type: 'SYSTEM_DEFINED',
    });
    expect(profile).toMatchObject({ type: 'SYSTEM_DEFINED', modelArns: [] });
  });

  it('a guardrail from before directions could be switched blocks in both', () => {
    const draft = {
      name: 'old',
      guardrailId: 'g',
      guardrailArn: 'arn:g',
      version: 'DRAFT',
      status: 'READY' as const,
      createdAt: undefined,
      updatedAt: new Date('2026-01-02T03:04:05Z'),
      blockedInputMessaging: '',
      blockedOutputsMessaging: '',
      contentPolicy: {
        filters: [
          { type: 'HATE' as const, inputStrength: 'HIGH' as const, outputStrength: 'LOW' as const },
        ],
      },
    };
    expect(toGuardrail(draft, [])).toMatchObject({
      versions: [],
      updatedAt: '2026-01-02T03:04:05Z',
      contentFilters: [
        { inputAction: 'BLOCK', outputAction: 'BLOCK', inputEnabled: true, outputEnabled: true },
      ],
    });
  });

  it.each([
    { name: 'absent', config: undefined, enabled: false },
    { name: 'without destination', config: { textDataDeliveryEnabled: true }, enabled: false },
    {
      name: 'to S3',
      config: { s3Config: { bucketName: 'b' }, imageDataDeliveryEnabled: true },
      enabled: true,
    },
    {
      name: 'to CloudWatch',
      config: { cloudWatchConfig: { logGroupName: '/b', roleArn: 'r' } },
      enabled: true,
    },
  ])('logging $name', ({ config, enabled }) => {
    expect(toInvocationLogging(config).enabled).toBe(enabled);
  });

  it('policies come URL-encoded, or plain from other implementations', () => {
    const document = '{"Statement":[{"Effect":"Allow","Action":"bedrock:*"}]}';
    const user = (PolicyDocument: string) => ({
      UserName: 'u',
      Arn: 'arn:aws:iam::1:user/u',
      UserPolicyList: [{ PolicyName: 'p', PolicyDocument }],
    });
    const page = { UserDetailList: [user(encodeURIComponent(document)), user(document)] };
    const documents = identitiesOf(page).map(({ inlinePolicies }) => inlinePolicies[0]?.document);
    expect(documents).toEqual([document, document]);
  });
});
