import type { GetTrailStatusResponse, Trail as TrailDescription } from '@aws-sdk/client-cloudtrail';
import type { Part, Trail, TrailSelectors, TrailStatus } from '../../../../shared/model/dataset.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { recordedBy, toSelectors } from './trail-selectors.ts';

const AT_ONCE = 3;

/** The trails that see a Region, multi-Region and organisation trails of elsewhere included. */
export const trails: Collector<'trails'> = {
  dataset: 'trails',
  title: 'CloudTrail trails and what they record',
  scope: 'region',
  iamActions: [
    'cloudtrail:DescribeTrails',
    'cloudtrail:GetTrailStatus',
    'cloudtrail:GetEventSelectors',
  ],
  collect: async (context) => {
    const answer = await context.call('cloudtrail:DescribeTrails', async (options) =>
      (await context.clients.cloudtrail(context.region)).describeTrails(
        { includeShadowTrails: true },
        options,
      ),
    );
    return inParallel(list(answer.trailList), AT_ONCE, (trail) => readTrail(context, trail));
  },
};

/** Reads a trail by ARN, which also works for trails of other Regions and of the organisation. */
async function readTrail(
  { clients, region, call, part }: CollectContext,
  description: TrailDescription,
): Promise<Trail> {
  const arn = text(description.TrailARN, 'trailList.TrailARN');
  const client = await clients.cloudtrail(region);
  const [status, selectors] = await together([
    part('cloudtrail:GetTrailStatus', async () =>
      toTrailStatus(
        await call('cloudtrail:GetTrailStatus', (options) =>
          client.getTrailStatus({ Name: arn }, options),
        ),
      ),
    ),
    part('cloudtrail:GetEventSelectors', async () =>
      toSelectors(
        await call('cloudtrail:GetEventSelectors', (options) =>
          client.getEventSelectors({ TrailName: arn }, options),
        ),
      ),
    ),
  ]);
  return toTrail(description, status, selectors);
}

/** A trail's delivery times and errors; CloudTrail leaves out what never happened. */
export function toTrailStatus(answer: GetTrailStatusResponse): TrailStatus {
  return {
    logging: answer.IsLogging ?? false,
    startedAt: instant(answer.StartLoggingTime),
    stoppedAt: instant(answer.StopLoggingTime),
    latestDeliveryAt: instant(answer.LatestDeliveryTime),
    latestDeliveryError: said(answer.LatestDeliveryError),
    latestDigestAt: instant(answer.LatestDigestDeliveryTime),
    latestDigestError: said(answer.LatestDigestDeliveryError),
    latestLogGroupDeliveryAt: instant(answer.LatestCloudWatchLogsDeliveryTime),
    latestLogGroupDeliveryError: said(answer.LatestCloudWatchLogsDeliveryError),
  };
}

/** Joins the three answers about one trail; what was not read is unknown, never a default. */
export function toTrail(
  description: TrailDescription,
  status: Part<TrailStatus>,
  selectors: Part<TrailSelectors>,
): Trail {
  const arn = text(description.TrailARN, 'trailList.TrailARN');
  return {
    name: description.Name ?? arn,
    trailArn: arn,
    homeRegion: description.HomeRegion ?? arn.split(':')[3] ?? '',
    multiRegion: description.IsMultiRegionTrail ?? false,
    organization: description.IsOrganizationTrail ?? false,
    logging: status.read ? status.value.logging : null,
    s3Bucket: description.S3BucketName ?? null,
    s3KeyPrefix: description.S3KeyPrefix ?? null,
    logFileValidation: description.LogFileValidationEnabled ?? false,
    kmsKeyArn: description.KmsKeyId ?? null,
    logGroupArn: description.CloudWatchLogsLogGroupArn?.replace(/:\*$/, '') ?? null,
    ...(selectors.read
      ? recordedBy(selectors.value)
      : { managementEvents: 'unknown', excludedSources: [], dataResourceTypes: [] }),
    status,
    selectors,
  };
}

/** CloudTrail answers an empty text where there was no error. */
function said(error: string | undefined): string | null {
  return error === undefined || error === '' ? null : error;
}
