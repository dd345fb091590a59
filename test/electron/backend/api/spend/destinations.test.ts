import { expect, test } from 'vitest';
import { destinations } from '../../../../../electron/backend/api/spend/destinations.ts';
import type { DatasetReading, InferenceProfile } from '../../../../../shared/model/dataset.ts';

function profile(profileId: string, modelArns: readonly string[]): InferenceProfile {
  return {
    profileId,
    profileArn: `arn:aws:bedrock:us-east-1::inference-profile/${profileId}`,
    profileName: profileId,
    description: null,
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    modelArns,
    createdAt: null,
    updatedAt: null,
    tags: null,
  };
}

const arn = (region: string) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
const reading: DatasetReading<'inference-profiles'> = {
  dataset: 'inference-profiles',
  accountId: '111122223333',
  region: 'us-east-1',
  readAt: '2026-11-20T10:00:00Z',
  outcome: { status: 'collected' },
  actions: ['bedrock:ListInferenceProfiles'],
  calls: 1,
  items: [
    profile('us.amazon.nova-lite-v1:0', [arn('us-west-2'), arn('us-east-1')]),
    profile('global.amazon.nova-lite-v1:0', [arn('')]),
    { ...profile('us.amazon.nova-pro-v1:0', [arn('us-east-1')]), type: 'APPLICATION' },
  ],
};
const at = { baseModelId: 'amazon.nova-lite-v1:0', region: 'us-east-1' } as const;

test.each([
  ['geographic', at, ['us-east-1', 'us-west-2']],
  ['global', at, ['any commercial Region']],
  ['geographic', { ...at, region: 'eu-west-1' }, null],
  ['geographic', { ...at, baseModelId: 'amazon.nova-pro-v1:0' }, null],
] as const)('%s calls of %j are served in %j', (scope, place, expected) => {
  expect(destinations([reading])({ ...place, scope })).toEqual(expected);
});
