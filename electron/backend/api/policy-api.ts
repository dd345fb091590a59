import type { Connection } from '../../../shared/api/answers.ts';
import { type FeatureId, READING_FEATURES } from '../../../shared/model/features.ts';
import { PARTITIONS, type Partition, partitionOf } from '../../../shared/model/partition.ts';
import { requiredPolicy } from '../scan/required-policy.ts';
import { largeBodyBuckets, logBuckets } from '../sources/log-buckets.ts';
import type { ApiContext, ApiPart } from './context.ts';

/** The policy that the connections need, with the log buckets that a scan has found. */
export function policyApi({ workspace }: ApiContext): ApiPart<'policy.get'> {
  return {
    async 'policy.get'({ features, partition: asked }) {
      const { store, file } = workspace();
      const snapshot = await store.latestSnapshot();
      const { connections, settings } = file.current();
      const partitions = partitionsOf(connections);
      const partition = asked ?? partitions[0] ?? 'aws';
      const readings = (snapshot?.readings ?? []).filter(
        ({ region }) => partitionOf(region) === partition,
      );
      const digests: readonly FeatureId[] = settings.verifyDigests ? ['digests'] : [];
      const policy = requiredPolicy({
        partition,
        buckets: [...logBuckets(readings), ...largeBodyBuckets(readings)],
        rolePatterns: connections.flatMap(({ organization }) => organization?.rolePattern ?? []),
        features: features ?? [...READING_FEATURES, ...digests],
      });
      return { ...policy, partitions };
    },
  };
}

/** The partitions of the connections, by their Regions, in the order of `PARTITIONS`. */
function partitionsOf(connections: readonly Connection[]): readonly Partition[] {
  const found = new Set(connections.flatMap(({ regions }) => regions.map(partitionOf)));
  return PARTITIONS.filter((partition) => found.has(partition));
}
