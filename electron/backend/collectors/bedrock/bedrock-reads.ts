import type { Bedrock, VpcConfig } from '@aws-sdk/client-bedrock';
import type { BedrockTag, BedrockVpc, Part } from '../../../../shared/model/dataset.ts';
import type { SendOptions } from '../../aws/caller.ts';
import type { IamAction } from '../../aws/classify-error.ts';
import { paginate } from '../../aws/paginate.ts';
import { list } from '../../aws/required.ts';
import { readBedrockTags } from '../bedrock-tags.ts';
import type { CollectContext } from '../collector.ts';

/** The largest page that Bedrock's lists take. */
export const PAGE = 1000;

/** How many details of one list are read at a time. */
export const DETAILS_AT_ONCE = 4;

/** One call of Bedrock in the Region of the context. */
export function askBedrock<T>(
  { clients, region, call }: CollectContext,
  action: IamAction,
  send: (client: Bedrock, options: SendOptions) => Promise<T>,
): Promise<T> {
  return call(action, async (options) => send(await clients.bedrock(region), options));
}

/** All items of a list that comes in pages. */
export async function everyItem<P extends { readonly nextToken?: string | undefined }, T>(
  fetchPage: (nextToken: string | undefined) => Promise<P>,
  itemsOf: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const items: T[] = [];
  const pages = paginate(fetchPage, (answer) => answer.nextToken, {
    begins: (page) => JSON.stringify(itemsOf(page)?.[0]),
  });
  for await (const page of pages) items.push(...list(itemsOf(page)));
  return items;
}

/** The tags of a Bedrock resource, as a part. */
export function tagsOf(
  context: CollectContext,
  resourceArn: string,
): Promise<Part<readonly BedrockTag[]>> {
  return context.part('bedrock:ListTagsForResource', () => readBedrockTags(context, resourceArn));
}

/** The network of a job; null where AWS names none, or one without subnets. */
export function toVpc(config: VpcConfig | undefined): BedrockVpc | null {
  const subnetIds = list(config?.subnetIds);
  if (subnetIds.length === 0) return null;
  return { subnetIds, securityGroupIds: list(config?.securityGroupIds) };
}

/** Addresses of S3 data, those that are there. */
export function s3Uris(...uris: readonly (string | undefined)[]): readonly string[] {
  return uris.flatMap((uri) => (uri === undefined || uri === '' ? [] : uri));
}
