import type { z } from 'zod';
import type { UsageQuote } from '../cost/quote-usage.ts';
import type { Table } from '../reports/table.ts';
import type * as access from './access-answers.ts';
import * as accessInputs from './access-schemas.ts';
import type * as answers from './answers.ts';
import type { SpendOtherCosts, SpendReconciliation } from './reconcile-answers.ts';
import * as reconcile from './reconcile-schemas.ts';
import type { Result } from './result.ts';
import * as schemas from './schemas.ts';
import * as spend from './spend-schemas.ts';

/** Every method of the contract with the schema of its one JSON argument: the allow-list. */
export const inputs = {
  'workspace.get': schemas.nothing,
  'workspace.list': schemas.nothing,
  'workspace.open': schemas.workspaceInput,
  'workspace.open-demo': schemas.nothing,
  'profiles.list': schemas.nothing,
  'connection.test': schemas.connectionInput,
  'connection.add': schemas.connectionInput,
  'connection.remove': schemas.connectionRef,
  'settings.get': schemas.nothing,
  'settings.update': schemas.settingsPatch,
  'policy.get': schemas.policyInput,
  'policy.missing': schemas.missingPolicyInput,
  'scan.start': schemas.scanInput,
  'import.start': schemas.importInput,
  'job.current': schemas.nothing,
  'job.cancel': schemas.jobRef,
  'job.answer': schemas.jobAnswer,
  'coverage.summary': schemas.nothing,
  'coverage.list': schemas.coverageInput,
  'files.list': schemas.filesInput,
  'inventory.list': schemas.inventoryInput,
  'watching.get': schemas.nothing,
  'polling.get': schemas.nothing,
  'models.list': schemas.nothing,
  'models.inventory': schemas.nothing,
  'models.profiles': schemas.nothing,
  'models.detail': schemas.modelRef,
  'prices.list': schemas.pricesInput,
  'prices.quote': schemas.quoteInput,
  'prices.conflicts': schemas.nothing,
  'spend.get': spend.spendInput,
  'spend.calls': spend.callsInput,
  'spend.forecast': spend.forecastInput,
  'spend.anomalies': spend.usageInput,
  'spend.budgets': spend.budgetsInput,
  'spend.cache': spend.usageInput,
  'spend.capacity': spend.capacityInput,
  'spend.what-if': spend.whatIfInput,
  'spend.chargeback': spend.chargebackInput,
  'spend.keys': spend.keysInput,
  'month.close': spend.monthNote,
  'month.reopen': spend.monthNote,
  'spend.reconcile': reconcile.reconcileInput,
  'spend.other-costs': reconcile.otherCostsInput,
  'access.matrix': accessInputs.matrixInput,
  'access.who-can': accessInputs.whoCanInput,
  'access.what-can': accessInputs.whatCanInput,
  'access.explain': accessInputs.explainInput,
  'access.preflight': accessInputs.preflightInput,
  'access.policies': accessInputs.principalRef,
  'access.keys': schemas.nothing,
  'access.unused': accessInputs.unusedInput,
  'access.least-privilege': accessInputs.leastPrivilegeInput,
  'access.lint': accessInputs.lintInput,
  'access.lint-found': accessInputs.lintFoundInput,
  'access.policies-found': accessInputs.policiesFoundInput,
  'access.change': accessInputs.changeInput,
  'principals.list': schemas.principalsInput,
  'events.list': schemas.eventsInput,
  'events.timeline': schemas.timelineInput,
  'events.facets': schemas.timelineInput,
  'events.record': schemas.recordInput,
  'findings.list': schemas.nothing,
  'prompt.estimate': schemas.promptInput,
  'prompt.run': schemas.promptInput,
  'prompt.cancel': schemas.runRef,
  'report.build': schemas.reportInput,
  'query.run': schemas.queryInput,
} as const;

export type Method = keyof typeof inputs;
export type Input<M extends Method> = z.infer<(typeof inputs)[M]>;

