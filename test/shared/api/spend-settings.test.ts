import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { sharedCostRules, spendBudgets, teamRules } from '../../../shared/api/spend-settings.ts';
import type { SharedCostRule } from '../../../shared/model/shared-cost.ts';
import type { SpendBudget } from '../../../shared/model/spend-budget.ts';
import type { TeamRule } from '../../../shared/model/team-rules.ts';

const RULES: readonly TeamRule[] = [
  { by: 'principal', pattern: 'batch-*', team: 'data' },
  { by: 'person', pattern: '*@example.com', team: 'people' },
  { by: 'profile', pattern: 'storefront-*', team: 'shop' },
  { by: 'project', pattern: 'proj_*', team: 'lab' },
  { by: 'account', accountId: '111122223333', team: 'core' },
  { by: 'tag', owner: 'principal', key: 'team', value: null, team: null },
  { by: 'metadata', key: 'app', value: 'etl', team: 'data' },
];
const SHARED: readonly SharedCostRule[] = [
  { pot: 'tax', spread: { kind: 'proportional' } },
  { pot: 'support', spread: { kind: 'even' } },
  { pot: 'non-token', spread: { kind: 'keep' } },
  { pot: 'unassigned', spread: { kind: 'fixed', shares: [{ team: 'core', percent: '100' }] } },
];
const BUDGETS: readonly SpendBudget[] = [
  {
    id: 'b1',
    name: 'All',
    scope: { kind: 'workspace' },
    monthlyUsd: '4000',
    thresholds: [{ percent: 80, on: 'actual' }],
  },
  {
    id: 'b2',
    name: 'Data',
    scope: { kind: 'team', team: 'data' },
    monthlyUsd: '9.5',
    thresholds: [],
  },
];

function messages(schema: z.ZodType, value: unknown): string {
  const answer = schema.safeParse(value);
  return answer.success ? '' : answer.error.issues.map(({ message }) => message).join(' ');
}

describe('settings of Spend', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['team rules of each kind', teamRules, RULES],
    ['shared cost of each spread', sharedCostRules, SHARED],
    ['budgets', spendBudgets, BUDGETS],
    ['none', teamRules, []],
  ])('%s come back as they went', (_, schema, value) => {
    expect(schema.parse(value)).toEqual(value);
  });

  test.each<[string, z.ZodType, unknown, string]>([
    [
      'a bad pattern, by its number',
      teamRules,
      [...RULES, { by: 'principal', pattern: '^x$', team: 'a' }],
      "Team rule 8 (by principal): '^x$' has '^'",
    ],
    ['a rule of no kind', teamRules, [{ by: 'magic', pattern: '*', team: 'a' }], 'Invalid'],
    ['a member too many', teamRules, [{ ...RULES[0], note: 'x' }], 'Unrecognized'],
    [
      'shares that are not 100 %',
      sharedCostRules,
      [{ pot: 'tax', spread: { kind: 'fixed', shares: [{ team: 'a', percent: '99' }] } }],
      'add up to 99 %',
    ],
    ['two rules for a pot', sharedCostRules, [SHARED[0], SHARED[0]], 'two rules'],
    [
      'a budget of nothing',
      spendBudgets,
      [{ ...BUDGETS[0], monthlyUsd: '0' }],
      "Budget 'All': the amount '0'",
    ],
    ['budgets of one name', spendBudgets, [BUDGETS[0], { ...BUDGETS[0], id: 'x' }], "called 'All'"],
  ])('%s is refused', (_, schema, value, message) => {
    expect(messages(schema, value)).toContain(message);
  });
});
