import { type FeatureId, READING_FEATURES } from '../../../shared/model/features.ts';
import { requiredPolicy } from '../scan/required-policy.ts';
import { largeBodyBuckets, logBuckets } from '../sources/log-buckets.ts';
import type { ApiContext, ApiPart } from './context.ts';

/** The policy that the connections need, with the log buckets that a scan has found. */
export function policyApi({ workspace }: ApiContext): ApiPart<'policy.get'> {
  return {
    async 'policy.get'({ features }) {
      const { store, file } = workspace();
      const snapshot = await store.latestSnapshot();
      const readings = snapshot?.readings ?? [];
      const { connections, settings } = file.current();
      const digests: readonly FeatureId[] = settings.verifyDigests ? ['digests'] : [];
      return requiredPolicy({
        buckets: [...logBuckets(readings), ...largeBodyBuckets(readings)],
        rolePatterns: connections.flatMap(({ organization }) => organization?.rolePattern ?? []),
        features: features ?? [...READING_FEATURES, ...digests],
      });
    },
  };
}
