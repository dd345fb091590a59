import type { PromptRouterSummary } from '@aws-sdk/client-bedrock';
import type { PromptRouter } from '../../../../shared/model/dataset.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { askBedrock, everyItem, PAGE } from './bedrock-reads.ts';

/** Prompt routers, AWS's own and the account's. */
export const promptRouters: Collector<'prompt-routers'> = {
  dataset: 'prompt-routers',
  title: 'Prompt routers and the models they choose from',
  scope: 'region',
  iamActions: ['bedrock:ListPromptRouters'],
  collect: async (context) => {
    const routers = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListPromptRouters', (client, options) =>
          client.listPromptRouters({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.promptRouterSummaries,
    );
    return routers.map(toPromptRouter);
  },
};

/** One router of `ListPromptRouters`, which tells all that `GetPromptRouter` tells. */
export function toPromptRouter(summary: PromptRouterSummary): PromptRouter {
  return {
    promptRouterArn: text(summary.promptRouterArn, 'promptRouterSummaries.promptRouterArn'),
    promptRouterName: summary.promptRouterName ?? '',
    type: summary.type === 'custom' ? 'custom' : 'default',
    status: summary.status ?? 'UNKNOWN',
    description: summary.description ?? null,
    modelArns: list(summary.models).flatMap(({ modelArn }) => modelArn ?? []),
    fallbackModelArn: summary.fallbackModel?.modelArn ?? null,
    responseQualityDifference: summary.routingCriteria?.responseQualityDifference ?? null,
    createdAt: instant(summary.createdAt),
    updatedAt: instant(summary.updatedAt),
  };
}
