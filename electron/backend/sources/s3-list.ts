import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import type { Day } from '../../../shared/model/period.ts';
import type { Caller } from '../aws/caller.ts';
import type { Clients } from '../aws/clients.ts';
import { inParallel } from '../aws/in-parallel.ts';
import type { MeteredCalls } from '../aws/metered-calls.ts';
import { paginate } from '../aws/paginate.ts';
import { list } from '../aws/required.ts';
import type { LogBucket } from './log-buckets.ts';
import { isLogFile, type LogFolder, type LogKind, startAfter } from './log-keys.ts';

/** How one bucket is listed. */
export interface BucketAccess {
  readonly clients: Clients;
  /** The Region to call; S3 redirects when the bucket is elsewhere. */
  readonly region: string;
  readonly call: Caller['call'];
  readonly meter: MeteredCalls;
}

/** A log file in a bucket. */
export interface LogObject<K extends string = LogKind> {
  readonly folder: LogFolder<K>;
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly modifiedMs: number;
}

const AT_ONCE = 16;
/** Ten million files in one account's and Region's folder. */
const PAGE_LIMIT = 10_000;
const ACCOUNT = /^\d{12}\/$/;
const ORGANIZATION = /^o-[a-z0-9]+\/$/;

/** The kinds of folder to look for, by the names that AWS gives them. */
export type FolderKinds<K extends string> = ReadonlyMap<string, K>;

/** Every account's folders of some kinds under `AWSLogs/`, those of an organisation trail included. */
export async function listLogFolders<K extends string>(
  access: BucketAccess,
  { bucket, prefix }: Pick<LogBucket, 'bucket' | 'prefix'>,
  kinds: FolderKinds<K>,
): Promise<readonly LogFolder<K>[]> {
  const root = `${prefix}AWSLogs/`;
  const top = await subfolders(access, bucket, root);
  const organizations = await inParallel(
    top.filter((name) => ORGANIZATION.test(name)),
    AT_ONCE,
    async (name) =>
      accountPaths(`${root}${name}`, await subfolders(access, bucket, `${root}${name}`)),
  );
  const accounts = [...accountPaths(root, top), ...organizations.flat()];
  const folders = await inParallel(accounts, AT_ONCE, (path) =>
    accountFolders(access, { bucket, path }, kinds),
  );
  return folders.flat();
}

function accountPaths(parent: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => ACCOUNT.test(name)).map((name) => `${parent}${name}`);
}

async function accountFolders<K extends string>(
  access: BucketAccess,
  { bucket, path }: { readonly bucket: string; readonly path: string },
  kinds: FolderKinds<K>,
): Promise<readonly LogFolder<K>[]> {
  const accountId = path.split('/').at(-2) ?? '';
  const services = await subfolders(access, bucket, path);
  const folders = await inParallel(services, AT_ONCE, async (service) => {
    const kind = kinds.get(service.slice(0, -1));
    if (kind === undefined) return [];
    const regions = await subfolders(access, bucket, `${path}${service}`);
    return regions.map((region) => ({
      bucket,
      prefix: `${path}${service}${region}`,
      kind,
      accountId,
      region: region.slice(0, -1),
    }));
  });
  return folders.flat();
}

async function subfolders(
  access: BucketAccess,
  Bucket: string,
  Prefix: string,
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const page of objectPages(access, { Bucket, Prefix, Delimiter: '/' })) {
    const prefixes = list(page.CommonPrefixes).flatMap((common) => common.Prefix ?? []);
    names.push(...prefixes.map((prefix) => prefix.slice(Prefix.length)));
  }
  return names;
}

/** The log files of a folder whose path is of `from` or a later day. */
export async function listLogObjects<K extends string>(
  access: BucketAccess,
  folder: LogFolder<K>,
  from: Day,
): Promise<readonly LogObject<K>[]> {
  const objects: LogObject<K>[] = [];
  const where = { Bucket: folder.bucket, Prefix: folder.prefix };
  for await (const page of objectPages(access, {
    ...where,
    StartAfter: startAfter(folder, from),
  })) {
    for (const { Key: key, ETag, Size, LastModified } of list(page.Contents)) {
      if (key === undefined || !isLogFile(folder, key)) continue;
      const etag = (ETag ?? '').replaceAll('"', '');
      objects.push({
        folder,
        key,
        etag,
        size: Size ?? 0,
        modifiedMs: LastModified?.getTime() ?? 0,
      });
    }
  }
  return objects;
}

/** What of a bucket to list. */
export interface ListRequest {
  readonly Bucket: string;
  readonly Prefix: string;
  readonly Delimiter?: string;
  readonly StartAfter?: string;
}

/** A page with the keys as they are; they come encoded as in forms, with `+` for a space. */
function plainKeys(page: ListObjectsV2CommandOutput): ListObjectsV2CommandOutput {
  return {
    ...page,
    Contents: list(page.Contents).map(({ Key = '', ...rest }) => ({
      ...rest,
      Key: decodeKey(Key),
    })),
    CommonPrefixes: list(page.CommonPrefixes).map(({ Prefix = '' }) => ({
      Prefix: decodeKey(Prefix),
    })),
  };
}

/** A key that is no such encoding comes from a store that knows of none, and stands as it is. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

/**
 * The pages of a listing, each booked before it is asked for. Keys are asked for encoded: XML cannot
 * carry every character that a key may hold, and one such key would hide all others of its page.
 */
export function objectPages({ clients, region, call, meter }: BucketAccess, request: ListRequest) {
  return paginate(
    (ContinuationToken) => {
      meter.book('s3:ListBucket', 1);
      return call('s3:ListBucket', async (options) =>
        plainKeys(
          await (await clients.s3(region)).listObjectsV2(
            { ...request, ContinuationToken, EncodingType: 'url' },
            options,
          ),
        ),
      );
    },
    (page) => (page.IsTruncated === true ? page.NextContinuationToken : undefined),
    {
      of: `s3:ListBucket of s3://${request.Bucket}/${request.Prefix}`,
      limit: PAGE_LIMIT,
      begins: (page) => page.Contents?.[0]?.Key ?? page.CommonPrefixes?.[0]?.Prefix,
    },
  );
}
