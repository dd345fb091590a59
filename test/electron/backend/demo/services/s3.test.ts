import { request } from 'node:http';
import {
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests } from '../../../../helpers/simulated-client.ts';
import { createSmallWorld } from '../../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
const objects = account.world.objects('small-logs', '');
const [object] = objects;
const key = object?.key ?? '';
const body = object?.body() ?? Buffer.alloc(0);
const Bucket = 'small-logs';
const LARGE = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
  key: name,
  lastModified: '2026-11-19T10:20:30Z',
  body: () => Buffer.alloc(1.5 * 1024 * 1024, name),
}));
const largeBodies = accountForTests(createSmallWorld({ objects: () => LARGE }));
let client: S3Client;
beforeAll(() => {
  client = new S3Client(account.config());
});

describe('ListObjectsV2', () => {
  test('1,000 a page, every key once and in order, with size and ETag', async () => {
    const sizes = [];
    const contents = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket })) {
      sizes.push(page.KeyCount);
      contents.push(...(page.Contents ?? []));
    }
    expect(sizes).toEqual([1000, 1000, 304]);
    expect(contents.map((one) => one.Key)).toEqual(objects.map((one) => one.key));
    expect(contents[0]).toMatchObject({
      Size: body.length,
      LastModified: new Date('2026-11-19T10:20:30Z'),
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
  });

  test('fewer a page where bodies are large, every key once and in order', async () => {
    const sizes = [];
    const keys = [];
    const large = new S3Client(largeBodies.config());
    for await (const page of paginateListObjectsV2({ client: large }, { Bucket })) {
      sizes.push(page.KeyCount);
      keys.push(...(page.Contents ?? []).map((one) => one.Key));
    }
    expect(sizes).toEqual([2, 2, 1]);
    expect(keys).toEqual(LARGE.map((one) => one.key));
  });

  test('prefix, start-after and max-keys', async () => {
    const Prefix = 'logs/03/';
    const StartAfter = objects[3 * 96 + 90]?.key;
    const answer = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix, StartAfter, MaxKeys: 3 }),
    );
    const expected = objects.slice(3 * 96 + 91, 3 * 96 + 94);
    expect(answer.Contents?.map((one) => one.Key)).toEqual(expected.map((one) => one.key));
    expect(answer.IsTruncated).toBe(true);
    const none = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'nothing/' }));
    expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  test('a delimiter folds folders, across pages too', async () => {
    const input = { Bucket, Prefix: 'logs/', Delimiter: '/', MaxKeys: 10 };
    const prefixes = [];
    for await (const page of paginateListObjectsV2({ client }, input)) {
      prefixes.push(...(page.CommonPrefixes ?? []).map((one) => one.Prefix));
    }
    expect(prefixes).toEqual(
      Array.from({ length: 24 }, (_, index) => `logs/${String(index).padStart(2, '0')}/`),
    );
  });

  test('a wrong token and a bucket that does not exist', async () => {
    const list = (input: { Bucket: string; ContinuationToken?: string }) =>
      client.send(new ListObjectsV2Command(input));
    const wrong = list({ Bucket, ContinuationToken: 'nope' });
    await expect(wrong).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(list({ Bucket: 'nope' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

describe('objects', () => {
  test('whole, with a checksum that the SDK verifies', async () => {
    const answer = await client.send(new GetObjectCommand({ Bucket, Key: key }));
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? [])).toEqual(body);
    expect(answer).toMatchObject({
      ContentLength: body.length,
      ContentEncoding: 'gzip',
      LastModified: new Date('2026-11-19T10:20:30Z'),
      ChecksumCRC32: expect.any(String),
    });
  });

  test.each([
    ['bytes=0-9', [0, 10]],
    ['bytes=5-', [5, body.length]],
    ['bytes=-7', [body.length - 7, body.length]],
    ['bytes=3-999999', [3, body.length]],
  ])('%s', async (Range, [start, end]) => {
    const answer = await client.send(new GetObjectCommand({ Bucket, Key: key, Range }));
    expect(answer.$metadata.httpStatusCode).toBe(206);
    expect(answer.ContentRange).toBe(`bytes ${start}-${(end ?? 0) - 1}/${body.length}`);
    const read = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
    expect(read).toEqual(body.subarray(start, end));
  });

  test('a range outside, a missing key, ETag conditions', async () => {
    const { ETag } = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
    const get = (more: object) => client.send(new GetObjectCommand({ Bucket, Key: key, ...more }));
    await expect(get({ Range: 'bytes=99999-' })).rejects.toMatchObject({ name: 'InvalidRange' });
    await expect(get({ Key: 'nope' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(get({ IfMatch: '"x"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 304 },
    });
    expect((await get({ IfMatch: ETag })).ETag).toBe(ETag);
  });

  test('virtual-host style addresses reach the same object', async () => {
    const signed =
      'AWS4-HMAC-SHA256 Credential=AKIASMALLWORLD000001/20261120/us-east-1/s3/aws4_request, ' +
      `SignedHeaders=host, Signature=${'0'.repeat(64)}`;
    const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
    const headers = { host: 'small-logs.s3.us-east-1.amazonaws.com', authorization: signed };
    expect(await fetchBytes(account.endpoint(), path, headers)).toEqual(body);
  });
});

describe('buckets', () => {
  test('where they are', async () => {
    const location = await client.send(new GetBucketLocationCommand({ Bucket }));
    expect(location.LocationConstraint).toBeUndefined();
    const head = await client.send(new HeadBucketCommand({ Bucket }));
    expect(head.BucketRegion).toBe('us-east-1');
  });

  test('another Region is redirected to the right one', async () => {
    const elsewhere = new S3Client(account.config({ region: 'eu-west-1' }));
    const refused = elsewhere.send(new ListObjectsV2Command({ Bucket }));
    await expect(refused).rejects.toMatchObject({ name: 'PermanentRedirect' });
    const following = new S3Client({
      ...account.config({ region: 'eu-west-1' }),
      followRegionRedirects: true,
    });
    const answer = await following.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }));
    expect(answer.KeyCount).toBe(1);
  });
});

function fetchBytes(endpoint: string, path: string, headers: Record<string, string>) {
  return new Promise<Buffer>((resolve, reject) => {
    const sent = request(`${endpoint}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    sent.on('error', reject).end();
  });
}
