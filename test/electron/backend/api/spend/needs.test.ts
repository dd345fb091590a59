import { expect, test } from 'vitest';
import { needsOf, wantedBy } from '../../../../../electron/backend/api/spend/needs.ts';
import type { Grouping } from '../../../../../shared/cost/grouping.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';

const BASE = needsOf([], []).dimensions;

test.each<[readonly Grouping[], readonly TeamRule[], readonly string[], readonly string[]]>([
  [['model', 'provider', 'scope', 'unit', 'profile'], [], [], []],
  [['destination-region'], [], ['inference-region'], []],
  [['person'], [], ['principal', 'session', 'project'], []],
  [['agent'], [], ['principal', 'project'], []],
  [['tag:team'], [], ['principal', 'project'], []],
  [['metadata:app'], [], ['metadata'], ['app']],
  [['team'], [], [], []],
  [['team'], [{ by: 'account', accountId: '111122223333', team: 'a' }], [], []],
  [['team'], [{ by: 'person', pattern: '*', team: 'a' }], ['principal', 'session', 'project'], []],
  [['team'], [{ by: 'project', pattern: '*', team: 'a' }], ['project'], []],
  [['team'], [{ by: 'metadata', key: 'app', value: null, team: null }], ['metadata'], ['app']],
  [['model'], [{ by: 'metadata', key: 'app', value: null, team: null }], [], []],
])('%j needs what it is told by, and no more', (groupings, rules, added, metadataKeys) => {
  const needs = needsOf(groupings, rules);
  expect(needs.dimensions.filter((one) => !BASE.includes(one))).toEqual(added);
  expect(needs.metadataKeys).toEqual(metadataKeys);
});

test('groupings and rules may look at any number of keys of request metadata', () => {
  const by = (key: string): TeamRule => ({ by: 'metadata', key, value: null, team: null });
  const needs = needsOf(['metadata:app', 'team'], [by('team'), by('cost-center'), by('app')]);
  expect(needs.metadataKeys).toEqual(['app', 'cost-center', 'team']);
});

test('an empty list of a filter wants nothing', () => {
  expect(wantedBy({ teams: [], tag: { key: 'team', values: ['data'] } })).toEqual([
    { grouping: 'tag:team', values: ['data'] },
  ]);
});
