import { describe, expect, test } from 'vitest';
import { createTeamAssigner } from '../../../../shared/cost/teams/team-assigner.ts';
import type { UsageAttributes } from '../../../../shared/cost/teams/usage-attributes.ts';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import { attributes } from './builders.ts';

const PROFILE = {
  id: 'arn:aws:bedrock:us-east-1:222233334444:application-inference-profile/ab12cd34ef56',
  name: 'storefront-checkout',
};
const TAGS = [
  { owner: 'principal', tags: { team: 'data', 'cost-center': 'cc-1' } },
  { owner: 'profile', tags: { team: 'storefront', empty: ' ' } },
] as const;

function decide(rules: readonly TeamRule[], over: Partial<UsageAttributes> = {}) {
  return createTeamAssigner(rules).teamOf(attributes(over));
}

const principal = (pattern: string): TeamRule => ({ by: 'principal', pattern, team: 'x' });
const tag = (over: Partial<Extract<TeamRule, { by: 'tag' }>>): TeamRule => ({
  by: 'tag',
  owner: null,
  key: 'team',
  value: null,
  team: null,
  ...over,
});

describe('one rule', () => {
  test.each<[string, TeamRule, Partial<UsageAttributes>, string | null]>([
    ['bare name', principal('batch-*'), {}, 'principal batch-etl'],
    ['ARN with path', principal('arn:aws:iam::*:role/jobs/*'), {}, 'ARN'],
    ['ARN without path', principal('arn:aws:iam::222233334444:role/batch-etl'), {}, 'ARN'],
    ['another name', principal('batch'), {}, null],
    ['no principal known', principal('*'), { principalArn: null }, null],
    [
      'a session counts as its role',
      principal('app'),
      { principalArn: 'arn:aws:sts::222233334444:assumed-role/app/i-0abc' },
      'principal app',
    ],
    [
      'a session name is no principal',
      principal('i-0abc'),
      { principalArn: 'arn:aws:sts::222233334444:assumed-role/app/i-0abc' },
      null,
    ],
    [
      'person',
      { by: 'person', pattern: '*@data.example.com', team: 'x' },
      { person: 'ines@data.example.com' },
      'person ines@data.example.com',
    ],
    ['nobody known', { by: 'person', pattern: '*', team: 'x' }, {}, null],
    [
      'profile name',
      { by: 'profile', pattern: 'storefront-*', team: 'x' },
      { profile: PROFILE },
      'application profile storefront-checkout',
    ],
    [
      'profile id',
      { by: 'profile', pattern: 'ab12cd34ef56', team: 'x' },
      { profile: { ...PROFILE, name: null } },
      'application profile ab12cd34ef56',
    ],
    ['no profile', { by: 'profile', pattern: '*', team: 'x' }, {}, null],
    [
      'project',
      { by: 'project', pattern: 'proj_1', team: 'x' },
      { project: { id: 'proj_1', name: null } },
      'project proj_1',
    ],
    [
      'account',
      { by: 'account', accountId: '222233334444', team: 'x' },
      {},
      'account 222233334444',
    ],
    ['another account', { by: 'account', accountId: '111122223333', team: 'x' }, {}, null],
    [
      'metadata',
      { by: 'metadata', key: 'app', value: 'etl*', team: 'x' },
      { requestMetadata: { app: 'etl-2' } },
      'request metadata app=etl-2',
    ],
    [
      'metadata of another value',
      { by: 'metadata', key: 'app', value: 'etl', team: 'x' },
      { requestMetadata: { app: 'etl-2' } },
      null,
    ],
    [
      'a key that objects inherit',
      { by: 'metadata', key: 'constructor', value: null, team: 'x' },
      {},
      null,
    ],
    [
      'tag with value',
      tag({ value: 'data', team: 'x' }),
      { tags: TAGS },
      'tag team=data of the principal',
    ],
    ['tag that is empty', tag({ key: 'empty', team: 'x' }), { tags: TAGS }, null],
  ])('%s', (_, rule, over, because) => {
    const decision = decide([rule], over);
    if (because === null) expect(decision).toEqual({ team: 'unassigned', rule: null, because });
    else {
      expect(decision).toMatchObject({ team: 'x', rule: 1 });
      expect(decision.because).toContain(
        because === 'ARN' ? 'arn:aws:iam::222233334444:role/' : because,
      );
    }
  });
});

describe('teams named by a value', () => {
  test('the tag nearest to the call names the team', () => {
    expect(decide([tag({})], { tags: TAGS })).toEqual({
      team: 'storefront',
      rule: 1,
      because: 'tag team=storefront of the profile',
    });
  });

  test('a rule may ask for one owner', () => {
    expect(decide([tag({ owner: 'principal' })], { tags: TAGS }).team).toBe('data');
  });

  test('a value that says unassigned names no team', () => {
    const tags = [{ owner: 'account', tags: { team: 'unassigned' } }] as const;
    expect(decide([tag({})], { tags })).toEqual({ team: 'unassigned', rule: null, because: null });
  });
});

describe('many rules', () => {
  test('the first that fits decides, whatever comes after', () => {
    const rules: readonly TeamRule[] = [
      { by: 'account', accountId: '111122223333', team: 'a' },
      { by: 'principal', pattern: 'batch-*', team: 'b' },
      { by: 'account', accountId: '222233334444', team: 'c' },
    ];
    expect(decide(rules)).toMatchObject({ team: 'b', rule: 2 });
    expect(decide([...rules].reverse())).toMatchObject({ team: 'c', rule: 1 });
  });

  test('a rule that cannot be used is named before anything is assigned', () => {
    expect(() => createTeamAssigner([principal('ok'), principal('^batch')])).toThrow(
      "Team rule 2 (by principal): '^batch' has '^'",
    );
  });
});
