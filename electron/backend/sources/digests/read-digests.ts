import { AppError } from '../../../../shared/model/app-error.ts';
import { dayOf, instantOfMs } from '../../../../shared/model/period.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { LogFolder } from '../log-keys.ts';
import { type BucketAccess, listLogObjects } from '../s3-list.ts';
import type { FoundDigest } from './check-chain.ts';
import { type DigestObject, parseDigest } from './digest-file.ts';
import { digestName } from './digest-keys.ts';

const AT_ONCE = 16;

/** The digests of one trail, or those that fill in for it later. */
export type DigestChain = readonly FoundDigest[];

/**
 * Reads the digests of an account and Region that ended at or after `fromMs`, chain by chain.
 * @throws CallFailure when they cannot be listed or one cannot be had; AppError `cancelled`.
 */
export async function readDigests(
  access: BucketAccess,
  folder: LogFolder<string>,
  fromMs: number,
): Promise<readonly DigestChain[]> {
  const objects = await listLogObjects(access, folder, dayOf(instantOfMs(fromMs)));
  const named = objects.flatMap(({ key }) => {
    const name = digestName(key);
    return name === null || name.endMs < fromMs ? [] : [{ key, ...name }];
  });
  const read = await inParallel(named, AT_ONCE, async ({ key, endMs, chain }) => {
    const digest = await parseDigest(await fetchDigest(access, folder.bucket, key));
    return { chain, found: { key, endMs, digest } };
  });
  const chains = new Map<string, FoundDigest[]>();
  for (const { chain, found } of read) {
    chains.set(chain, [...(chains.get(chain) ?? []), found]);
  }
  return [...chains.values()];
}

/** The signature of a digest is not in it but in the object's metadata. */
async function fetchDigest(
  { clients, region, call, meter }: BucketAccess,
  bucket: string,
  key: string,
): Promise<DigestObject> {
  meter.book('s3:GetObject', 1);
  return call('s3:GetObject', async (options) => {
    const client = await clients.s3(region);
    const { Body, Metadata } = await client.getObject({ Bucket: bucket, Key: key }, options);
    if (Body === undefined) throw new AppError('aws-failed', `S3 answered ${key} without a body.`);
    return { bucket, key, body: await Body.transformToByteArray(), metadata: Metadata ?? {} };
  });
}
