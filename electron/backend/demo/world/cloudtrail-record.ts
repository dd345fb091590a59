import { type Instant, instantOfMs } from '../../../../shared/model/period.ts';
import type { CloudTrailRecord, WorldCaller, WorldInvocation } from './facts.ts';

/** What CloudWatch and the bill count of an act, and CloudTrail does not tell. */
export interface ActUse {
  /** Of each policy of a guardrail that was applied. */
  readonly textUnits?: number;
  /** The calls that an agent made to its model until it had answered, in order of time. */
  readonly steps?: readonly AgentStep[];
}

/** One call of an agent to its model. */
export interface AgentStep {
  /** Milliseconds after the agent was asked, whole seconds. */
  readonly afterMs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** An event other than a model call: who did what, where, when. */
export interface ManagementAct {
  /** Milliseconds since the epoch, whole seconds. */
  readonly time: number;
  readonly eventId: string;
  readonly requestId: string;
  readonly eventName: string;
  /** Service prefix of the event source: `bedrock`, `iam`, `cloudtrail`. */
  readonly service: string;
  readonly accountId: string;
  readonly region: string;
  readonly caller: WorldCaller;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly readOnly: boolean;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements?: Readonly<Record<string, unknown>> | null;
  readonly errorCode?: string;
  /** A data event: only trails that record its resource type have it. */
  readonly data?: boolean;
  /** A caller whom nobody could identify. */
  readonly anonymous?: boolean;
  readonly resources?: readonly { readonly type: string; readonly arn: string }[];
  readonly metered?: ActUse;
}

interface Call {
  readonly time: number;
  readonly eventId: string;
  readonly requestId: string;
  readonly accountId: string;
  readonly region: string;
  readonly caller: WorldCaller;
  readonly sourceIp: string;
  readonly userAgent: string;
}

/** CloudTrail's name of a denial; the SDK calls the same error `AccessDeniedException`. */
const DENIED = 'AccessDenied';

const ERROR_MESSAGES: Readonly<Record<string, string>> = {
  ValidationException: 'max_tokens: range: 1..64000',
  ThrottlingException: 'Too many requests, please wait before trying again.',
  ResourceNotFoundException: 'This model version has not been used for 30 days.',
};

/**
 * The CloudTrail management event of a model call. It names the model and nothing of the prompt;
 * `additionalEventData` exists only for re-routed and bearer-token calls (field captures of 2025-26).
 */
export function toCloudTrailRecord(call: WorldInvocation): CloudTrailRecord {
  const additional = additionalEventData(call);
  return {
    ...commonFields(call),
    eventSource: 'bedrock.amazonaws.com',
    eventName: call.operation,
    ...errorFields(call.errorCode),
    requestParameters: { modelId: call.modelId },
    responseElements: null,
    ...(additional === null ? {} : { additionalEventData: additional }),
    readOnly: true,
    ...(call.vpcEndpointId === null ? {} : endpointFields(call)),
    tlsDetails: tlsDetails(`bedrock-runtime.${call.region}.amazonaws.com`),
  };
}

/** The CloudTrail event of any other act. */
export function toManagementRecord(act: ManagementAct): CloudTrailRecord {
  return {
    ...commonFields(act),
    ...(act.anonymous === true ? { userIdentity: ANONYMOUS } : {}),
    ...(act.data === true ? { managementEvent: false, eventCategory: 'Data' } : {}),
    eventSource: `${act.service}.amazonaws.com`,
    eventName: act.eventName,
    ...errorFields(act.errorCode ?? null),
    requestParameters: act.requestParameters,
    responseElements: act.responseElements ?? null,
    readOnly: act.readOnly,
    ...(act.resources === undefined ? {} : { resources: act.resources.map(resourceOf) }),
    tlsDetails: tlsDetails(hostOf(act)),
  };
}

/** As AgentCore writes it when a gateway refuses a token (its developer guide). */
const ANONYMOUS = { type: 'AWSAccount', principalId: '', accountId: 'anonymous' };

function hostOf({ service, region }: ManagementAct): string {
  if (service === 'bedrock-mantle') return `bedrock-mantle.${region}.api.aws`;
  const global = service === 'iam' || service === 'organizations';
  return global ? `${service}.amazonaws.com` : `${service}.${region}.amazonaws.com`;
}

function resourceOf({ type, arn }: { readonly type: string; readonly arn: string }) {
  return { accountId: arn.split(':')[4] ?? '', type, ARN: arn };
}

function commonFields(call: Call) {
  return {
    eventVersion: '1.11',
    userIdentity: userIdentity(call),
    eventTime: instantOfMs(call.time),
    awsRegion: call.region,
    sourceIPAddress: call.sourceIp,
    userAgent: call.userAgent,
    requestID: call.requestId,
    eventID: call.eventId,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.accountId,
    eventCategory: 'Management',
  };
}

function userIdentity(call: Call): Readonly<Record<string, unknown>> {
  const { caller } = call;
  if (caller.kind === 'AssumedRole') return assumedRole(call);
  const userName = caller.arn.slice(caller.arn.lastIndexOf('/') + 1);
  return {
    type: caller.kind,
    principalId: caller.principalId,
    arn: caller.arn,
    accountId: caller.accountId,
    accessKeyId: caller.accessKeyId,
    ...(caller.kind === 'Root' ? {} : { userName }),
  };
}

function assumedRole(call: Call): Readonly<Record<string, unknown>> {
  const { caller } = call;
  const session = caller.sessionName ?? '';
  const userName = roleName(caller.arn);
  return {
    type: 'AssumedRole',
    principalId: `${caller.principalId}:${session}`,
    arn: sessionArn(caller),
    accountId: caller.accountId,
    accessKeyId: caller.accessKeyId,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: caller.principalId,
        arn: caller.arn,
        accountId: caller.accountId,
        userName,
      },
      attributes: { creationDate: sessionStart(call.time), mfaAuthenticated: 'false' },
      ...(caller.sourceIdentity === null ? {} : { sourceIdentity: caller.sourceIdentity }),
    },
    ...(call.sourceIp.endsWith('.amazonaws.com') ? { invokedBy: call.sourceIp } : {}),
    ...(userName.startsWith('AWSReservedSSO_') ? { onBehalfOf: onBehalfOf(session) } : {}),
  };
}

