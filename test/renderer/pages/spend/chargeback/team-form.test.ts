import { describe, expect, test } from 'vitest';
import {
  formOfShared,
  rulesOfShared,
  sharedProblems,
  spreadWords,
} from '../../../../../renderer/pages/spend/chargeback/shared-form.ts';
import {
  checkTeamRule,
  EMPTY_TEAM_FORM,
  formOfRule,
  ruleWords,
  type TeamForm,
  teamWords,
} from '../../../../../renderer/pages/spend/chargeback/team-form.ts';
import type { SharedCostRule } from '../../../../../shared/model/shared-cost.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';

const RULES: readonly (readonly [TeamRule, string, string])[] = [
  [{ by: 'principal', pattern: 'search-*', team: 'search' }, 'principal search-*', 'search'],
  [
    { by: 'person', pattern: '*@data.example.com', team: 'data' },
    'person behind the role *@data.example.com',
    'data',
  ],
  [{ by: 'profile', pattern: 'shop', team: 'shop' }, 'application inference profile shop', 'shop'],
  [{ by: 'project', pattern: 'p', team: 'p' }, 'mantle project p', 'p'],
  [{ by: 'account', accountId: '111122223333', team: 'a' }, 'account 111122223333', 'a'],
  [
    { by: 'tag', owner: null, key: 'team', value: null, team: null },
    'tag team, any value',
    'named by the value',
  ],
  [
    { by: 'tag', owner: 'profile', key: 'cc', value: '42*', team: 'data' },
    'tag cc = 42* of the application profile',
    'data',
  ],
  [
    { by: 'metadata', key: 'team', value: null, team: null },
    'request metadata team, any value',
    'named by the value',
  ],
];

describe('team rules', () => {
  test.each(RULES)('the form shows and keeps a rule: %#', (rule) => {
    expect(checkTeamRule(formOfRule(rule))).toEqual({ ok: true, rule });
  });

  test.each(RULES)('in words: %#', (rule, words, team) => {
    expect([ruleWords(rule), teamWords(rule)]).toEqual([words, team]);
  });

  test.each([
    ['nothing', {}, 'The team is empty: write its name. The pattern is empty'],
    ['a tag without key', { by: 'tag' as const }, 'The key is empty'],
    [
      'a wrong account',
      { by: 'account' as const, pattern: '1', team: 'a' },
      "'1' is not an account",
    ],
    ['the name of no team', { pattern: '*', team: 'Unassigned' }, 'choose another name'],
  ] satisfies readonly (readonly [string, Partial<TeamForm>, string])[])(
    '%s is told without a number',
    (_, patch, words) => {
      const checked = checkTeamRule({ ...EMPTY_TEAM_FORM, ...patch });
      expect(checked.ok ? '' : checked.problems.join(' ')).toContain(words);
      expect(checked.ok ? '' : checked.problems.join(' ')).not.toContain('Team rule');
    },
  );
});

const SHARED: readonly SharedCostRule[] = [
  { pot: 'unassigned', spread: { kind: 'proportional' } },
  {
    pot: 'tax',
    spread: {
      kind: 'fixed',
      shares: [
        { team: 'data', percent: '60' },
        { team: 'search', percent: '40' },
      ],
    },
  },
];

describe('shared costs', () => {
  test('the form has every pot and keeps its rules', () => {
    expect(formOfShared(SHARED).map(({ pot, kind }) => `${pot} ${kind}`)).toEqual([
      'unassigned proportional',
      'non-token keep',
      'unpriced keep',
      'support keep',
      'tax fixed',
      'credit keep',
    ]);
    expect(rulesOfShared(formOfShared(SHARED))).toEqual(SHARED);
  });

  test('shares must be exactly 100 %', () => {
    expect(sharedProblems(formOfShared(SHARED))).toEqual([]);
    const short = formOfShared(SHARED).map((each) => ({ ...each, shares: each.shares.slice(1) }));
    expect(sharedProblems(short).join(' ')).toContain('must be exactly 100 %');
  });

  test('shares of a pot that is spread otherwise are not checked and not kept', () => {
    const even = formOfShared(SHARED).map((each) => ({
      ...each,
      kind: 'even' as const,
      shares: [{ team: 'x', percent: 'much' }],
    }));
    expect(sharedProblems(even)).toEqual([]);
    expect(rulesOfShared(even).map(({ spread }) => spread)).toEqual(
      Array.from({ length: even.length }, () => ({ kind: 'even' })),
    );
  });

  test('in words', () => {
    expect(spreadWords(SHARED, 'tax')).toBe('by fixed shares: data 60 %, search 40 %');
    expect(spreadWords(SHARED, 'support')).toBe('not spread: a line of its own');
  });
});
