import type { ProvisionedModelSummary } from '@aws-sdk/client-bedrock';
import type { ProvisionedThroughput } from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { instant, required, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, tagsOf } from './bedrock-reads.ts';

/** Bought capacity with its commitment and tags; the list tells all but the tags. */
export const provisionedThroughputs: Collector<'provisioned-throughputs'> = {
  dataset: 'provisioned-throughputs',
  title: 'Provisioned throughput and its commitments',
  scope: 'region',
  iamActions: ['bedrock:ListProvisionedModelThroughputs', 'bedrock:ListTagsForResource'],
  collect: async (context) => {
    const summaries = await everyItem(
      (nextToken) =>
        askBedrock(context, 'bedrock:ListProvisionedModelThroughputs', (client, options) =>
          client.listProvisionedModelThroughputs({ maxResults: PAGE, nextToken }, options),
        ),
      (page) => page.provisionedModelSummaries,
    );
    return inParallel(summaries, DETAILS_AT_ONCE, async (summary) => {
      const found = toProvisionedThroughput(summary);
      return { ...found, tags: await tagsOf(context, found.provisionedModelArn) };
    });
  },
};

/** One throughput of `ListProvisionedModelThroughputs`; units are what is billed by the hour. */
export function toProvisionedThroughput(
  summary: ProvisionedModelSummary,
): Omit<ProvisionedThroughput, 'tags'> {
  const at = 'provisionedModelSummaries';
  return {
    provisionedModelArn: text(summary.provisionedModelArn, `${at}.provisionedModelArn`),
    provisionedModelName: summary.provisionedModelName ?? '',
    modelArn: text(summary.modelArn, `${at}.modelArn`),
    desiredModelArn: summary.desiredModelArn ?? null,
    foundationModelArn: summary.foundationModelArn ?? null,
    modelUnits: required(summary.modelUnits, `${at}.modelUnits`),
    desiredModelUnits: summary.desiredModelUnits ?? null,
    status: summary.status ?? 'UNKNOWN',
    commitmentDuration: summary.commitmentDuration ?? null,
    commitmentExpirationTime: instant(summary.commitmentExpirationTime),
    creationTime: instant(summary.creationTime),
    lastModifiedTime: instant(summary.lastModifiedTime),
  };
}
