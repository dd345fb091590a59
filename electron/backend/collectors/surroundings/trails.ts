import type {
  AdvancedEventSelector,
  AdvancedFieldSelector,
  EventSelector,
  GetEventSelectorsResponse,
  Trail as TrailDescription,
} from '@aws-sdk/client-cloudtrail';
import type { Trail } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

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
  { clients, region, call }: CollectContext,
  description: TrailDescription,
): Promise<Trail> {
  const arn = text(description.TrailARN, 'trailList.TrailARN');
  const client = await clients.cloudtrail(region);
  const [status, selectors] = await Promise.all([
    call('cloudtrail:GetTrailStatus', (options) => client.getTrailStatus({ Name: arn }, options)),
    call('cloudtrail:GetEventSelectors', (options) =>
      client.getEventSelectors({ TrailName: arn }, options),
    ),
  ]);
  return toTrail(description, status.IsLogging ?? false, selectors);
}

/** Joins the three answers about one trail. */
export function toTrail(
  description: TrailDescription,
  logging: boolean,
  selectors: GetEventSelectorsResponse,
): Trail {
  const arn = text(description.TrailARN, 'trailList.TrailARN');
  return {
    name: description.Name ?? arn,
    trailArn: arn,
    homeRegion: description.HomeRegion ?? arn.split(':')[3] ?? '',
    multiRegion: description.IsMultiRegionTrail ?? false,
    organization: description.IsOrganizationTrail ?? false,
    logging,
    s3Bucket: description.S3BucketName ?? null,
    s3KeyPrefix: description.S3KeyPrefix ?? null,
    logFileValidation: description.LogFileValidationEnabled ?? false,
    ...recordedBy(selectors),
  };
}

type Recorded = Pick<Trail, 'managementEvents' | 'excludedSources' | 'dataResourceTypes'>;

/** What one event selector takes of the management events. */
interface ManagementSelector {
  readonly reads: boolean;
  readonly writes: boolean;
  readonly excluded: readonly string[];
}

function recordedBy(selectors: GetEventSelectorsResponse): Recorded {
  const advanced = list(selectors.AdvancedEventSelectors);
  return advanced.length > 0 ? fromAdvanced(advanced) : fromBasic(list(selectors.EventSelectors));
}

function fromBasic(selectors: readonly EventSelector[]): Recorded {
  const management = selectors
    .filter((selector) => selector.IncludeManagementEvents ?? true)
    .map((selector) => ({
      reads: selector.ReadWriteType !== 'WriteOnly',
      writes: selector.ReadWriteType !== 'ReadOnly',
      excluded: list(selector.ExcludeManagementEventSources),
    }));
  const types = selectors.flatMap(({ DataResources }) =>
    list(DataResources).map(({ Type }) => Type),
  );
  return recorded(management, types);
}

function fromAdvanced(selectors: readonly AdvancedEventSelector[]): Recorded {
  const fields = selectors.map((selector) => list(selector.FieldSelectors));
  const management = fields
    .filter((of) => equals(of, 'eventCategory').includes('Management') && takesEveryEvent(of))
    .map((of) => ({
      reads: !equals(of, 'readOnly').includes('false'),
      writes: !equals(of, 'readOnly').includes('true'),
      excluded: notEquals(of, 'eventSource'),
    }));
  return recorded(
    management,
    fields.flatMap((of) => equals(of, 'resources.type')),
  );
}

/** A selector narrowed to some names or sources does not record management events as a whole. */
function takesEveryEvent(fields: readonly AdvancedFieldSelector[]): boolean {
  return fields.every(
    ({ Field, Equals, NotEquals }) =>
      Field === 'eventCategory' ||
      Field === 'readOnly' ||
      (Field === 'eventSource' && list(Equals).length === 0 && list(NotEquals).length > 0),
  );
}

function recorded(
  management: readonly ManagementSelector[],
  types: readonly (string | undefined)[],
): Recorded {
  const reads = management.filter((selector) => selector.reads);
  const writes = management.filter((selector) => selector.writes);
  return {
    managementEvents: kindOf(reads.length > 0, writes.length > 0),
    excludedSources: distinct([...excludedByAll(reads), ...excludedByAll(writes)]),
    dataResourceTypes: distinct(types),
  };
}

function kindOf(reads: boolean, writes: boolean): Trail['managementEvents'] {
  if (reads) return writes ? 'all' : 'read-only';
  return writes ? 'write-only' : 'none';
}

/** The sources that none of these selectors takes. */
function excludedByAll(selectors: readonly ManagementSelector[]): readonly string[] {
  const [first, ...others] = selectors;
  return list(first?.excluded).filter((source) =>
    others.every((other) => other.excluded.includes(source)),
  );
}

function equals(fields: readonly AdvancedFieldSelector[], name: string): readonly string[] {
  return fields.filter(({ Field }) => Field === name).flatMap(({ Equals }) => list(Equals));
}

function notEquals(fields: readonly AdvancedFieldSelector[], name: string): readonly string[] {
  return fields.filter(({ Field }) => Field === name).flatMap(({ NotEquals }) => list(NotEquals));
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== undefined).sort();
}
