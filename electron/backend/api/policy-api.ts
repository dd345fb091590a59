import type { Connection } from '../../../shared/api/answers.ts';
import type { DatasetReading } from '../../../shared/model/dataset.ts';
import { type FeatureId, READING_FEATURES } from '../../../shared/model/features.ts';
import { PARTITIONS, type Partition, partitionOf } from '../../../shared/model/partition.ts';
import { type PolicyBucket, requiredPolicy } from '../scan/required-policy.ts';
import { largeBodyBuckets, logBuckets } from '../sources/log-buckets.ts';
import type { ApiContext, ApiPart } from './context.ts';
import { coverage } from './coverage-api.ts';
import { missingPolicy } from './missing-policy.ts';

/** The policy that the connections need, with the log buckets that a scan has found. */
export function policyApi({ workspace }: ApiContext): ApiPart<'policy.get' | 'policy.missing'> {
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
        buckets: bucketsOf(readings),
        rolePatterns: rolePatternsOf(connections),
        features: features ?? [...READING_FEATURES, ...digests],
      });
      return { ...policy, partitions };
    },
    async 'policy.missing'({ partition }) {
      const open = workspace();
      const snapshot = await open.store.latestSnapshot();
      return missingPolicy({
        rows: await coverage(open),
        readings: snapshot?.readings ?? [],
        rolePatterns: rolePatternsOf(open.file.current().connections),
        bucketsOf,
        asked: partition ?? null,
      });
    },
  };
}

function bucketsOf(readings: readonly DatasetReading[]): readonly PolicyBucket[] {
  return [...logBuckets(readings), ...largeBodyBuckets(readings)];
}

function rolePatternsOf(connections: readonly Connection[]): readonly string[] {
  return connections.flatMap(({ organization }) => organization?.rolePattern ?? []);
}

/** The partitions of the connections, by their Regions, in the order of `PARTITIONS`. */
function partitionsOf(connections: readonly Connection[]): readonly Partition[] {
  const found = new Set(connections.flatMap(({ regions }) => regions.map(partitionOf)));
  return PARTITIONS.filter((partition) => found.has(partition));
}
