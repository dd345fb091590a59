import { budgetProblems } from '../../../../shared/cost/budgets/budget-problems.ts';
import type {
  BudgetScope,
  SpendBudget,
  ThresholdBasis,
} from '../../../../shared/model/spend-budget.ts';

/** A threshold as it is typed. */
export interface TypedThreshold {
  readonly percent: string;
  readonly on: ThresholdBasis;
}

/** What the reader entered for a budget. */
export interface BudgetForm {
  readonly id: string;
  readonly name: string;
  readonly kind: BudgetScope['kind'];
  /** Account id, team or base model id; not used for the workspace. */
  readonly of: string;
  readonly monthlyUsd: string;
  readonly thresholds: readonly TypedThreshold[];
}

/** The budget that a form means, or what is wrong with it in whole sentences. */
export type CheckedBudget =
  | { readonly ok: true; readonly budget: SpendBudget }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A form for a new budget, with the thresholds that most people want. */
export function emptyBudget(id: string): BudgetForm {
  return {
    id,
    name: '',
    kind: 'workspace',
    of: '',
    monthlyUsd: '',
    thresholds: [
      { percent: '80', on: 'actual' },
      { percent: '100', on: 'actual' },
      { percent: '100', on: 'forecast' },
    ],
  };
}

/** The form of a budget that exists. */
export function formOfBudget({ id, name, scope, monthlyUsd, thresholds }: SpendBudget): BudgetForm {
  const typed = thresholds.map(({ percent, on }) => ({ percent: String(percent), on }));
  return { id, name, kind: scope.kind, of: subjectOf(scope), monthlyUsd, thresholds: typed };
}

/** What a budget counts, as it is typed; empty for the workspace. */
export function subjectOf(scope: BudgetScope): string {
  if (scope.kind === 'account') return scope.accountId;
  if (scope.kind === 'team') return scope.team;
  return scope.kind === 'model' ? scope.modelId : '';
}

/** Checks a form beside the other budgets, whose names it must not have. */
export function checkBudget(form: BudgetForm, others: readonly SpendBudget[]): CheckedBudget {
  const budget: SpendBudget = {
    id: form.id,
    name: form.name.trim(),
    scope: scopeOf(form),
    monthlyUsd: form.monthlyUsd.trim(),
    thresholds: form.thresholds.map(({ percent, on }) => ({ percent: wholePercent(percent), on })),
  };
  const known = new Set(budgetProblems(others));
  const found = budgetProblems([...others, budget]).filter((problem) => !known.has(problem));
  const problems = [...missing(form), ...found];
  return problems.length === 0 ? { ok: true, budget } : { ok: false, problems };
}

function wholePercent(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function missing({ kind, of }: BudgetForm): readonly string[] {
  if (of.trim() !== '') return [];
  if (kind === 'team') return ['Choose the team that the budget counts.'];
  return kind === 'model' ? ['Choose the model that the budget counts.'] : [];
}

function scopeOf({ kind, of }: BudgetForm): BudgetScope {
  const subject = of.trim();
  if (kind === 'account') return { kind, accountId: subject };
  if (kind === 'team') return { kind, team: subject };
  return kind === 'model' ? { kind, modelId: subject } : { kind };
}
