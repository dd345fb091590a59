import type {
  Trail,
  TrailFieldSelector,
  TrailSelectors,
  TrailStatus,
} from '../../../../../shared/model/dataset.ts';
import {
  addDays,
  dayOf,
  type Instant,
  instantOfMs,
  msOfInstant,
} from '../../../../../shared/model/period.ts';

/** A trail as its story tells it; status and selectors follow from that. */
export type TrailPlan = Omit<Trail, 'status' | 'selectors' | 'logging' | 'managementEvents'> & {
  readonly logging: boolean;
  readonly managementEvents: Exclude<Trail['managementEvents'], 'unknown'>;
};

const BASIC_DATA_TYPES: Readonly<Record<string, string>> = {
  'AWS::S3::Object': 'arn:aws:s3',
  'AWS::Lambda::Function': 'arn:aws:lambda',
  'AWS::DynamoDB::Table': 'arn:aws:dynamodb',
};
const BASIC_EXCLUSIONS: readonly string[] = ['kms.amazonaws.com', 'rdsdata.amazonaws.com'];
const READ_WRITE = { all: 'All', 'read-only': 'ReadOnly', 'write-only': 'WriteOnly' } as const;

/** The whole trail, with the status and selectors that CloudTrail would tell of it. */
export function trailOf(plan: TrailPlan, now: Instant): Trail {
  return {
    ...plan,
    status: { read: true, value: statusOf(plan, now) },
    selectors: { read: true, value: selectorsOf(plan) },
  };
}

/** A running trail delivered five minutes ago; a stopped one did until it was stopped. */
function statusOf(plan: TrailPlan, now: Instant): TrailStatus {
  const stoppedAt: Instant | null = plan.logging ? null : `${addDays(dayOf(now), -61)}T16:40:00Z`;
  const last = msOfInstant(stoppedAt ?? now);
  const digest = plan.logFileValidation ? instantOfMs(last - 3_600_000) : null;
  return {
    logging: plan.logging,
    startedAt: '2025-11-03T09:12:00Z',
    stoppedAt,
    latestDeliveryAt: instantOfMs(last - 300_000),
    latestDeliveryError: null,
    latestDigestAt: digest,
    latestDigestError: null,
    latestLogGroupDeliveryAt: plan.logGroupArn === null ? null : instantOfMs(last - 240_000),
    latestLogGroupDeliveryError: null,
  };
}

/**
 * Advanced selectors where basic ones cannot say it (data events other than S3, Lambda and DynamoDB;
 * excluded sources other than KMS and RDS Data API), basic ones elsewhere.
 */
function selectorsOf(plan: TrailPlan): TrailSelectors {
  const basic =
    plan.dataResourceTypes.every((type) => type in BASIC_DATA_TYPES) &&
    plan.excludedSources.every((source) => BASIC_EXCLUSIONS.includes(source));
  return basic ? basicSelectors(plan) : advancedSelectors(plan);
}

function basicSelectors(plan: TrailPlan): TrailSelectors {
  const { managementEvents } = plan;
  const selector = {
    readWriteType: managementEvents === 'none' ? 'All' : READ_WRITE[managementEvents],
    managementEvents: managementEvents !== 'none',
    excludedSources: plan.excludedSources,
    dataResources: plan.dataResourceTypes.map((type) => ({
      type,
      values: [BASIC_DATA_TYPES[type] ?? type],
    })),
  };
  return { basic: [selector], advanced: [] };
}

function advancedSelectors(plan: TrailPlan): TrailSelectors {
  const data = plan.dataResourceTypes.map((type) => ({
    name: `Data events of ${type}`,
    fields: [equals('eventCategory', 'Data'), equals('resources.type', type)],
  }));
  const management = plan.managementEvents === 'none' ? [] : [managementSelector(plan)];
  return { basic: [], advanced: [...management, ...data] };
}

function managementSelector({ managementEvents, excludedSources }: TrailPlan) {
  const readOnly = equals('readOnly', String(managementEvents === 'read-only'));
  const exclusion = { ...equals('eventSource'), notEquals: excludedSources };
  return {
    name: 'Management events',
    fields: [
      equals('eventCategory', 'Management'),
      ...(managementEvents === 'all' ? [] : [readOnly]),
      ...(excludedSources.length === 0 ? [] : [exclusion]),
    ],
  };
}

function equals(field: string, ...values: readonly string[]): TrailFieldSelector {
  return {
    field,
    equals: values,
    notEquals: [],
    startsWith: [],
    notStartsWith: [],
    endsWith: [],
    notEndsWith: [],
  };
}
