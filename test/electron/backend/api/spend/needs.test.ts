import { expect, test } from 'vitest';
import { needsOf, wantedBy } from '../../../../../electron/backend/api/spend/needs.ts';
import type { Grouping } from '../../../../../shared/cost/grouping.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';

const BASE = needsOf([], []).dimensions;

test.each<[readonly Grouping[], readonly TeamRule[], readonly string[], string | null]>([
  [['model', 'provider', 'scope', 'unit', 'profile'], [], [], null],
  [['destination-region'], [], ['inference-region'], null],
  [['person'], [], ['principal', 'session', 'project'], null],
  [['agent'], [], ['principal', 'project'], null],
  [['tag:team'], [], ['principal', 'project'], null],
  [['metadata:app'], [], ['metadata'], 'app'],
  [['team'], [], [], null],
  [['team'], [{ by: 'account', accountId: '111122223333', team: 'a' }], [], null],
  [
    ['team'],
    [{ by: 'person', pattern: '*', team: 'a' }],
    ['principal', 'session', 'project'],
    null,
  ],
  [['team'], [{ by: 'project', pattern: '*', team: 'a' }], ['project'], null],
  [['team'], [{ by: 'metadata', key: 'app', value: null, team: null }], ['metadata'], 'app'],
  [['model'], [{ by: 'metadata', key: 'app', value: null, team: null }], [], null],
])('%j needs what it is told by, and no more', (groupings, rules, added, metadataKey) => {
  const needs = needsOf(groupings, rules);
  expect(needs.dimensions.filter((one) => !BASE.includes(one))).toEqual(added);
  expect(needs.metadataKey).toBe(metadataKey);
});

test('two keys of request metadata at once are refused with a sentence', () => {
  const rule: TeamRule = { by: 'metadata', key: 'team', value: null, team: null };
  expect(() => needsOf(['metadata:app', 'team'], [rule])).toThrow(/not app and team/);
});

test('an empty list of a filter wants nothing', () => {
  expect(wantedBy({ teams: [], tag: { key: 'team', values: ['data'] } })).toEqual([
    { grouping: 'tag:team', values: ['data'] },
  ]);
});
