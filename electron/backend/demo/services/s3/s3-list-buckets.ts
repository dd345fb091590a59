import { integerOf, textOf } from '../../protocols/input.ts';
import type { Reply } from '../../reply.ts';
import type { Call } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import { xmlReply } from './s3-xml.ts';

const MOST = 10_000;

/**
 * ListBuckets: everything at once for a bare request; with any parameter a page of at most 10,000,
 * which also tells the Region of each bucket.
 */
export function listBuckets(call: Call): Reply {
  const { input, identity, world } = call;
  const paged = ['max-buckets', 'continuation-token', 'prefix', 'bucket-region'].some(
    (name) => input[name] !== undefined,
  );
  const region = textOf(input, 'bucket-region');
  const after = readToken(textOf(input, 'continuation-token'));
  const size = integerOf(input, 'max-buckets') ?? MOST;
  if (size < 1 || size > MOST) throw invalidInput('Argument max-buckets must be from 1 to 10000');
  const found = world
    .bucketsOf(identity.accountId)
    .filter(({ name }) => name > after && name.startsWith(textOf(input, 'prefix') ?? ''))
    .filter((bucket) => region === undefined || bucket.region === region);
  const page = paged ? found.slice(0, size) : found;
  const last = page.at(-1);
  const buckets = page.map(({ name, createdAt, region: at }) => ({
    Name: name,
    CreationDate: createdAt,
    ...(paged ? { BucketRegion: at } : {}),
  }));
  return xmlReply(call, 'ListAllMyBucketsResult', {
    Owner: { ID: identity.accountId.repeat(6).slice(0, 64) },
    Buckets: { Bucket: buckets },
    ContinuationToken:
      page.length < found.length && last !== undefined ? writeToken(last.name) : undefined,
    Prefix: textOf(input, 'prefix'),
  });
}

function writeToken(name: string): string {
  return Buffer.from(`1 ${name}`).toString('base64');
}

function readToken(token: string | undefined): string {
  if (token === undefined) return '';
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (!text.startsWith('1 ')) throw invalidInput('The continuation token provided is incorrect');
  return text.slice(2);
}
