import type { InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import type { InferenceProfile } from '../../../../shared/model/dataset.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askBedrock, DETAILS_AT_ONCE, everyItem, PAGE, tagsOf } from './bedrock-reads.ts';

/**
 * Cross-Region and application inference profiles; each type is asked for, because AWS filters by
 * it. Tags are asked for application profiles alone: the others belong to AWS.
 */
export const inferenceProfiles: Collector<'inference-profiles'> = {
  dataset: 'inference-profiles',
  title: 'Inference profiles and the Regions they reach',
  scope: 'region',
  iamActions: ['bedrock:ListInferenceProfiles', 'bedrock:ListTagsForResource'],
  collect: async (context) => {
    const [system, application] = await together([
      profilesOfType(context, 'SYSTEM_DEFINED'),
      profilesOfType(context, 'APPLICATION'),
    ]);
    const tagged = await inParallel(application, DETAILS_AT_ONCE, async (summary) => {
      const profile = toInferenceProfile(summary);
      return { ...profile, tags: await tagsOf(context, profile.profileArn) };
    });
    return [...system.map(toInferenceProfile), ...tagged];
  },
};

async function profilesOfType(
  context: CollectContext,
  typeEquals: InferenceProfile['type'],
): Promise<readonly InferenceProfileSummary[]> {
  const found = await everyItem(
    (nextToken) =>
      askBedrock(context, 'bedrock:ListInferenceProfiles', (client, options) =>
        client.listInferenceProfiles({ typeEquals, maxResults: PAGE, nextToken }, options),
      ),
    (page) => page.inferenceProfileSummaries,
  );
  return found.filter((summary) => typeOf(summary) === typeEquals);
}

/** One profile of `ListInferenceProfiles` with the models of every Region it may route to. */
export function toInferenceProfile(summary: InferenceProfileSummary): InferenceProfile {
  return {
    profileId: text(summary.inferenceProfileId, 'inferenceProfileSummaries.inferenceProfileId'),
    profileArn: text(summary.inferenceProfileArn, 'inferenceProfileSummaries.inferenceProfileArn'),
    profileName: summary.inferenceProfileName ?? '',
    description: summary.description ?? null,
    type: typeOf(summary),
    status: summary.status ?? 'UNKNOWN',
    modelArns: list(summary.models).flatMap(({ modelArn }) => modelArn ?? []),
    createdAt: instant(summary.createdAt),
    updatedAt: instant(summary.updatedAt),
    tags: null,
  };
}

function typeOf({ type }: InferenceProfileSummary): InferenceProfile['type'] {
  return type === 'APPLICATION' ? 'APPLICATION' : 'SYSTEM_DEFINED';
}
