import type { InvocationLogging } from '../../../../shared/model/dataset.ts';
import { type Calendar, timeOn } from './calendar.ts';
import { ACCOUNT, LOG_BUCKET } from './organization.ts';

const OFF: InvocationLogging = {
  enabled: false,
  s3Bucket: null,
  s3KeyPrefix: null,
  logGroup: null,
  largeDataS3Bucket: null,
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
  ];
  return always.includes(place) ? timeOn('2026-01-12', 9) : null;
}

/**
 * What `bedrock:GetModelInvocationLoggingConfiguration` tells today. All accounts deliver to the
 * bucket of log-archive, which stands for the bucket that Regions replicate their logs to.
 */
export function invocationLoggingIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): InvocationLogging {
  const since = loggingSince(accountId, region, calendar);
  if (since === null || since > calendar.nowMs) return OFF;
  return {
    enabled: true,
    s3Bucket: LOG_BUCKET.name,
    s3KeyPrefix: null,
    logGroup: null,
    largeDataS3Bucket: null,
    modalities: ['text', 'image', 'embedding'],
  };
}
