import { z } from 'zod';
import { budgetProblems } from '../cost/budgets/budget-problems.ts';
import { sharedRuleProblems } from '../cost/chargeback/spread-pot.ts';
import { teamRuleProblems } from '../cost/teams/team-rule-problems.ts';
import { SHARED_POTS, type SharedCostRule } from '../model/shared-cost.ts';
import type { SpendBudget } from '../model/spend-budget.ts';
import { TAG_OWNERS, type TeamRule } from '../model/team-rules.ts';

/** Settings of the page Spend, as they cross the carrier: shapes here, sense in `shared/cost`. */
const text = z.string().max(2_048);
const team = z.string().max(256);
const keyed = { key: text, value: text.nullable(), team: team.nullable() };

const teamRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('principal'), pattern: text, team }),
  z.strictObject({ by: z.literal('person'), pattern: text, team }),
  z.strictObject({ by: z.literal('profile'), pattern: text, team }),
  z.strictObject({ by: z.literal('project'), pattern: text, team }),
  z.strictObject({ by: z.literal('account'), accountId: text, team }),
  z.strictObject({ by: z.literal('tag'), owner: z.enum(TAG_OWNERS).nullable(), ...keyed }),
  z.strictObject({ by: z.literal('metadata'), ...keyed }),
]) satisfies z.ZodType<TeamRule>;

/** Rules that assign usage to teams, the first that fits decides; a bad one is named by its number. */
export const teamRules = z
  .array(teamRule)
  .max(1_000)
  .superRefine((rules, context) => {
    for (const { rule, problem } of teamRuleProblems(rules)) tell(context, problem, [rule - 1]);
  });

const spread = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('even') }),
  z.strictObject({ kind: z.literal('proportional') }),
  z.strictObject({
    kind: z.literal('fixed'),
    shares: z
      .array(z.strictObject({ team: team.min(1), percent: z.string().max(20) }))
      .min(1)
      .max(1_000),
  }),
  z.strictObject({ kind: z.literal('keep') }),
]);

/** How shared costs are spread over teams, at most one rule for a pot. */
export const sharedCostRules = z
  .array(z.strictObject({ pot: z.enum(SHARED_POTS), spread }) satisfies z.ZodType<SharedCostRule>)
  .superRefine((rules, context) => {
    for (const problem of sharedRuleProblems(rules)) tell(context, problem);
  });

/** What a budget counts. */
export const budgetScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('account'), accountId: text }),
  z.strictObject({ kind: z.literal('team'), team: team.min(1) }),
  z.strictObject({ kind: z.literal('model'), modelId: text.min(1) }),
]);

const spendBudget = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(100),
  scope: budgetScope,
  monthlyUsd: z.string().max(30),
  thresholds: z
    .array(z.strictObject({ percent: z.number(), on: z.enum(['actual', 'forecast']) }))
    .max(20),
}) satisfies z.ZodType<SpendBudget>;

/** Budgets of the workspace; each problem names its budget. */
export const spendBudgets = z
  .array(spendBudget)
  .max(200)
  .superRefine((budgets, context) => {
    for (const problem of budgetProblems(budgets)) tell(context, problem);
  });

/** `sentence` says that a message, without its full stop, stands by itself without the member's path. */
function tell(context: z.RefinementCtx, problem: string, path: number[] = []): void {
  const message = problem.replace(/\.$/, '');
  context.addIssue({ code: 'custom', message, path, params: { sentence: true } });
}