/** What each method answers when it succeeds. */
export interface Answers {
  'workspace.get': answers.WorkspaceInfo;
  'workspace.list': readonly answers.WorkspaceRef[];
  'workspace.open': answers.WorkspaceInfo;
  'workspace.open-demo': answers.WorkspaceInfo;
  'profiles.list': readonly answers.Profile[];
  'connection.test': answers.Identity;
  'connection.add': answers.Connection;
  'connection.remove': null;
  'settings.get': answers.Settings;
  'settings.update': answers.Settings;
  'policy.get': answers.WorkspacePolicy;
  'policy.missing': answers.MissingPolicy;
  'scan.start': answers.Job;
  'import.start': answers.Job;
  'job.current': answers.Job | null;
  'job.cancel': null;
  'job.answer': null;
  'coverage.summary': answers.CoverageSummary;
  'coverage.list': answers.Page<answers.CoverageRow>;
  'files.list': answers.Page<answers.FileOutcome>;
  'inventory.list': answers.InventoryAnswer;
  'watching.get': answers.WatchingAnswer;
  'polling.get': answers.PollingAnswer;
  'models.list': readonly answers.ModelInfo[];
  'models.inventory': answers.ModelsInventory;
  'models.profiles': answers.ProfilesAnswer;
  'models.detail': answers.ModelDetail;
  'prices.list': readonly answers.PriceUsed[];
  /** One quote for each row, in their order. */
  'prices.quote': readonly UsageQuote[];
  'prices.conflicts': readonly answers.ModelPriceConflict[];
  'spend.get': answers.SpendAnswer;
  'spend.calls': answers.Page<answers.SpendCall>;
  'spend.forecast': answers.SpendForecast;
  'spend.anomalies': answers.SpendAnomalies;
  'spend.budgets': answers.SpendBudgets;
  'spend.cache': answers.SpendCache;
  'spend.capacity': answers.SpendCapacity;
  'spend.what-if': answers.SpendWhatIf;
  'spend.chargeback': answers.SpendChargeback;
  'spend.keys': answers.SpendKeys;
  'month.close': answers.MonthClose;
  'month.reopen': answers.ReopenedMonth;
  /** Bill against estimate, with one page of lines. */
  'spend.reconcile': SpendReconciliation;
  'spend.other-costs': SpendOtherCosts;
  'access.matrix': access.AccessMatrix;
  'access.who-can': access.WhoCanAnswer;
  'access.what-can': access.WhatCanAnswer;
  'access.explain': access.AccessExplanation;
  'access.preflight': access.PreflightAnswer;
  'access.policies': readonly access.PolicyText[];
  'access.keys': access.ApiKeysAnswer;
  'access.unused': access.UnusedAnswer;
  'access.least-privilege': access.LeastPrivilegeAnswer;
  'access.lint': access.LintAnswer;
  'access.lint-found': answers.Page<access.LintFoundRow>;
  'access.policies-found': answers.Page<access.PolicyFoundRow>;
  'access.change': access.ChangeAnswer;
  'principals.list': answers.Page<answers.PrincipalUsage>;
  'events.list': answers.Page<answers.EventRow>;
  'events.timeline': readonly answers.TimelineBucket[];
  'events.facets': answers.EventFacets;
  'events.record': answers.RawRecord;
  'findings.list': answers.FindingsAnswer;
  'prompt.estimate': answers.PromptEstimate;
  'prompt.run': { readonly runId: string };
  'prompt.cancel': null;
  /** The report's table: `shared/reports` writes it as text, CSV or JSON. */
  'report.build': Table;
  'query.run': answers.QueryAnswer;
}

/** The backend's side of the contract. */
export type Api = { readonly [M in Method]: (input: Input<M>) => Promise<Answers[M]> };

/** The caller's side: the same methods, answering results. */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Result<Answers[M]>>;

/** What a carrier transports: a method name and one JSON value there, a result back. */
export type Send = (method: string, input: unknown) => Promise<Result<unknown>>;
