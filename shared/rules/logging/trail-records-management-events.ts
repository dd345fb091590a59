import { ACCOUNT_SCOPE, type Trail } from '../../model/dataset.ts';
import { defineRule, type Verdict } from '../rule.ts';

/** A trail that logs, sees the Region, and records read and write management events, Bedrock's too. */
export const trailRecordsManagementEvents = defineRule({
  id: 'trail-records-management-events',
  title: 'A trail records management events, those of Bedrock included',
  severity: 'high',
  theme: 'logging',
  rationale:
    'Calls to models (InvokeModel, Converse) are management events and are marked read-only. Without a trail they can be looked up for 90 days only, per Region; a trail that is stopped, write-only or excludes Bedrock keeps none of them.',
  remediation: {
    console:
      'CloudTrail console: Trails, choose or create a multi-Region trail, Management events: Read and Write, no exclusion of Bedrock, then Start logging.',
    cli: `aws cloudtrail put-event-selectors --trail-name TRAIL --advanced-event-selectors '[{"Name":"Management events","FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]' && aws cloudtrail start-logging --name TRAIL`,
    terraform: `resource "aws_cloudtrail" "management" {
  name                  = "management-events"
  s3_bucket_name        = aws_s3_bucket.trail.id
  is_multi_region_trail = true
  enable_logging        = true
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Management"]
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  ],
  frameworks: [
    'NIST 800-53: AU-2 Event Logging',
    'NIST 800-53: AU-11 Audit Record Retention',
    'NIST AI RMF: GOVERN 1.5 Ongoing monitoring and review',
    'ISO 42001: A.6.2.8 AI system recording of event logs',
    'SOC 2: CC7.2 Monitoring of system components',
    'HIPAA: 164.312(b) Audit controls',
    'AWS Well-Architected Generative AI Lens: GENSEC03-BP01 Control plane and data access monitoring',
  ],
  needs: ['trails'],
  evaluate: (input) => {
    if (input.region === ACCOUNT_SCOPE) return { nothing: 'no Region of this account was scanned' };
    const covering = input.items('trails').filter((trail) => covers(trail, input.region));
    const recording = covering.find((trail) => shortcomings(trail).length === 0 && isKnown(trail));
    const unread = covering.filter((trail) => shortcomings(trail).length === 0 && !isKnown(trail));
    return [
      {
        resource: `Management events of ${input.region}`,
        ...(recording === undefined ? withoutOne(covering, unread) : recordedBy(recording)),
        evidence: [input.evidence('trails', recording ?? input.items('trails'))],
      },
    ];
  },
});

function covers(trail: Trail, region: string): boolean {
  return trail.multiRegion || trail.homeRegion === region;
}

function shortcomings(trail: Trail): readonly string[] {
  const excluded = trail.excludedSources.filter((source) => source.startsWith('bedrock'));
  return [
    ...(trail.logging === false ? ['is not logging'] : []),
    ...missedEvents(trail.managementEvents),
    ...(excluded.length === 0 ? [] : [`excludes ${excluded.join(', ')}`]),
  ];
}

/** Whether everything was read that tells what the trail records. */
function isKnown({ logging, managementEvents }: Trail): boolean {
  return logging !== null && managementEvents !== 'unknown';
}

function missedEvents(recorded: Trail['managementEvents']): readonly string[] {
  return recorded === 'all' || recorded === 'unknown' ? [] : [RECORDS[recorded]];
}

const RECORDS: Readonly<Record<Exclude<Trail['managementEvents'], 'all' | 'unknown'>, string>> = {
  'read-only': 'records read events only',
  'write-only': 'records write events only, and calls to models are read events',
  none: 'records no management events',
};

/** Without a trail that is known to record: one that may, or none. */
function withoutOne(
  covering: readonly Trail[],
  unread: readonly Trail[],
): Pick<Verdict, 'status' | 'reason'> {
  return unread.length === 0
    ? { status: 'fail', reason: whyNone(covering) }
    : { status: 'unknown', reason: unread.map(whyUnknown).join(' ') };
}

function whyUnknown({ name, status, selectors }: Trail): string {
  const reasons = [status, selectors].flatMap((part) => (part.read ? [] : part.outcome.reason));
  return `What ${name} records could not be read: ${reasons.join(' ')}`;
}

function whyNone(covering: readonly Trail[]): string {
  if (covering.length === 0) return 'No trail covers this Region.';
  const trails = covering.map((trail) => `${trail.name} ${shortcomings(trail).join(' and ')}`);
  return `No trail records all management events here: ${trails.join('; ')}.`;
}

function recordedBy(trail: Trail): Pick<Verdict, 'status' | 'reason'> {
  const kind = trail.organization ? 'Organisation trail' : 'Trail';
  const span = trail.multiRegion ? 'all Regions' : trail.homeRegion;
  const reason = `${kind} ${trail.name} (${span}) records read and write management events.`;
  return { status: 'pass', reason };
}
