import type {
  Bucket,
  BucketUse,
  Part,
  PublicAccessBlock,
} from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { ACCOUNT_BLOCK_ACTION, blockOfOwner, readAccountBlock } from './account-block.ts';
import { bucketNamers, type NamedBucket } from './bucket-namers.ts';
import { readSettings, SETTING_ACTIONS, settingsUnread } from './bucket-reader.ts';
import { allTold, byName, type Told } from './namers.ts';
import { nullWhen } from './null-when.ts';

const AT_ONCE = 4;

/**
 * The buckets that Bedrock's configuration names, once per account: a name is one bucket in all
 * Regions. Buckets that nothing of Bedrock names are not looked at.
 */
export const buckets: Collector<'buckets'> = {
  dataset: 'buckets',
  title: 'Buckets that Bedrock uses',
  scope: 'account',
  iamActions: [
    's3:ListAllMyBuckets',
    's3:GetBucketLocation',
    ACCOUNT_BLOCK_ACTION,
    ...SETTING_ACTIONS,
  ],
  follows: bucketNamers.map(({ dataset }) => dataset),
  collect: async (context) => {
    const named = byName(await allTold(context, bucketNamers));
    if (named.size === 0) return [];
    const [regions, block] = await Promise.all([
      context.part('s3:ListAllMyBuckets', () => ownRegions(context)),
      readAccountBlock(context),
    ]);
    return inParallel([...named], AT_ONCE, ([name, uses]) =>
      readBucket(context, { name, uses: uses.map(toUse) }, { regions, block }),
    );
  },
};

/** A bucket before anything is known of it. */
type Wanted = Pick<Bucket, 'name' | 'uses'>;

/** The account's own buckets with their Regions, empty where S3 does not tell one. */
type OwnRegions = ReadonlyMap<string, string>;

/** What is known of the account before its buckets are looked at. */
interface Own {
  readonly regions: Part<OwnRegions>;
  readonly block: Part<PublicAccessBlock | null>;
}

async function ownRegions({ clients, region, call }: CollectContext): Promise<OwnRegions> {
  const client = await clients.s3(region);
  const pages = paginate(
    (ContinuationToken) =>
      call('s3:ListAllMyBuckets', (options) =>
        client.listBuckets({ MaxBuckets: 10_000, ContinuationToken }, options),
      ),
    (page) => page.ContinuationToken,
  );
  const found = new Map<string, string>();
  for await (const page of pages) {
    for (const { Name, BucketRegion } of list(page.Buckets)) {
      if (Name !== undefined) found.set(Name, BucketRegion ?? '');
    }
  }
  return found;
}

async function readBucket(
  context: CollectContext,
  wanted: Wanted,
  { regions, block }: Own,
): Promise<Bucket> {
  const owned: Part<boolean> = regions.read
    ? { read: true, value: regions.value.has(wanted.name) }
    : regions;
  const region = await regionOf(context, wanted, regions);
  const accountPublicAccessBlock = blockOfOwner(owned, block);
  const item = { ...wanted, owned, region, accountPublicAccessBlock };
  if (region.read && region.value === null) return { ...item, ...settingsUnread(GONE) };
  if (!region.read && owned.read && !owned.value) return { ...item, ...settingsUnread(region) };
  const at = region.read ? region.value : (wanted.uses[0]?.region ?? null);
  const client = await context.clients.s3(at ?? context.region);
  return { ...item, ...(await readSettings(context, client, wanted.name)) };
}

/** The Region of a bucket, null where there is none; the list of own buckets may tell it already. */
async function regionOf(
  { clients, call, part, region }: CollectContext,
  { name, uses }: Wanted,
  own: Part<OwnRegions>,
): Promise<Part<string | null>> {
  const known = own.read ? own.value.get(name) : undefined;
  if (known !== undefined && known !== '') return { read: true, value: known };
  return part('s3:GetBucketLocation', async () => {
    const client = await clients.s3(uses[0]?.region ?? region);
    const answer = await call('s3:GetBucketLocation', (options) =>
      nullWhen(['NoSuchBucket'], client.getBucketLocation({ Bucket: name }, options)),
    );
    return answer === null ? null : regionOfConstraint(answer.LocationConstraint);
  });
}

/** S3 tells nothing for us-east-1, and `EU` for buckets that were made in eu-west-1 long ago. */
export function regionOfConstraint(constraint: string | undefined): string {
  if (constraint === undefined || constraint === '') return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}

const GONE = {
  read: false,
  outcome: { status: 'unavailable', reason: 'There is no bucket of this name.' },
} as const;

function toUse({ purpose, region, by }: Told<NamedBucket>): BucketUse {
  return { purpose, region, by };
}
