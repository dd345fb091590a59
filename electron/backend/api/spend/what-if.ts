import type { SpendWhatIf } from '../../../../shared/api/answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { type Estimate, estimateUsage } from '../../../../shared/cost/estimate.ts';
import { caveatsOf } from '../../../../shared/cost/prices-used.ts';
import { groupBy } from '../../../../shared/cost/statistics/group-by.ts';
import { whatIf } from '../../../../shared/cost/what-if/what-if.ts';
import type {
  Approvals,
  Commitment,
  NotCompared,
  WhatIfChange,
  WhatIfRow,
} from '../../../../shared/cost/what-if/what-if-answer.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { addDays, daysBetween, type Period } from '../../../../shared/model/period.ts';
import type { ContextLength, UsageRow } from '../../../../shared/model/usage.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { longContextModels, pricedContext } from '../../../../shared/prices/long-context.ts';
import type { PriceBook } from '../../../../shared/prices/price-book.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings } from '../inventory-api.ts';
import { destinations } from './destinations.ts';
import { spendBase } from './spend-base.ts';

type Change = Input<'spend.what-if'>['changes'][number];

/** What the usage of a period would have cost after changes, and which approvals it would lack. */
export async function spendWhatIf(
  context: ApiContext,
  { from, to, changes }: Input<'spend.what-if'>,
): Promise<SpendWhatIf> {
  const period = { from, to };
  const [base, approvals] = await Promise.all([
    spendBase(context, { groupings: ['model'] }),
    approvalsOf(context),
  ]);
  const { usage, notes } = await base.read(period);
  const estimates = estimateUsage(usage, base.pricing);
  const { prices } = base.pricing;
  const longPriced = longContextModels(prices);
  const answer = whatIf({
    rows: rowsOf(usage, estimates),
    changes: changes.map((change) => changeOf(change, prices, period)),
    priceOf: (query) => prices.find({ ...query, context: pricedContext(query, longPriced) }),
    approvals,
  });
  return {
    ...answer,
    notCompared: together(answer.notCompared),
    period,
    provenance: 'metered',
    notes: [...notes, ...caveatsOf(estimates)],
  };
}

/** What is not compared for the same reason, over all days and accounts; the first of them stands for it. */
function together(left: readonly NotCompared[]): readonly NotCompared[] {
  const groups = groupBy(left, ({ row, side, reason }) =>
    JSON.stringify([
      row.baseModelId,
      row.scope,
      row.region,
      row.tier,
      row.context,
      row.unit,
      side,
      reason,
    ]),
  );
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const quantity = same.reduce((sum, { row }) => sum + row.quantity, 0);
    const known = same.flatMap(({ beforeUsd }) => beforeUsd ?? []);
    const beforeUsd = known.length === same.length ? addUsd(...known) : null;
    return [{ ...first, row: { ...first.row, quantity }, beforeUsd }];
  });
}

/**
 * Usage of one price and account together, with its context as told: another model may price it, or
 * not. What has no price for a reason of its own, as calls to bought capacity, takes it along.
 */
function rowsOf(usage: readonly UsageRow[], estimates: readonly Estimate[]): readonly WhatIfRow[] {
  const sums = new Map<string, WhatIfRow & { quantity: number }>();
  for (const [index, estimate] of estimates.entries()) {
    const row = whatIfRow(estimate, usage[index]?.context);
    const { quantity, ...rest } = row;
    const key = JSON.stringify(rest);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, row);
    else sum.quantity += quantity;
  }
  return [...sums.values()];
}

function whatIfRow(
  estimate: Estimate,
  context: ContextLength = 'short',
): WhatIfRow & { quantity: number } {
  const { baseModelId, scope } = estimate.model;
  const { accountId, region, tier, unit, day, quantity } = estimate.row;
  const place = { baseModelId, scope, accountId, region, tier, context, unit, day, quantity };
  return estimate.priced ? place : { ...place, unpriced: estimate.reason };
}

function changeOf(
  { select, percent, to }: Change,
  prices: PriceBook,
  period: Period,
): WhatIfChange {
  return { select: selectionOf(select), percent, to: targetOf(to, prices, period) };
}

function selectionOf({ models, accounts, regions, tiers, scopes }: Change['select']) {
  return {
    ...(isGiven(models) ? { models: models.map(canonicalBaseModelId) } : {}),
    ...(isGiven(accounts) ? { accounts } : {}),
    ...(isGiven(regions) ? { regions } : {}),
    ...(isGiven(tiers) ? { tiers } : {}),
    ...(isGiven(scopes) ? { scopes } : {}),
  };
}

function isGiven<T>(values: readonly T[] | undefined): values is readonly T[] {
  return values !== undefined && values.length > 0;
}

function targetOf(to: Change['to'], prices: PriceBook, period: Period): WhatIfChange['to'] {
  if (to.kind === 'model') return { kind: 'model', baseModelId: canonicalBaseModelId(to.modelId) };
  if (to.kind !== 'commitment') return to;
  return { kind: 'commitment', commitment: commitmentOf(to.commitment, prices, period) };
}

type Bought = Extract<Change['to'], { readonly kind: 'commitment' }>['commitment'];

const TERMS: Readonly<Record<Bought['unit'], string>> = {
  'provisioned-mu-hours': 'without commitment',
  'provisioned-mu-hours-1-month': 'for 1 month',
  'provisioned-mu-hours-6-months': 'for 6 months',
};

function commitmentOf(
  { unit, modelId, region, units }: Bought,
  prices: PriceBook,
  { from, to }: Period,
): Commitment {
  const baseModelId = canonicalBaseModelId(modelId);
  const day = addDays(to, -1);
  const what = units === 1 ? '1 model unit' : `${units} model units`;
  return {
    name: `${what} of ${modelLabel(baseModelId)} in ${region} ${TERMS[unit]}`,
    units,
    hours: 24 * Math.max(0, daysBetween(from, to)),
    unitHour: prices.find({ baseModelId, scope: 'in-region', tier: 'standard', region, unit, day }),
  };
}

/** Nothing is broken where the user approved nothing yet. */
async function approvalsOf(context: ApiContext): Promise<Approvals> {
  const { approvedModels, approvedRegions } = context.workspace().file.current().settings;
  const readings = await currentReadings(context);
  return {
    approvedModels: approvedModels.length === 0 ? null : approvedModels,
    approvedRegions: approvedRegions.length === 0 ? null : approvedRegions,
    destinationsOf: destinations(readings('inference-profiles')),
  };
}
