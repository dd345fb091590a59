import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/model/app-error.ts';
import { CallFailure, type SendOptions } from '../aws/caller.ts';
import { isExpired } from '../aws/classify-error.ts';
import type { LogFile } from '../store/store.ts';
import type { BucketAccess, LogObject } from './s3-list.ts';
import type { SourceTools } from './source.ts';
import { hasVersion, markVersion, passingFolder, spoolPath, writeWhole } from './spool.ts';

const ATTEMPTS = 3;

/**
 * Fetches a log file into the spool, still compressed, unless this version is there already. A
 * connection cut in the middle of a file is tried again; nothing of a cut file is kept. An object
 * replaced since it was listed is told as what was fetched.
 * @throws CallFailure when it cannot be read; AppError `cancelled` or `cap-reached`.
 */
export async function downloadLogFile(
  access: BucketAccess,
  tools: Pick<SourceTools, 'spoolFolder' | 'keepBodies'>,
  object: LogObject,
): Promise<LogFile> {
  const { bucket, kind } = object.folder;
  const { spoolFolder } = tools;
  const passing = kind === 'invocation-logs' && tools.keepBodies !== true;
  const folder = passing ? passingFolder(spoolFolder) : spoolFolder;
  const path = spoolPath(folder, 's3', bucket, object.key);
  const known = await hasVersion(path, object);
  const fetched = known ? object : await fetchObject(access, { bucket, key: object.key }, path);
  const { etag, size, modifiedMs } = { ...object, ...fetched };
  if (!known) await markVersion(path, { size, modifiedMs });
  return { path, key: `s3://${bucket}/${object.key}`, etag, size, origin: 's3' };
}

/** The version that S3 handed out, which may be a newer one than was listed. */
export type FetchedVersion = Partial<Pick<LogObject, 'etag' | 'size' | 'modifiedMs'>>;

/** Where an object lies. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Fetches an object as it is into a file, whole or not at all.
 * @throws CallFailure when it cannot be read; AppError `cancelled` or `cap-reached`.
 */
export async function fetchObject(
  access: BucketAccess,
  object: ObjectPlace,
  path: string,
): Promise<FetchedVersion> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      access.meter.book('s3:GetObject', 1);
      return await access.call('s3:GetObject', async (options) => {
        let version: FetchedVersion = {};
        await writeWhole(path, async (temporary) => {
          version = await fetchBody(access, object, { temporary, options });
        });
        return version;
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthAnother(error)) throw error;
    }
  }
}

function isWorthAnother(error: unknown): boolean {
  return (
    error instanceof CallFailure && error.outcome.status === 'failed' && !isExpired(error.cause)
  );
}

async function fetchBody(
  { clients, region }: BucketAccess,
  object: ObjectPlace,
  { temporary, options }: { readonly temporary: string; readonly options: SendOptions },
): Promise<FetchedVersion> {
  const client = await clients.s3(region);
  const answer = await client.getObject({ Bucket: object.bucket, Key: object.key }, options);
  if (!(answer.Body instanceof Readable)) {
    throw new AppError('aws-failed', `S3 answered ${object.key} without a body.`);
  }
  await pipeline(answer.Body, createWriteStream(temporary), { signal: options.abortSignal });
  const { ETag, LastModified, ContentLength } = answer;
  return {
    ...(ETag === undefined ? {} : { etag: ETag.replaceAll('"', '') }),
    ...(ContentLength === undefined ? {} : { size: ContentLength }),
    ...(LastModified === undefined ? {} : { modifiedMs: LastModified.getTime() }),
  };
}
