import type { BucketPurpose } from '../../../../shared/model/dataset.ts';
import { maybe, type Namer, namer } from './namers.ts';

/** A bucket that an item names, what for, and the item's ARN or name. */
export interface NamedBucket {
  readonly name: string;
  readonly purpose: BucketPurpose;
  readonly by: string;
}

/** Who names buckets. */
export const bucketNamers: readonly Namer<NamedBucket>[] = [
  namer('invocation-logging', ({ s3Bucket, largeDataS3Bucket }) => [
    ...maybe(s3Bucket, { purpose: 'invocation-logs', by: LOGGING } as const),
    ...maybe(largeDataS3Bucket, { purpose: 'large-invocation-bodies', by: LOGGING } as const),
  ]),
  namer('trails', ({ s3Bucket, trailArn }) =>
    maybe(s3Bucket, { purpose: 'trail', by: trailArn } as const),
  ),
];

const LOGGING = 'model invocation logging';

/** The bucket of an S3 URI or of a bucket's ARN; null for anything else. */
export function bucketOf(place: string | null | undefined): string | null {
  const found = /^(?:s3:\/\/|arn:[^:]*:s3:::)([^/]+)/.exec(place ?? '');
  return found?.[1] ?? null;
}
