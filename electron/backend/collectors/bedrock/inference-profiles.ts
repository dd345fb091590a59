import type { InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import type { InferenceProfile } from '../../../../shared/model/dataset.ts';
import { paginate } from '../../aws/paginate.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const TYPES = ['SYSTEM_DEFINED', 'APPLICATION'] as const;

/** Cross-Region and application inference profiles; each type is asked for, because AWS filters by it. */
export const inferenceProfiles: Collector<'inference-profiles'> = {
  dataset: 'inference-profiles',
  title: 'Inference profiles and the Regions they reach',
  scope: 'region',
  iamActions: ['bedrock:ListInferenceProfiles'],
  collect: async (context) => {
    const lists = await Promise.all(TYPES.map((type) => profilesOfType(context, type)));
    return lists.flat();
  },
};

async function profilesOfType(
  { clients, region, call }: CollectContext,
  typeEquals: (typeof TYPES)[number],
): Promise<readonly InferenceProfile[]> {
  const pages = paginate(
    (nextToken) =>
      call('bedrock:ListInferenceProfiles', async (options) =>
        (await clients.bedrock(region)).listInferenceProfiles(
          { typeEquals, maxResults: 1000, nextToken },
          options,
        ),
      ),
    (page) => page.nextToken,
  );
  const profiles: InferenceProfile[] = [];
  for await (const page of pages) {
    profiles.push(...list(page.inferenceProfileSummaries).map(toInferenceProfile));
  }
  return profiles.filter((profile) => profile.type === typeEquals);
}

/** One profile of `ListInferenceProfiles` with the models of every Region it may route to. */
export function toInferenceProfile(summary: InferenceProfileSummary): InferenceProfile {
  return {
    profileId: text(summary.inferenceProfileId, 'inferenceProfileSummaries.inferenceProfileId'),
    profileArn: text(summary.inferenceProfileArn, 'inferenceProfileSummaries.inferenceProfileArn'),
    profileName: summary.inferenceProfileName ?? '',
    type: summary.type === 'APPLICATION' ? 'APPLICATION' : 'SYSTEM_DEFINED',
    status: summary.status ?? 'UNKNOWN',
    modelArns: list(summary.models).flatMap(({ modelArn }) => modelArn ?? []),
  };
}
