import type { CustomModelDeploymentSummary } from '@aws-sdk/client-bedrock';
import type { CustomModelDeployment } from '../../../../shared/model/dataset.ts';
import { instant, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { askBedrock, everyItem, PAGE } from './bedrock-reads.ts';

/** Custom models that stand ready for on-demand calls. */
export const customModelDeployments: Collector<'custom-model-deployments'> = {
  dataset: 'custom-model-deployments',
  title: 'Deployments of custom models',
  scope: 'region',
  iamActions: ['bedrock:ListCustomModelDeployments'],
  collect: async (context) => {
    const deployments = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListCustomModelDeployments', (client, options) =>
          client.listCustomModelDeployments({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.modelDeploymentSummaries,
    );
    return deployments.map(toCustomModelDeployment);
  },
};

/** One deployment of `ListCustomModelDeployments`. */
export function toCustomModelDeployment(
  summary: CustomModelDeploymentSummary,
): CustomModelDeployment {
  const at = 'modelDeploymentSummaries';
  return {
    customModelDeploymentArn: text(
      summary.customModelDeploymentArn,
      `${at}.customModelDeploymentArn`,
    ),
    customModelDeploymentName: summary.customModelDeploymentName ?? '',
    modelArn: text(summary.modelArn, `${at}.modelArn`),
    status: summary.status ?? 'UNKNOWN',
    createdAt: instant(summary.createdAt),
    lastUpdatedAt: instant(summary.lastUpdatedAt),
    failureMessage: summary.failureMessage ?? null,
  };
}
