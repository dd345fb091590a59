import { describe, expect, test } from 'vitest';
import type { InferenceProfile } from '../../../shared/model/dataset.ts';
import {
  ownedTargets,
  profileTargets,
  resolveModel,
} from '../../../shared/prices/profile-targets.ts';

const MODEL = 'anthropic.claude-sonnet-5-5';
const PROFILE_ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abc123';

function profile(regions: readonly string[], over: Partial<InferenceProfile> = {}) {
  return {
    profileId: 'abc123',
    profileArn: PROFILE_ARN,
    profileName: 'team-search',
    type: 'APPLICATION',
    status: 'ACTIVE',
    modelArns: regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`),
    description: null,
    createdAt: null,
    updatedAt: null,
    tags: { read: true, value: [] },
    ...over,
  } satisfies InferenceProfile;
}

describe('an application inference profile', () => {
  test.each([
    ['one Region', ['us-east-1'], 'in-region', null],
    ['several Regions', ['us-east-1', 'us-west-2'], 'geographic', 'us'],
    ['European Regions', ['eu-west-1', 'eu-central-1'], 'geographic', 'eu'],
    ['Asian Regions', ['ap-south-1', 'ap-southeast-2'], 'geographic', 'apac'],
    ['GovCloud', ['us-gov-east-1', 'us-gov-west-1'], 'geographic', 'us-gov'],
    ['an ARN without a Region', ['us-east-1', ''], 'global', 'global'],
  ] as const)('over %s', (_, regions, scope, geography) => {
    const targets = profileTargets([profile(regions)]);
    const expected = {
      key: 'abc123',
      baseModelId: MODEL,
      provider: 'anthropic',
      scope,
      geography,
      kind: 'application-inference-profile',
    };
    expect(resolveModel('abc123', targets)).toMatchObject(expected);
    expect(resolveModel(PROFILE_ARN, targets)).toMatchObject(expected);
  });

  test('is not resolved without models, over several models, or when system-defined', () => {
    const mixed = [`arn:aws:bedrock:us-east-1::foundation-model/${MODEL}`, 'amazon.nova-pro-v1:0'];
    const profiles = [
      profile([]),
      profile([], { modelArns: mixed }),
      profile(['us-east-1'], { type: 'SYSTEM_DEFINED' }),
    ];
    expect(profiles.map((found) => profileTargets([found]).size)).toEqual([0, 0, 0]);
    expect(resolveModel('abc123', new Map()).kind).toBe('unknown');
  });
});

test('own models and bought capacity stand for their base, or for themselves', () => {
  const targets = ownedTargets(
    new Map([
      ['p1', { kind: 'provisioned-model', name: 'peak', baseModelId: MODEL }],
      ['peak', { kind: 'provisioned-model', name: 'peak', baseModelId: MODEL }],
      ['i1', { kind: 'imported-model', name: 'own', baseModelId: null }],
    ]),
  );
  expect(resolveModel('p1', targets)).toMatchObject({
    kind: 'provisioned-model',
    baseModelId: MODEL,
    provider: 'anthropic',
    scope: 'in-region',
  });
  expect(resolveModel('i1', targets)).toMatchObject({ kind: 'imported-model', baseModelId: 'i1' });
  expect(resolveModel('peak', targets).kind).toBe('unknown');
});
