import type { Part, Trail, TrailStatus } from '../../../../../shared/model/dataset.ts';
import { type Instant, msOfInstant } from '../../../../../shared/model/period.ts';
import { awsJson } from '../../protocols/aws-json.ts';
import { JSON_CODES } from '../../protocols/fault-codes.ts';
import { booleanOf, requiredText, textsOf } from '../../protocols/input.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { eventSelectors } from './event-selectors.ts';
import { listPublicKeys } from './list-public-keys.ts';
import { lookupEvents } from './lookup-events.ts';

/** AWS CloudTrail; `clock` is monotonic milliseconds and paces LookupEvents. */
export function cloudtrailService(clock: () => number): Service {
  const protocol = awsJson({ version: '1.1', codes: JSON_CODES });
  return {
    name: 'cloudtrail',
    regional: true,
    operations: operations({
      LookupEvents: { action: 'cloudtrail:LookupEvents', run: lookupEvents(clock) },
      ListPublicKeys: { action: 'cloudtrail:ListPublicKeys', run: listPublicKeys },
      DescribeTrails: { action: 'cloudtrail:DescribeTrails', run: describeTrails },
      GetTrailStatus: {
        action: 'cloudtrail:GetTrailStatus',
        resource: (call) => trailArnOf(call, 'Name'),
        run: getTrailStatus,
      },
      GetEventSelectors: {
        action: 'cloudtrail:GetEventSelectors',
        resource: (call) => trailArnOf(call, 'TrailName'),
        run: getEventSelectors,
      },
    }),
    protocol: () => protocol,
  };
}

function describeTrails(call: Call): object {
  const names = textsOf(call.input, 'trailNameList');
  const shadows = booleanOf(call.input, 'includeShadowTrails') ?? true;
  const visible = call.world.trails(call.identity.accountId).filter((trail) => {
    const shown = trail.homeRegion === call.region || (shadows && trail.multiRegion);
    return shown && (names.length === 0 || names.some((name) => isNamed(trail, name)));
  });
  return { trailList: visible.map(describeTrail) };
}

function describeTrail(trail: Trail): object {
  const selectors = known(trail.selectors);
  return {
    Name: trail.name,
    S3BucketName: trail.s3Bucket ?? undefined,
    S3KeyPrefix: trail.s3KeyPrefix ?? undefined,
    IncludeGlobalServiceEvents: true,
    IsMultiRegionTrail: trail.multiRegion,
    HomeRegion: trail.homeRegion,
    TrailARN: trail.trailArn,
    LogFileValidationEnabled: trail.logFileValidation,
    HasCustomEventSelectors: selectors.advanced.length > 0 || trail.managementEvents !== 'all',
    HasInsightSelectors: false,
    KmsKeyId: trail.kmsKeyArn ?? undefined,
    CloudWatchLogsLogGroupArn: trail.logGroupArn === null ? undefined : `${trail.logGroupArn}:*`,
    IsOrganizationTrail: trail.organization,
  };
}

function getTrailStatus(call: Call): object {
  const trail = findTrail(call, requiredText(call.input, 'Name'));
  return describeStatus(known(trail.status));
}

function describeStatus(status: TrailStatus): object {
  return {
    IsLogging: status.logging,
    LatestDeliveryError: status.latestDeliveryError ?? undefined,
    LatestDeliveryTime: seconds(status.latestDeliveryAt),
    StartLoggingTime: seconds(status.startedAt),
    StopLoggingTime: seconds(status.stoppedAt),
    LatestCloudWatchLogsDeliveryError: status.latestLogGroupDeliveryError ?? undefined,
    LatestCloudWatchLogsDeliveryTime: seconds(status.latestLogGroupDeliveryAt),
    LatestDigestDeliveryTime: seconds(status.latestDigestAt),
    LatestDigestDeliveryError: status.latestDigestError ?? undefined,
  };
}

function seconds(time: Instant | null): number | undefined {
  return time === null ? undefined : msOfInstant(time) / 1000;
}

/** The trails of a world know all of themselves. */
function known<T>(part: Part<T>): T {
  if (part.read) return part.value;
  throw new Error('a trail of the simulated world lacks a part');
}

function getEventSelectors(call: Call): object {
  const trail = findTrail(call, requiredText(call.input, 'TrailName'));
  return { TrailARN: trail.trailArn, ...eventSelectors(known(trail.selectors)) };
}

/** A trail by ARN from any Region it covers, or by name in its home Region, as AWS finds it. */
function findTrail(call: Call, name: string): Trail {
  const trail = call.world.trails(call.identity.accountId).find((one) => {
    if (one.trailArn === name) return one.multiRegion || one.homeRegion === call.region;
    return one.name === name && one.homeRegion === call.region;
  });
  if (trail === undefined) {
    const arn = trailArn(call, name);
    const text = `Unknown trail: ${arn} for the user: ${call.identity.accountId}`;
    throw new WireFault('TrailNotFoundException', 400, text);
  }
  return trail;
}

function isNamed(trail: Trail, name: string): boolean {
  return trail.name === name || trail.trailArn === name;
}

function trailArnOf(call: Call, parameter: string): string {
  return trailArn(call, requiredText(call.input, parameter));
}

function trailArn(call: Call, name: string): string {
  if (name.startsWith('arn:')) return name;
  return `arn:aws:cloudtrail:${call.region}:${call.identity.accountId}:trail/${name}`;
}
