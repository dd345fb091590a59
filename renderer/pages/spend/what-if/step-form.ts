import { whatIfInput } from '../../../../shared/api/spend-schemas.ts';
import type { ModelScope } from '../../../../shared/model/model-id.ts';
import type { ServiceTier } from '../../../../shared/model/usage.ts';
import type { WhatIfStep } from './changes.ts';

/** To what usage is moved. */
export type TargetKind = WhatIfStep['to']['kind'];

type Policy = Extract<WhatIfStep['to'], { kind: 'cache' }>['policy'];
type CommitmentUnit = Extract<WhatIfStep['to'], { kind: 'commitment' }>['commitment']['unit'];

/** What the reader entered for a step; fields of other targets are kept, unused. */
export interface StepForm {
  readonly models: readonly string[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly tiers: readonly string[];
  readonly scopes: readonly string[];
  readonly percent: string;
  readonly kind: TargetKind;
  readonly modelId: string;
  readonly tier: ServiceTier;
  readonly scope: ModelScope;
  readonly policy: Policy['kind'];
  readonly ttl: '5m' | '30m' | '1h';
  readonly readsPerWrite: string;
  readonly unit: CommitmentUnit;
  readonly region: string;
  readonly units: string;
}

/** What is wrong, by field. */
export type StepErrors = Readonly<Partial<Record<keyof StepForm, string>>>;

export type CheckedStep =
  | { readonly ok: true; readonly step: WhatIfStep }
  | { readonly ok: false; readonly errors: StepErrors };

/** A form for a new step. */
export const EMPTY_STEP: StepForm = {
  models: [],
  accounts: [],
  regions: [],
  tiers: [],
  scopes: [],
  percent: '100',
  kind: 'model',
  modelId: '',
  tier: 'batch',
  scope: 'global',
  policy: 'cache-input',
  ttl: '5m',
  readsPerWrite: '4',
  unit: 'provisioned-mu-hours-1-month',
  region: '',
  units: '1',
};

const MESSAGES: StepErrors = {
  models: 'Choose models from the list',
  percent: 'A whole percent from 1 to 100',
  modelId: 'Choose a model',
  readsPerWrite: 'A whole number from 0 to 10,000',
  region: 'A Region code like eu-west-1',
  regions: 'Region codes like eu-west-1',
  units: 'A whole number from 1 to 10,000',
};

/** The form of a step that exists. */
export function formOfStep({ select, percent, to }: WhatIfStep): StepForm {
  const { models = [], accounts = [], regions = [], tiers = [], scopes = [] } = select;
  const form = {
    ...EMPTY_STEP,
    models,
    accounts,
    regions,
    tiers,
    scopes,
    percent: String(percent),
    kind: to.kind,
  };
  switch (to.kind) {
    case 'model':
      return { ...form, modelId: to.modelId };
    case 'tier':
      return { ...form, tier: to.tier };
    case 'scope':
      return { ...form, scope: to.scope };
    case 'cache':
      return { ...form, ...formOfPolicy(to.policy) };
    default: {
      const { unit, modelId, region, units } = to.commitment;
      return { ...form, unit, modelId, region, units: String(units) };
    }
  }
}

function formOfPolicy(policy: Policy): Partial<StepForm> {
  if (policy.kind === 'off') return { policy: 'off' };
  if (policy.kind === 'time-to-live') return { policy: policy.kind, ttl: policy.ttl };
  return { policy: policy.kind, ttl: policy.ttl, readsPerWrite: String(policy.readsPerWrite) };
}

/** Checks a form against the contract. */
export function checkStep(form: StepForm): CheckedStep {
  const change = { select: selectionOf(form), percent: numberOf(form.percent), to: targetOf(form) };
  const parsed = whatIfInput.safeParse({ from: '2026-01-01', to: '2026-02-01', changes: [change] });
  const [step] = parsed.success ? parsed.data.changes : [];
  if (step !== undefined) return { ok: true, step };
  const issues = parsed.success ? [] : parsed.error.issues;
  const fields = issues.map(({ path }) => fieldOf(path)).filter((field) => field !== undefined);
  return { ok: false, errors: Object.fromEntries(fields.map((key) => [key, MESSAGES[key]])) };
}

function selectionOf({ models, accounts, regions, tiers, scopes }: StepForm) {
  return {
    ...(models.length === 0 ? {} : { models }),
    ...(accounts.length === 0 ? {} : { accounts }),
    ...(regions.length === 0 ? {} : { regions }),
    ...(tiers.length === 0 ? {} : { tiers }),
    ...(scopes.length === 0 ? {} : { scopes }),
  };
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function targetOf(form: StepForm) {
  const { kind, modelId, tier, scope, unit, units } = form;
  switch (kind) {
    case 'model':
      return { kind, modelId };
    case 'tier':
      return { kind, tier };
    case 'scope':
      return { kind, scope };
    case 'cache':
      return { kind, policy: policyOf(form) };
    default: {
      const region = form.region.trim();
      return { kind, commitment: { unit, modelId, region, units: numberOf(units) } };
    }
  }
}

function policyOf({ policy, ttl, readsPerWrite }: StepForm) {
  if (policy === 'off') return { kind: policy };
  if (policy === 'time-to-live') return { kind: policy, ttl };
  return { kind: policy, ttl, readsPerWrite: numberOf(readsPerWrite) };
}

/** The field of an issue: the last name on its path that is one. */
function fieldOf(path: readonly PropertyKey[]): keyof StepForm | undefined {
  const fields = Object.keys(MESSAGES) as (keyof StepForm)[];
  const names = [...path].reverse();
  return names.map((name) => fields.find((field) => field === name)).find((field) => field);
}
