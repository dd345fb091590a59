import type { OpenSearchServerless } from '@aws-sdk/client-opensearchserverless';
import type { Part } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import type { CollectContext } from '../collector.ts';
import { everyItem } from '../every-item.ts';
import type { PolicyDocument } from './collection-resource.ts';

const AT_ONCE = 4;

/** Which policies of which collections; `type` as the service spells it. */
export interface WantedPolicies {
  readonly type: 'encryption' | 'network';
  /** Collections by their names. */
  readonly collections: readonly string[];
}

/** The policies of one kind that concern any of the collections, each read once. */
export async function readPolicies(
  context: CollectContext,
  client: OpenSearchServerless,
  wanted: WantedPolicies,
): Promise<Part<readonly PolicyDocument[]>> {
  if (wanted.collections.length === 0) return { read: true, value: [] };
  const names = await context.part('aoss:ListSecurityPolicies', () =>
    policyNames(context, client, wanted),
  );
  if (!names.read) return names;
  return context.part('aoss:GetSecurityPolicy', () =>
    inParallel(names.value, AT_ONCE, async (name) => {
      const answer = await context.call('aoss:GetSecurityPolicy', (options) =>
        client.getSecurityPolicy({ type: wanted.type, name }, options),
      );
      return { name, document: answer.securityPolicyDetail?.policy };
    }),
  );
}

async function policyNames(
  { call }: CollectContext,
  client: OpenSearchServerless,
  { type, collections }: WantedPolicies,
): Promise<readonly string[]> {
  const resource = collections.map((name) => `collection/${name}`);
  const summaries = await everyItem({
    of: 'aoss:ListSecurityPolicies',
    page: (nextToken) =>
      call('aoss:ListSecurityPolicies', (options) =>
        client.listSecurityPolicies({ type, resource, maxResults: 100, nextToken }, options),
      ),
    next: (page) => page.nextToken,
    items: (page) => page.securityPolicySummaries,
  });
  return summaries.flatMap(({ name }) => name ?? []);
}
