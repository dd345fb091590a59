import type { DatasetReading } from '../../../shared/model/dataset.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { type LogGroupResult, readLogGroup } from '../sources/log-group.ts';
import { s3Sources } from '../sources/s3-folder.ts';
import type { SourceTarget } from '../sources/source.ts';
import { fromInstants, mergeRanges, type TimeRange } from '../sources/time-range.ts';
import type { SourceReading } from '../store/store.ts';
import type { Tally } from './progress.ts';
import { placeOf, type StepContext, targetsOf } from './step-context.ts';

const AT_ONCE = 8;

/** A log group that invocation logging delivers to, in an account and Region of the scan. */
interface ConfiguredGroup {
  readonly target: SourceTarget;
  readonly logGroup: string;
}

/**
 * Reads the log groups of invocation logging for the times that S3 did not give: 500 records of a
 * bucket cost one request where a log group takes pages of 1 MB, but a bucket may have been filled
 * later than the log group, or no longer be. What both hold counts once all the same.
 */
export async function readLogGroups(
  context: StepContext,
  fromS3: readonly SourceReading[],
  tally: Tally,
): Promise<readonly LogGroupResult[]> {
  const given = new Set(
    fromS3
      .filter(({ source, outcome }) => {
        return source === s3Sources['invocation-logs'].id && outcome.status === 'collected';
      })
      .map(({ accountId, region }) => `${accountId}/${region}`),
  );
  return inParallel(configuredGroups(context), AT_ONCE, async (group) => {
    const { target, logGroup } = group;
    const result = await readLogGroup({
      tools: context.tools,
      target,
      logGroup,
      covered: given.has(placeOf(target))
        ? timesOf(await context.tools.store.hoursFromS3(target))
        : [],
      onProgress: (done, total) => tally.count(groupPart(group), done, total),
    });
    tally.end(groupPart(group));
    return result;
  });
}

/** The parts of a scan that log groups are, as they are tallied. */
export function logGroupParts(context: StepContext): readonly string[] {
  return configuredGroups(context).map(groupPart);
}

function groupPart({ target, logGroup }: ConfiguredGroup): string {
  return `${placeOf(target)}/${logGroup}`;
}

const MINUTE_MS = 60_000;
/** A bucket without a record for longer may have been without delivery; nights are shorter. */
const LONGEST_QUIET_MS = 16 * 60 * MINUTE_MS;
/** Bedrock may write a record to the log group some minutes before or after the time it names. */
const MARGIN_MS = 10 * MINUTE_MS;

/** The times that hours with records from S3 stand for, less a margin at the ends of each. */
export function timesOf(
  hours: readonly { readonly from: Instant; readonly to: Instant }[],
): readonly TimeRange[] {
  const joined = mergeRanges(
    hours.map((hour) => {
      const { fromMs, toMs } = fromInstants(hour);
      return { fromMs, toMs: toMs + LONGEST_QUIET_MS };
    }),
  );
  return joined
    .map(({ fromMs, toMs }) => ({
      fromMs: fromMs + MARGIN_MS,
      toMs: toMs - LONGEST_QUIET_MS - MARGIN_MS,
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
}

function configuredGroups({ accounts, configuration }: StepContext): readonly ConfiguredGroup[] {
  const targets = new Map(targetsOf(accounts).map((target) => [placeOf(target), target]));
  return configuration.flatMap((reading) => {
    const target = targets.get(`${reading.accountId}/${reading.region}`);
    return target === undefined ? [] : groupsOf(reading).map((logGroup) => ({ target, logGroup }));
  });
}

function groupsOf(reading: DatasetReading): readonly string[] {
  if (!isReadingOf(reading, 'invocation-logging')) return [];
  return reading.items.flatMap(({ enabled, logGroup }) => (enabled ? (logGroup ?? []) : []));
}
