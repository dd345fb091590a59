import type { CostAllocationTag as TagAnswer } from '@aws-sdk/client-cost-explorer';
import type { CostAllocationTag } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { everyItem } from '../every-item.ts';

const ACTION = 'ce:ListCostAllocationTags';
const DAY_HOURS = 20;

/**
 * The tags by which bills can be told apart; told by the account that pays. AWS charges for every
 * page, so a member account is not asked at all, and the payer once a day.
 */
export const costAllocationTags: Collector<'cost-allocation-tags'> = {
  dataset: 'cost-allocation-tags',
  title: 'Cost allocation tags',
  scope: 'account',
  goodForHours: DAY_HOURS,
  follows: ['organization'],
  iamActions: [ACTION],
  collect: async (context) => {
    const [organization] = await context.items('organization');
    const management = organization?.items[0]?.managementAccountId ?? context.accountId;
    if (management !== context.accountId) throw toldElsewhere(null);
    try {
      return await listTags(context);
    } catch (error) {
      throw isLinkedAccount(error) ? toldElsewhere(error) : error;
    }
  },
};

async function listTags(context: CollectContext): Promise<readonly CostAllocationTag[]> {
  const { clients, region, call, book } = context;
  const found = await everyItem({
    of: ACTION,
    page: (NextToken) => {
      book(ACTION, 1);
      return call(ACTION, async (options) =>
        (await clients.costExplorer(region)).listCostAllocationTags(
          { MaxResults: 1000, NextToken },
          options,
        ),
      );
    },
    next: (page) => page.NextToken,
    items: (page) => page.CostAllocationTags,
  });
  return found.map(toTag);
}

/** AWS refuses member accounts as if a permission were missing, which no permission changes. */
function isLinkedAccount(error: unknown): boolean {
  return error instanceof CallFailure && /linked account/i.test(error.message);
}

function toldElsewhere(cause: unknown): CallFailure {
  const reason =
    'AWS tells cost allocation tags to the management account of an organisation alone.';
  return new CallFailure({ status: 'unavailable', reason }, cause);
}

/** One tag. */
export function toTag(tag: TagAnswer): CostAllocationTag {
  const type = tag.Type;
  return {
    key: text(tag.TagKey, 'CostAllocationTags.TagKey'),
    type: type === 'UserDefined' || type === 'AWSGenerated' ? type : 'UNKNOWN',
    active: tag.Status === 'Active',
    lastUpdatedAt: tag.LastUpdatedDate ?? null,
    lastUsedAt: tag.LastUsedDate ?? null,
  };
}
