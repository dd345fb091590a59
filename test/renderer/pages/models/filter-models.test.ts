import { expect, test } from 'vitest';
import { readFilters } from '../../../../renderer/filters.ts';
import { filterModels, filterProfiles } from '../../../../renderer/pages/models/filter-models.ts';
import { modelFilters } from '../../../../renderer/pages/models/model-filters.ts';
import { samePlaces } from '../../../../renderer/pages/models/same-places.ts';
import { approvalIn } from '../../../../renderer/pages/models/use-approval.ts';
import type { ModelPlace, ProfileRow } from '../../../../shared/api/answers.ts';
import { buildModel, lifecycle, use } from './build-model.ts';

const models = [
  buildModel({ modelId: 'a', provider: 'Amazon', approved: false }),
  buildModel({ modelId: 'b', lifecycle: lifecycle(12, 'LEGACY'), regions: ['us-east-1'] }),
  buildModel({ modelId: 'c', use: use(0) }),
  buildModel({ modelId: 'd', use: use(3, 'arn:aws:iam::1:role/Batch-ETL') }),
];

test.each([
  ['', 'a b c d'],
  ['?provider=Amazon', 'a'],
  ['?lifecycle=ending&lifecycle=ended', 'b'],
  ['?approved=not+approved', 'a'],
  ['?use=not+called', 'c'],
  ['?region=us-east-1', 'b'],
  ['?text=batch-etl', 'd'],
  ['?use=called&region=eu-west-1', 'a d'],
  ['?provider=Nobody', ''],
])('models of the address %s', (search, ids) => {
  const kept = filterModels(models, readFilters(modelFilters, search));
  expect(kept.map(({ modelId }) => modelId).join(' ')).toBe(ids);
});

const profile = (change: Partial<ProfileRow>): ProfileRow => ({
  profileId: 'eu.acme.model-1',
  name: 'EU Model 1',
  type: 'SYSTEM_DEFINED',
  status: 'ACTIVE',
  modelId: 'acme.model-1',
  modelLabel: 'Model 1',
  scope: 'geographic',
  geography: 'eu',
  sourceRegions: ['eu-west-1'],
  accountIds: ['1', '2'],
  destinationRegions: ['eu-west-1', 'eu-north-1'],
  calls: 0,
  evidence: {
    accountId: '1',
    region: 'eu-west-1',
    readAt: '2026-11-20T12:00:00Z',
    item: {
      profileId: 'eu.acme.model-1',
      profileArn: 'arn:aws:bedrock:eu-west-1:1:inference-profile/eu.acme.model-1',
      profileName: 'EU Model 1',
      description: null,
      type: 'SYSTEM_DEFINED',
      status: 'ACTIVE',
      modelArns: [],
      createdAt: null,
      updatedAt: null,
      tags: { read: true, value: [{ key: 'team', value: 'Checkout' }] },
    },
  },
  ...change,
});

test.each([
  ['', 2],
  ['?kind=Application', 1],
  ['?scope=geographic', 1],
  ['?account=2', 1],
  ['?region=eu-north-1', 1],
  ['?text=team%3Dcheckout', 2],
])('profiles of the address %s', (search, count) => {
  const profiles = [
    profile({}),
    profile({
      type: 'APPLICATION',
      scope: 'in-region',
      accountIds: ['1'],
      destinationRegions: ['eu-west-1'],
    }),
  ];
  expect(filterProfiles(profiles, readFilters(modelFilters, search))).toHaveLength(count);
});

test('approval marks a model in any spelling, and takes the mark away', () => {
  const arn = 'arn:aws:bedrock:us-east-1:1:custom-model/amazon.nova-lite-v1:0:300k/abc';
  const rows = [
    { modelId: 'anthropic.claude-opus-5-5', approved: false },
    { modelId: 'amazon.nova-lite-v1:0', approved: true },
    { modelId: arn, approved: false },
  ];
  const approves = approvalIn(['us.anthropic.claude-opus-5-5', 'abc']);
  expect(rows.map((row) => approves(row).approved)).toEqual([true, false, true]);
});

test('places that answered the same are told once', () => {
  const place = (accountId: string, region: string, name: string): ModelPlace => ({
    accountId,
    region,
    readAt: `2026-11-20T12:00:0${accountId}Z`,
    dataset: 'foundation-models',
    item: { arn: `arn:aws:bedrock:${region}::foundation-model/x`, name },
  });
  const groups = samePlaces([
    place('1', 'eu-west-1', 'x'),
    place('2', 'eu-west-1', 'x'),
    place('1', 'us-east-1', 'x'),
    place('2', 'us-east-1', 'x'),
    place('2', 'us-west-2', 'other'),
  ]);
  expect(groups.map(({ where }) => where)).toEqual([
    'the same in 4 places: 2 accounts, eu-west-1, us-east-1',
    '2 us-west-2',
  ]);
  expect(groups[0]?.readAt).toBe('2026-11-20T12:00:02Z');
});
