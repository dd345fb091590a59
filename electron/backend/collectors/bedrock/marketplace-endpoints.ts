import type {
  MarketplaceModelEndpoint,
  MarketplaceModelEndpointSummary,
} from '@aws-sdk/client-bedrock';
import type {
  MarketplaceEndpoint,
  MarketplaceEndpointDetail,
} from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, required, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, toVpc } from './bedrock-reads.ts';

/** SageMaker endpoints that serve Marketplace models through Bedrock. */
export const marketplaceEndpoints: Collector<'marketplace-endpoints'> = {
  dataset: 'marketplace-endpoints',
  title: 'Marketplace model endpoints, their roles and networks',
  scope: 'region',
  iamActions: ['bedrock:ListMarketplaceModelEndpoints', 'bedrock:GetMarketplaceModelEndpoint'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListMarketplaceModelEndpoints', (client, options) =>
          client.listMarketplaceModelEndpoints({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.marketplaceModelEndpoints,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, (summary) => readEndpoint(context, summary));
  },
};

async function readEndpoint(
  context: CollectContext,
  summary: MarketplaceModelEndpointSummary,
): Promise<MarketplaceEndpoint> {
  const endpoint = toMarketplaceEndpoint(summary);
  const { endpointArn } = endpoint;
  const detail = await context.part('bedrock:GetMarketplaceModelEndpoint', async () => {
    const answer = await askBedrock(
      context,
      'bedrock:GetMarketplaceModelEndpoint',
      (client, options) => client.getMarketplaceModelEndpoint({ endpointArn }, options),
    );
    const told = required(answer.marketplaceModelEndpoint, 'marketplaceModelEndpoint');
    return toMarketplaceEndpointDetail(told);
  });
  return { ...endpoint, detail };
}

/** One endpoint of `ListMarketplaceModelEndpoints`. */
export function toMarketplaceEndpoint(
  summary: MarketplaceModelEndpointSummary,
): Omit<MarketplaceEndpoint, 'detail'> {
  const at = 'marketplaceModelEndpoints';
  return {
    endpointArn: text(summary.endpointArn, `${at}.endpointArn`),
    modelSourceIdentifier: text(summary.modelSourceIdentifier, `${at}.modelSourceIdentifier`),
    status: summary.status ?? null,
    createdAt: instant(summary.createdAt),
    updatedAt: instant(summary.updatedAt),
  };
}

/** What `GetMarketplaceModelEndpoint` tells beyond the list. */
export function toMarketplaceEndpointDetail(
  endpoint: MarketplaceModelEndpoint,
): MarketplaceEndpointDetail {
  const config = endpoint.endpointConfig?.sageMaker;
  return {
    endpointStatus: endpoint.endpointStatus ?? null,
    instanceType: config?.instanceType ?? null,
    initialInstanceCount: config?.initialInstanceCount ?? null,
    executionRole: config?.executionRole ?? null,
    kmsEncryptionKey: config?.kmsEncryptionKey ?? null,
    vpc: toVpc(config?.vpc),
  };
}
