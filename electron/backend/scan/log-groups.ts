import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { inParallel } from '../aws/in-parallel.ts';
import { isReadingOf } from '../sources/log-buckets.ts';
import { type LogGroupResult, readLogGroup } from '../sources/log-group.ts';
import { s3Sources } from '../sources/s3-folder.ts';
import type { SourceTarget } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import { placeOf, type StepContext, targetsOf } from './step-context.ts';

const AT_ONCE = 8;

/** A log group that invocation logging delivers to, in an account and Region of the scan. */
interface ConfiguredGroup {
  readonly target: SourceTarget;
  readonly logGroup: string;
}

/**
 * Reads the log groups of invocation logging wherever S3 did not give the same records: a bucket
 * holds them all, and 500 of its records cost one request where a log group takes pages of 1 MB. What
 * both hold counts once all the same.
 */
export async function readLogGroups(
  context: StepContext,
  fromS3: readonly SourceReading[],
  onProgress: (place: string, done: number, total: number | null) => void,
): Promise<readonly LogGroupResult[]> {
  const given = new Set(
    fromS3
      .filter(({ source, outcome }) => {
        return source === s3Sources['invocation-logs'].id && outcome.status === 'collected';
      })
      .map(({ accountId, region }) => `${accountId}/${region}`),
  );
  const groups = configuredGroups(context).filter(({ target }) => !given.has(placeOf(target)));
  return inParallel(groups, AT_ONCE, ({ target, logGroup }) =>
    readLogGroup({
      tools: context.tools,
      target,
      logGroup,
      onProgress: (done, total) => onProgress(`${placeOf(target)}/${logGroup}`, done, total),
    }),
  );
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
