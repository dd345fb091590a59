import type { BedrockTag } from '../../../shared/model/dataset.ts';
import { list } from '../aws/required.ts';
import type { CollectContext } from './collector.ts';

/** The tags of a Bedrock resource, in the order of AWS. */
export async function readBedrockTags(
  { clients, region, call }: Pick<CollectContext, 'clients' | 'region' | 'call'>,
  resourceARN: string,
): Promise<readonly BedrockTag[]> {
  const { tags } = await call('bedrock:ListTagsForResource', async (options) =>
    (await clients.bedrock(region)).listTagsForResource({ resourceARN }, options),
  );
  return list(tags).map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }));
}