/** The ARN that STS gives a session: without the role's path. */
export function sessionArn(caller: WorldCaller): string {
  if (caller.sessionName === null) return caller.arn;
  const session = `${roleName(caller.arn)}/${caller.sessionName}`;
  return `arn:aws:sts::${caller.accountId}:assumed-role/${session}`;
}

function roleName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function onBehalfOf(session: string): Readonly<Record<string, string>> {
  return {
    userId: `94482488-3041-7005-${session.length.toString(16).padStart(4, '0')}-1f2d3c4b5a69`,
    identityStoreArn: 'arn:aws:identitystore::111122223333:identitystore/d-9067acme01',
  };
}

function sessionStart(time: number): Instant {
  return instantOfMs(time - (time % 3_600_000));
}

function additionalEventData(call: WorldInvocation): Readonly<Record<string, unknown>> | null {
  if (call.inferenceRegion === null && !call.bearerToken) return null;
  return {
    ...(call.bearerToken ? { callWithBearerToken: true } : {}),
    ...(call.inferenceRegion === null ? {} : { inferenceRegion: call.inferenceRegion }),
  };
}

function errorFields(errorCode: string | null): Readonly<Record<string, string>> {
  if (errorCode === null) return {};
  if (errorCode === 'AccessDeniedException') {
    return { errorCode: DENIED, errorMessage: 'User is not authorized to perform this action.' };
  }
  const errorMessage = ERROR_MESSAGES[errorCode];
  return { errorCode, ...(errorMessage === undefined ? {} : { errorMessage }) };
}

function endpointFields(call: WorldInvocation): Readonly<Record<string, string | null>> {
  return { vpcEndpointId: call.vpcEndpointId, vpcEndpointAccountId: call.accountId };
}

function tlsDetails(host: string): Readonly<Record<string, string>> {
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_128_GCM_SHA256',
    clientProvidedHostHeader: host,
  };
}
