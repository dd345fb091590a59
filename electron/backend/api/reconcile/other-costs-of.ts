import type { SpendOtherCosts } from '../../../../shared/api/reconcile-answers.ts';
import { createQuoter } from '../../../../shared/cost/quote-usage.ts';
import {
  configuredCosts,
  type Placed,
} from '../../../../shared/cost/reconcile/configured-costs.ts';
import {
  billedCosts,
  type OtherCost,
  otherCosts,
} from '../../../../shared/cost/reconcile/other-costs.ts';
import { notBilled, notRead } from '../../../../shared/cost/spend/not-read.ts';
import { dayOf, type Period } from '../../../../shared/model/period.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings } from '../inventory-api.ts';
import { lookupOf } from '../model-lookup.ts';
import { pricingOf } from '../pricing.ts';
import { accountNames } from '../spend/spend-base.ts';
import { guardrailUse } from './guardrail-use.ts';
import { billReadOn } from './read-state.ts';

const CONFIGURED = ['provisioned-throughputs', 'custom-models', 'imported-models'] as const;

/**
 * What costs money and is no counted usage: by the bill where an account has one, else by what is
 * configured there.
 */
export async function otherCostsOf(context: ApiContext, period: Period): Promise<SpendOtherCosts> {
  const { store } = context.workspace();
  const [rows, extent, sources, estimated] = await Promise.all([
    store.ask('bill-by-day', period),
    store.ask('bill-extent', {}),
    store.latestSourceReadings(),
    configured(context, period),
  ]);
  const billed = new Set([...extent, ...rows].map(({ accountId }) => accountId));
  const alone = estimated.costs.filter(({ accountId }) => !billed.has(accountId));
  const names = accountNames(context.workspace());
  const named = [...billedCosts(rows), ...alone].map((cost): OtherCost => {
    const accountName = names.get(cost.accountId);
    return accountName === undefined ? cost : { ...cost, accountName };
  });
  const bills = { extents: extent, readOn: billReadOn(sources) };
  return {
    period,
    notBilled: rows.length > 0 ? null : notBilled(period, bills),
    notRead: estimated.notRead,
    ...otherCosts(named, notesOf(alone)),
  };
}

interface Configured {
  readonly costs: readonly OtherCost[];
  readonly notRead: string | null;
}

async function configured(context: ApiContext, period: Period): Promise<Configured> {
  const [readings, { prices }, lookup, guardrails] = await Promise.all([
    currentReadings(context),
    pricingOf(context),
    lookupOf(context),
    guardrailUse(context.workspace().store, period),
  ]);
  const now = context.host.now();
  const costs = configuredCosts({
    period,
    now,
    throughputs: placed(readings('provisioned-throughputs')),
    customModels: placed(readings('custom-models')),
    importedModels: placed(readings('imported-models')),
    guardrails,
    quote: createQuoter({ prices, lookup, today: dayOf(now) }),
  });
  const places = CONFIGURED.flatMap((dataset) => readings(dataset));
  return { costs, notRead: notRead('what is configured', places) };
}

function placed<Item>(
  readings: readonly {
    readonly accountId: string;
    readonly region: string;
    readonly items: readonly Item[];
  }[],
): readonly Placed<Item>[] {
  return readings.flatMap(({ accountId, region, items }) =>
    items.map((item) => ({ accountId, region, item })),
  );
}

function notesOf(alone: readonly OtherCost[]): readonly string[] {
  const accounts = new Set(alone.map(({ accountId }) => accountId));
  if (accounts.size === 0) return [];
  return [
    `No bill of ${[...accounts].sort().join(', ')} was read: costs there follow from what is configured now, and are estimates. What configuration does not tell (training, agents, AgentCore, knowledge bases, batches) is missing.`,
  ];
}
