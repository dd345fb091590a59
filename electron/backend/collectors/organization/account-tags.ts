import type { Tag } from '@aws-sdk/client-organizations';
import type { AccountTag, AccountTags } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { allPages } from './all-pages.ts';
import { callOrganizations } from './organization-call.ts';
import { requireReach } from './organization-reach.ts';

const TAGS = 'organizations:ListTagsForResource';
/** Accounts read at the same time; AWS Organizations throttles the organisation as a whole. */
const AT_ONCE = 3;

/**
 * The tags of every account of the organisation. AWS tells them one account at a time, so they are
 * kept for a day; the first account shows whether they may be read at all.
 */
export const accountTags: Collector<'account-tags'> = {
  dataset: 'account-tags',
  title: 'Tags of the accounts of the organisation',
  scope: 'account',
  iamActions: [TAGS],
  goodForHours: 20,
  follows: ['organization'],
  collect: async (context) => {
    const [reading] = await context.items('organization');
    const organization = reading?.items[0];
    requireReach(organization);
    const accounts = organization?.tree.read === true ? organization.tree.value.accounts : [];
    const [first, ...others] = accounts.map(({ accountId }) => accountId);
    if (first === undefined) return [];
    const tags = await readTags(context, first);
    const rest = await inParallel(others, AT_ONCE, async (accountId) => ({
      accountId,
      tags: await context.part(TAGS, () => readTags(context, accountId)),
    }));
    return [{ accountId: first, tags: { read: true, value: tags } } satisfies AccountTags, ...rest];
  },
};

async function readTags(
  context: CollectContext,
  ResourceId: string,
): Promise<readonly AccountTag[]> {
  const { clients, region } = context;
  const tags = await allPages(
    (NextToken) =>
      callOrganizations(context, TAGS, async (options) =>
        (await clients.organizations(region)).listTagsForResource(
          { ResourceId, NextToken },
          options,
        ),
      ),
    (page) => page.Tags,
  );
  return tags.map(toAccountTag);
}

/** One tag; AWS tells an empty value as none. */
export function toAccountTag({ Key, Value }: Partial<Tag>): AccountTag {
  return { key: text(Key, 'Tags.Key'), value: Value ?? '' };
}
