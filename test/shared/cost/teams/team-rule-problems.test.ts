import { expect, test } from 'vitest';
import { teamRuleProblems } from '../../../../shared/cost/teams/team-rule-problems.ts';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';

const keyed = { by: 'tag', owner: null, key: 'team', value: null, team: null } as const;

test.each<[TeamRule, string | null]>([
  [{ by: 'principal', pattern: 'arn:aws:iam::*:role/app', team: 'a' }, null],
  [{ by: 'principal', pattern: 'arn:*', team: 'a' }, null],
  [{ by: 'principal', pattern: 'team.*', team: 'a' }, null],
  [{ by: 'principal', pattern: '', team: 'a' }, 'the pattern is empty'],
  [{ by: 'principal', pattern: 'arn:aws:iam:role/app', team: 'a' }, 'is not a whole ARN'],
  [{ by: 'principal', pattern: '(a|b)', team: 'a' }, "has '('"],
  [{ by: 'principal', pattern: 'a'.repeat(2_049), team: 'a' }, 'longer than 2048'],
  [{ by: 'person', pattern: ' ', team: 'a' }, 'the pattern is empty'],
  [{ by: 'account', accountId: '1234', team: 'a' }, '12 digits'],
  [{ by: 'account', accountId: '111122223333', team: '' }, 'the team is empty'],
  [{ by: 'account', accountId: '111122223333', team: ' a' }, 'begins or ends with a space'],
  [{ by: 'account', accountId: '111122223333', team: 'Unassigned' }, 'choose another name'],
  [{ by: 'account', accountId: '111122223333', team: 'a'.repeat(257) }, 'longer than 256'],
  [keyed, null],
  [{ ...keyed, key: '' }, 'the key is empty'],
  [{ ...keyed, value: '' }, 'the pattern is empty'],
  [{ by: 'metadata', key: 'a', value: '[x]', team: null }, null],
  [{ by: 'metadata', key: 'Kürzel', value: null, team: null }, 'no request metadata has the key'],
  [{ ...keyed, key: 'Kürzel' }, null],
])('%j: %s', (rule, problem) => {
  const found = teamRuleProblems([keyed, rule]);
  if (problem === null) expect(found).toEqual([]);
  else {
    expect(found[0]?.rule).toBe(2);
    expect(found[0]?.problem).toMatch(/^Team rule 2 \(by \w+\): .*\.$/);
    expect(found[0]?.problem).toContain(problem);
  }
});
