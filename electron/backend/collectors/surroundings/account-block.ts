import type { Part, PublicAccessBlock } from '../../../../shared/model/dataset.ts';
import type { IamAction } from '../../aws/classify-error.ts';
import { required } from '../../aws/required.ts';
import type { CollectContext } from '../collector.ts';
import { toPublicAccessBlock } from './bucket-settings.ts';
import { nullWhen } from './null-when.ts';

/** IAM calls it other than the operation, which is GetPublicAccessBlock of S3 Control. */
export const ACCOUNT_BLOCK_ACTION: IamAction = 's3:GetAccountPublicAccessBlock';

/** What the account is asked through. */
type Reach = Pick<CollectContext, 'clients' | 'accountId' | 'region' | 'call' | 'part'>;

/**
 * The account's own block of public access; null where it has none. AWS answers what holds, with
 * what policies of the organisation demand (S3 API reference, GetPublicAccessBlock of S3 Control).
 */
export function readAccountBlock(context: Reach): Promise<Part<PublicAccessBlock | null>> {
  const { clients, accountId: AccountId, region, call, part } = context;
  return part(ACCOUNT_BLOCK_ACTION, async () => {
    const client = await clients.s3Control(region);
    const answer = await call(ACCOUNT_BLOCK_ACTION, (options) =>
      nullWhen(
        ['NoSuchPublicAccessBlockConfiguration'],
        client.getPublicAccessBlock({ AccountId }, options),
      ),
    );
    const block = answer && required(answer.PublicAccessBlockConfiguration, 'PublicAccessBlock');
    return block && toPublicAccessBlock(block);
  });
}

/** The block of the account that owns a bucket, as far as this account is told of it. */
export function blockOfOwner(
  owned: Part<boolean>,
  own: Part<PublicAccessBlock | null>,
): Part<PublicAccessBlock | null> {
  if (!owned.read) return owned;
  return owned.value ? own : OF_ANOTHER;
}

const OF_ANOTHER = {
  read: false,
  outcome: {
    status: 'unavailable',
    reason:
      'The bucket belongs to another account, which alone is told its block of public access.',
  },
} as const;
