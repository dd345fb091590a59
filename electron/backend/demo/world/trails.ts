import type { Trail } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import { DATA_RESOURCE_TYPES } from './data-acts.ts';
import { ACCOUNT, isMember, LOG_BUCKET } from './organization.ts';
import { KEYS } from './surroundings/key-names.ts';
import { type TrailPlan, trailOf } from './surroundings/trail-parts.ts';

const ORGANIZATION_TRAIL: TrailPlan = {
  name: 'acme-organization-trail',
  trailArn: trailArn('us-east-1', ACCOUNT.management, 'acme-organization-trail'),
  homeRegion: 'us-east-1',
  multiRegion: true,
  organization: true,
  logging: true,
  s3Bucket: LOG_BUCKET.name,
  s3KeyPrefix: null,
  logFileValidation: true,
  kmsKeyArn: KEYS.organizationTrail,
  logGroupArn: null,
  managementEvents: 'all',
  excludedSources: ['kms.amazonaws.com'],
  dataResourceTypes: DATA_RESOURCE_TYPES,
};

/** A trail that nobody restarted after an experiment. */
const STOPPED_TRAIL: TrailPlan = {
  ...ORGANIZATION_TRAIL,
  name: 'experiments-trail',
  trailArn: trailArn('us-west-2', ACCOUNT.dataScience, 'experiments-trail'),
  homeRegion: 'us-west-2',
  multiRegion: false,
  organization: false,
  logging: false,
  s3KeyPrefix: 'experiments',
  logFileValidation: false,
  kmsKeyArn: null,
  excludedSources: [],
};

/** Model calls are read-only events in CloudTrail, so a write-only trail misses all of them. */
const WRITE_ONLY_TRAIL: TrailPlan = {
  ...STOPPED_TRAIL,
  name: 'sandbox-trail',
  trailArn: trailArn('us-east-1', ACCOUNT.sandbox, 'sandbox-trail'),
  homeRegion: 'us-east-1',
  logging: true,
  s3Bucket: 'sandbox-trail-666677778888',
  s3KeyPrefix: null,
  managementEvents: 'write-only',
};

/** The trails that `cloudtrail:DescribeTrails` shows in an account, the organisation's included. */
export function trailsOf(accountId: string, now: Instant): readonly Trail[] {
  const plans = [
    ...(isMember(accountId) ? [ORGANIZATION_TRAIL] : []),
    ...(accountId === ACCOUNT.dataScience ? [STOPPED_TRAIL] : []),
    ...(accountId === ACCOUNT.sandbox ? [WRITE_ONLY_TRAIL] : []),
  ];
  return plans.map((plan) => trailOf(plan, now));
}

function trailArn(region: string, accountId: string, name: string): string {
  return `arn:aws:cloudtrail:${region}:${accountId}:trail/${name}`;
}
