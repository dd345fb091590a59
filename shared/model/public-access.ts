import type { Bucket, PublicAccessBlock } from './datasets/surroundings-buckets.ts';
import type { Part } from './read-outcome.ts';

const SWITCHES = [
  'blockPublicAcls',
  'ignorePublicAcls',
  'blockPublicPolicy',
  'restrictPublicBuckets',
] as const satisfies readonly (keyof PublicAccessBlock)[];

const OPEN: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/** The blocks of a bucket and of the account that owns it. */
export type BucketBlocks = Pick<Bucket, 'publicAccessBlock' | 'accountPublicAccessBlock'>;

/**
 * Whether each switch is on for the bucket or for its account: S3 applies the most restrictive
 * combination of both (S3 user guide, "Blocking public access to your Amazon S3 storage"). A switch
 * that is off in the one and unread in the other is not known, so then the whole is unread, unless
 * what was read has every switch on.
 */
export function effectivePublicAccessBlock(bucket: BucketBlocks): Part<PublicAccessBlock> {
  const both = [bucket.publicAccessBlock, bucket.accountPublicAccessBlock];
  const known = both.flatMap((part) => (part.read ? [part.value ?? OPEN] : []));
  const value = known.reduce(stricter, OPEN);
  const unread = both.find((part) => !part.read);
  const whole = SWITCHES.every((name) => value[name]);
  if (unread !== undefined && !unread.read && !whole) return unread;
  return { read: true, value };
}

/**
 * Whether the bucket's policy lets anybody in: it is public, and neither bucket nor account restricts
 * public buckets. Whether S3 refuses to have a public policy set does not tell: it may be older.
 */
export function isPublicByPolicy(
  bucket: BucketBlocks & Pick<Bucket, 'policyIsPublic'>,
): Part<boolean> {
  const { policyIsPublic, publicAccessBlock, accountPublicAccessBlock } = bucket;
  const restricted = [publicAccessBlock, accountPublicAccessBlock].some(
    (part) => part.read && part.value?.restrictPublicBuckets === true,
  );
  if (restricted) return { read: true, value: false };
  if (!policyIsPublic.read) return policyIsPublic;
  if (policyIsPublic.value !== true) return { read: true, value: false };
  if (!publicAccessBlock.read) return publicAccessBlock;
  if (!accountPublicAccessBlock.read) return accountPublicAccessBlock;
  return { read: true, value: true };
}

function stricter(a: PublicAccessBlock, b: PublicAccessBlock): PublicAccessBlock {
  return {
    blockPublicAcls: a.blockPublicAcls || b.blockPublicAcls,
    ignorePublicAcls: a.ignorePublicAcls || b.ignorePublicAcls,
    blockPublicPolicy: a.blockPublicPolicy || b.blockPublicPolicy,
    restrictPublicBuckets: a.restrictPublicBuckets || b.restrictPublicBuckets,
  };
}
