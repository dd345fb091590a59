import type { InvocationLogging } from '../../../../shared/model/dataset.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { generatedAccount } from './generated-accounts.ts';
import { ACCOUNT, INVOCATION_LOG_GROUP, invocationLogBucket } from './organization.ts';

const OFF: InvocationLogging = {
  enabled: false,
  s3Bucket: null,
  s3KeyPrefix: null,
  logGroup: null,
  logGroupRoleArn: null,
  largeDataS3Bucket: null,
  largeDataS3KeyPrefix: null,
  modalities: [],
};

/** Hour of `loggingOnDay` (UTC) at which platform-prod switches logging on in us-west-2. */
export const LOGGING_ON_HOUR = 12;

/** When model invocation logging was switched on in milliseconds; null where it is off. */
export function loggingSince(accountId: string, region: string, calendar: Calendar): number | null {
  const place = `${accountId}/${region}`;
  if (place === `${ACCOUNT.platform}/us-west-2`) {
    return timeOn(calendar.loggingOnDay, LOGGING_ON_HOUR);
  }
  const always: readonly string[] = [
    `${ACCOUNT.platform}/us-east-1`,
    `${ACCOUNT.platform}/eu-west-1`,
    `${ACCOUNT.dataScience}/us-east-1`,
    `${ACCOUNT.support}/eu-west-1`,
    `${ACCOUNT.support}/eu-central-1`,
    `${ACCOUNT.management}/us-east-1`,
    `${ACCOUNT.securityAudit}/us-east-1`,
    `${ACCOUNT.sharedServices}/us-east-1`,
  ];
  return always.includes(place) || logsByDefault(accountId, region)
    ? timeOn('2026-01-12', 9)
    : null;
}

/** Generated accounts log where they work, save for those that are for tests. */
function logsByDefault(accountId: string, region: string): boolean {
  const account = generatedAccount(accountId);
  return account?.region === region && !account.name.includes('-test');
}

/** Where model invocation logging delivers to. */
export interface LogDestinations {
  readonly s3: boolean;
  readonly logGroup: boolean;
}

/**
 * The destinations of an account and Region: S3 nearly everywhere, a log group alone in the
 * helpdesk's Frankfurt (bodies over 100 KB are lost there), and both in the support desk's Dublin.
 */
export function logDestinations(accountId: string, region: string): LogDestinations {
  const place = `${accountId}/${region}`;
  const both = place === `${ACCOUNT.support}/eu-west-1`;
  const groupAlone = place === `${ACCOUNT.support}/eu-central-1`;
  return { s3: !groupAlone, logGroup: both || groupAlone };
}

/** UTC hours of `runawayDay` in which the support desk's log group takes nothing. */
const GROUP_FAILS_HOURS = { from: 13, to: 16 } as const;

/**
 * Whether the record of a call reaches the log group of its account and Region. For three hours
 * Dublin's is throttled: S3 has those records alone.
 */
export function deliversToGroup(
  call: { readonly accountId: string; readonly region: string; readonly time: number },
  calendar: Calendar,
): boolean {
  const { logGroup, s3 } = logDestinations(call.accountId, call.region);
  const fails =
    s3 &&
    call.time >= timeOn(calendar.runawayDay, GROUP_FAILS_HOURS.from) &&
    call.time < timeOn(calendar.runawayDay, GROUP_FAILS_HOURS.to);
  return logGroup && !fails;
}

/** What `bedrock:GetModelInvocationLoggingConfiguration` tells today. */
export function invocationLoggingIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): InvocationLogging {
  const since = loggingSince(accountId, region, calendar);
  if (since === null || since > calendar.nowMs) return OFF;
  const to = logDestinations(accountId, region);
  const bucket = to.s3 ? invocationLogBucket(accountId, region) : null;
  return {
    enabled: true,
    s3Bucket: bucket,
    s3KeyPrefix: null,
    logGroup: to.logGroup ? INVOCATION_LOG_GROUP : null,
    logGroupRoleArn: to.logGroup ? `arn:aws:iam::${accountId}:role/BedrockInvocationLogging` : null,
    largeDataS3Bucket: to.logGroup ? bucket : null,
    largeDataS3KeyPrefix: to.logGroup && bucket !== null ? 'large' : null,
    modalities: ['text', 'image', 'embedding'],
  };
}
