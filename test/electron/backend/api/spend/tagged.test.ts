import { describe, expect, test } from 'vitest';
import { spendNames } from '../../../../../electron/backend/api/spend/spend-names.ts';
import { readTagged } from '../../../../../electron/backend/api/spend/tagged.ts';
import { parseModelId } from '../../../../../shared/model/model-id.ts';
import type { TagOwner, TeamRule } from '../../../../../shared/model/team-rules.ts';

const ACCOUNT = '111122223333';
const BEDROCK = `arn:aws:bedrock:us-east-1:${ACCOUNT}`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/app`;
const ARN = {
  profile: `${BEDROCK}:application-inference-profile/abc123`,
  provisioned: `${BEDROCK}:provisioned-model/pm1`,
  custom: `${BEDROCK}:custom-model/amazon.nova-lite-v1:0/cm1`,
  deployment: `${BEDROCK}:custom-model-deployment/cmd1`,
} as const;

const read = (tags: Readonly<Record<string, string>>) => ({
  read: true,
  value: Object.entries(tags).map(([key, value]) => ({ key, value })),
});

const ITEMS: Readonly<Record<string, readonly unknown[]>> = {
  'inference-profiles': [
    { profileArn: ARN.profile, profileName: 'search', tags: read({ team: 'of-profile' }) },
    { profileArn: `${BEDROCK}:application-inference-profile/other`, tags: null },
  ],
  'provisioned-throughputs': [
    { provisionedModelArn: ARN.provisioned, tags: read({ team: 'of-capacity' }) },
  ],
  'custom-models': [{ modelArn: ARN.custom, tags: read({ team: 'of-custom' }) }],
  'custom-model-deployments': [{ customModelDeploymentArn: ARN.deployment, modelArn: ARN.custom }],
  'account-tags': [
    { accountId: ACCOUNT, tags: read({ team: 'of-account', unit: 'retail' }) },
    { accountId: '444455556666', tags: { read: false, outcome: { status: 'denied' } } },
  ],
  'account-authorization': [{ identities: [{ arn: ROLE, tags: { owner: 'of-role' } }] }],
};

const readings = ((dataset: string) => [{ items: ITEMS[dataset] ?? [] }]) as unknown as Parameters<
  typeof readTagged
>[0];

test('tags are read of profiles, capacity, custom models with their deployments, and accounts', () => {
  const { profiles, models, accounts } = readTagged(readings);
  expect([...profiles.values()]).toEqual([{ team: 'of-profile' }, {}]);
  expect([...models.values()].map(({ team }) => team).sort()).toEqual([
    'of-capacity',
    'of-custom',
    'of-custom',
  ]);
  expect([...accounts.values()]).toEqual([{ team: 'of-account', unit: 'retail' }, {}]);
});

const tag = (key: string, owner: TagOwner | null = null): TeamRule => ({
  by: 'tag',
  owner,
  key,
  value: null,
  team: null,
});

function teamOf(rule: TeamRule, modelId: string, accountId: string = ACCOUNT): string {
  const names = spendNames({ rules: [rule], readings });
  const row = { accountId, region: 'us-east-1', principalArn: ROLE, tier: null, unit: null };
  return names.teamOf({ ...row, basis: 'invocation-logs' }, parseModelId(modelId));
}

describe('a tag rule', () => {
  test.each<[string, string]>([
    [ARN.profile, 'of-profile'],
    [ARN.provisioned, 'of-capacity'],
    [ARN.custom, 'of-custom'],
    [ARN.deployment, 'of-custom'],
    ['amazon.nova-lite-v1:0', 'of-account'],
  ])('for a call of %s takes the nearest: %s', (modelId, team) => {
    expect(teamOf(tag('team'), modelId)).toBe(team);
  });

  test.each<[string, TagOwner | null, string]>([
    ['unit', null, 'retail'],
    ['unit', 'account', 'retail'],
    ['unit', 'principal', 'unassigned'],
    ['owner', null, 'of-role'],
    ['owner', 'account', 'unassigned'],
    ['team', 'account', 'of-account'],
    ['none', null, 'unassigned'],
  ])('by %s of %s is %s', (key, owner, team) => {
    expect(teamOf(tag(key, owner), ARN.profile)).toBe(team);
  });

  test('an account whose tags could not be read has none', () => {
    expect(teamOf(tag('unit'), 'amazon.nova-lite-v1:0', '444455556666')).toBe('unassigned');
  });
});
