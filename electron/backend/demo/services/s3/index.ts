import { S3_CODES } from '../../protocols/fault-codes.ts';
import { escapeXml } from '../../protocols/xml.ts';
import type { Reply } from '../../reply.ts';
import { type Call, operations, type Protocol, type Service } from '../../service.ts';
import type { WireRequest } from '../../wire-request.ts';
import { keepByKey } from '../../world/keep.ts';
import type { World } from '../../world/world.ts';
import { recentBodies } from './recent-bodies.ts';
import { bucketArn, objectArn, readTarget } from './s3-address.ts';
import { checkOwner, findBucket, inSharedBucket } from './s3-bucket.ts';
import { listObjects, listObjectsV2 } from './s3-list.ts';
import { listBuckets } from './s3-list-buckets.ts';
import { objectStock } from './s3-objects.ts';
import { readObject } from './s3-read.ts';
import { settingNamed, settingOperations } from './s3-settings.ts';

/** What the first version of the listing takes; it is the older of two that are both in use. */
const OLD_LISTING_PARAMETERS: ReadonlySet<string> = new Set([
  'prefix',
  'delimiter',
  'max-keys',
  'marker',
  'encoding-type',
  'x-id',
]);

const LISTING_PARAMETERS: ReadonlySet<string> = new Set([
  'list-type',
  'prefix',
  'delimiter',
  'max-keys',
  'continuation-token',
  'start-after',
  'encoding-type',
  'fetch-owner',
  'x-id',
]);

/** Bodies of all buckets that are kept: those of the usual world several times over. */
const KEPT_BYTES = 128 * 1024 * 1024;

/** Amazon S3 over the world's buckets; keys are `bucket` and `key` in the input. */
export function s3Service(world: World): Service {
  const bodies = recentBodies(KEPT_BYTES);
  const stockOf = keepByKey((bucket) => objectStock(world, bucket, bodies));
  const read = {
    action: 's3:GetObject',
    resource: objectArn,
    run: inSharedBucket('s3:GetObject', (call, { name }) => readObject(call, stockOf(name))),
  };
  return {
    name: 's3',
    regional: false,
    operations: operations({
      ListObjectsV2: {
        action: 's3:ListBucket',
        resource: bucketArn,
        run: inSharedBucket('s3:ListBucket', (call, { name }) =>
          listObjectsV2(call, stockOf(name)),
        ),
      },
      ListObjects: {
        action: 's3:ListBucket',
        resource: bucketArn,
        run: inSharedBucket('s3:ListBucket', (call, { name }) => listObjects(call, stockOf(name))),
      },
      ListBuckets: { action: 's3:ListAllMyBuckets', run: listBuckets },
      HeadBucket: {
        action: 's3:ListBucket',
        resource: bucketArn,
        run: inSharedBucket('s3:ListBucket', headBucket),
      },
      ...settingOperations,
      GetBucketLocation: {
        action: 's3:GetBucketLocation',
        resource: bucketArn,
        run: getBucketLocation,
      },
      GetObject: read,
      HeadObject: read,
    }),
    protocol: () => S3_PROTOCOL,
  };
}

/** restXml as S3 speaks it: bucket and key in host or path, errors without an envelope. */
const S3_PROTOCOL: Protocol = {
  codes: S3_CODES,
  read(request) {
    const target = readTarget(request);
    const operation =
      target.bucket === '' ? rootOperation(request) : operationOf(request, target.key);
    const input = () => ({ ...Object.fromEntries(request.query), ...target });
    return operation === null ? null : { operation, input };
  },
  reply: (output) => ({ status: 200, headers: {}, body: JSON.stringify(output) }),
  fail: (fault, requestId) => ({
    status: fault.status,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(fault.code)}</Code><Message>${escapeXml(fault.message)}</Message><RequestId>${requestId}</RequestId><HostId>${requestId}</HostId></Error>`,
  }),
};

/** Without a bucket S3 knows one question; anything else is of a service that is not simulated. */
function rootOperation({ method, path, headers }: WireRequest): string | null {
  const plain = headers['x-amz-target'] === undefined;
  return method === 'GET' && path === '/' && plain ? 'ListBuckets' : null;
}

function operationOf(request: WireRequest, key: string): string | null {
  const { method, query } = request;
  if (key !== '') {
    if (method === 'HEAD') return 'HeadObject';
    return method === 'GET' && !isSubResource(query) ? 'GetObject' : null;
  }
  if (method === 'HEAD') return 'HeadBucket';
  if (method !== 'GET') return null;
  if (query.has('location')) return 'GetBucketLocation';
  const setting = settingNamed(query);
  if (setting !== null) return setting;
  const names = Array.from(query.keys());
  if (names.every((name) => OLD_LISTING_PARAMETERS.has(name))) return 'ListObjects';
  const listing = names.every((name) => LISTING_PARAMETERS.has(name));
  return listing && query.get('list-type') === '2' ? 'ListObjectsV2' : null;
}

/** `?acl`, `?tagging` and the like ask for something other than the object. */
function isSubResource(query: URLSearchParams): boolean {
  return Array.from(query).some(([name, value]) => value === '' && !name.startsWith('response-'));
}

function headBucket(call: Call): Reply {
  const headers = { 'x-amz-bucket-region': call.region, 'x-amz-request-id': call.requestId };
  return { status: 200, headers, body: '' };
}

/** A Region's name, or nothing for us-east-1, as S3 has it since 2006; answered in every Region. */
function getBucketLocation(call: Call): Reply {
  const bucket = findBucket(call);
  checkOwner(call, bucket, 's3:GetBucketLocation');
  const text = bucket.region === 'us-east-1' ? '' : bucket.region;
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', 'x-amz-request-id': call.requestId },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${text}</LocationConstraint>`,
  };
}
