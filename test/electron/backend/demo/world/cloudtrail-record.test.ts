import { describe, expect, test } from 'vitest';
import {
  toCloudTrailRecord,
  toManagementRecord,
} from '../../../../../electron/backend/demo/world/cloudtrail-record.ts';
import { invocation } from './invocation-builder.ts';

const USER = {
  kind: 'IAMUser',
  arn: 'arn:aws:iam::222233334444:user/reports',
  principalId: 'AIDAEXAMPLEEXAMPLE123',
  accountId: '222233334444',
  sessionName: null,
  sourceIdentity: null,
  accessKeyId: 'AKIAEXAMPLEEXAMPLE12',
} as const;

test('a call through a role has the members of a real record', () => {
  expect(toCloudTrailRecord(invocation())).toEqual({
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEEXAMPLE123:task-1',
      arn: 'arn:aws:sts::222233334444:assumed-role/summarizer/task-1',
      accountId: '222233334444',
      accessKeyId: 'ASIAEXAMPLEEXAMPLE12',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAEXAMPLEEXAMPLE123',
          arn: 'arn:aws:iam::222233334444:role/service-role/summarizer',
          accountId: '222233334444',
          userName: 'summarizer',
        },
        attributes: { creationDate: '2026-11-19T14:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    eventTime: '2026-11-19T14:05:09Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'us-east-1',
    sourceIPAddress: '10.20.1.9',
    userAgent: 'Boto3/1.43.11',
    requestParameters: { modelId: 'us.anthropic.claude-sonnet-5-5' },
    responseElements: null,
    requestID: '0d9f7a52-6f4e-4c55-9b1d-2f1c5a7e9b30',
    eventID: '5c0e6f1e-91c3-4f0a-8d64-7a1f5d3b2c10',
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '222233334444',
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: 'bedrock-runtime.us-east-1.amazonaws.com',
    },
  });
});

describe('a call', () => {
  test.each([
    [
      'that was re-routed',
      { inferenceRegion: 'us-west-2' },
      { additionalEventData: { inferenceRegion: 'us-west-2' } },
    ],
    [
      'with an API key',
      { bearerToken: true, caller: USER },
      {
        additionalEventData: { callWithBearerToken: true },
        userIdentity: {
          type: 'IAMUser',
          principalId: 'AIDAEXAMPLEEXAMPLE123',
          arn: 'arn:aws:iam::222233334444:user/reports',
          accountId: '222233334444',
          accessKeyId: 'AKIAEXAMPLEEXAMPLE12',
          userName: 'reports',
        },
      },
    ],
    [
      'through a VPC endpoint',
      { vpcEndpointId: 'vpce-0123456789abcdef0' },
      { vpcEndpointId: 'vpce-0123456789abcdef0', vpcEndpointAccountId: '222233334444' },
    ],
    [
      'that IAM denies, which CloudTrail spells shorter than the SDK',
      { errorCode: 'AccessDeniedException' },
      { errorCode: 'AccessDenied' },
    ],
    [
      'that probes',
      { errorCode: 'ValidationException' },
      { errorCode: 'ValidationException', errorMessage: 'max_tokens: range: 1..64000' },
    ],
    [
      'by a knowledge base',
      { sourceIp: 'bedrock.amazonaws.com' },
      { userIdentity: expect.objectContaining({ invokedBy: 'bedrock.amazonaws.com' }) },
    ],
  ])('%s says so', (_, change, members) => {
    expect(toCloudTrailRecord(invocation(change))).toMatchObject(members);
  });

  test('of a session with a source identity names it in the session, and only there', () => {
    const call = invocation();
    const caller = { ...call.caller, sourceIdentity: 'ines' };
    const { userIdentity } = toCloudTrailRecord({ ...call, caller });
    expect(userIdentity).toMatchObject({ sessionContext: { sourceIdentity: 'ines' } });
    expect(JSON.stringify(toCloudTrailRecord(call))).not.toContain('sourceIdentity');
  });

  test.each(['additionalEventData', 'errorCode', 'vpcEndpointId'])(
    'that is plain has no %s at all',
    (member) => {
      expect(Object.keys(toCloudTrailRecord(invocation()))).not.toContain(member);
    },
  );

  test('by root has no user name', () => {
    const root = { ...USER, kind: 'Root', arn: 'arn:aws:iam::222233334444:root' } as const;
    const { userIdentity } = toCloudTrailRecord(invocation({ caller: root }));
    expect(userIdentity).toMatchObject({ type: 'Root' });
    expect(userIdentity).not.toHaveProperty('userName');
  });
});

test('an act in IAM is recorded with its own host and what it answered', () => {
  const call = invocation();
  const record = toManagementRecord({
    time: call.time,
    eventId: call.eventId,
    requestId: call.requestId,
    eventName: 'CreateServiceSpecificCredential',
    service: 'iam',
    accountId: call.accountId,
    region: 'us-east-1',
    caller: call.caller,
    sourceIp: call.sourceIp,
    userAgent: call.userAgent,
    readOnly: false,
    requestParameters: { userName: 'BedrockAPIKey-x7qk', serviceName: 'bedrock.amazonaws.com' },
  });
  expect(record).toMatchObject({
    eventSource: 'iam.amazonaws.com',
    eventName: 'CreateServiceSpecificCredential',
    readOnly: false,
    requestParameters: { userName: 'BedrockAPIKey-x7qk', serviceName: 'bedrock.amazonaws.com' },
    responseElements: null,
    tlsDetails: { clientProvidedHostHeader: 'iam.amazonaws.com' },
  });
});
