import { call, world } from '../honesty-case.ts';

const { name: Bucket, region } = world.logBucket;
const [object] = world.objects(Bucket, '');
const digest = world.objects(Bucket, '').find(({ key }) => key.includes('/CloudTrail-Digest/'));
const Key = object?.key;
const from = { accountId: '111122223333', region };

const LOG_ARCHIVE = { accountId: '444455556666', region };
const SHARED = { accountId: '888899990000', region: 'us-west-2' };

export const s3Cases = [
  call('s3', 'ListObjectsV2', { Bucket, MaxKeys: 5 }, from),
  call('s3', 'ListObjectsV2', { Bucket, Delimiter: '/' }, from),
  call('s3', 'ListObjects', { Bucket, MaxKeys: 5 }, from),
  call('s3', 'ListObjects', { Bucket, Delimiter: '/' }, from),
  call('s3', 'HeadBucket', { Bucket }, from),
  call('s3', 'GetBucketLocation', { Bucket }, { accountId: '444455556666', region }),
  call('s3', 'GetObject', { Bucket, Key }, from),
  call('s3', 'GetObject', { Bucket, Key: digest?.key }, from),
  call('s3Control', 'GetPublicAccessBlock', { AccountId: '444455556666' }, LOG_ARCHIVE),
  call('s3Control', 'GetPublicAccessBlock', { AccountId: '888899990000' }, SHARED),
  call('s3', 'HeadObject', { Bucket, Key }, from),
];
