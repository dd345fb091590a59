import type {
  AttributedCharge,
  ResourceCharge,
} from '../../../../shared/cost/chargeback/attribute-capacity.ts';
import type { TeamCost } from '../../../../shared/cost/chargeback/chargeback-answer.ts';
import type { Estimate, Pricing } from '../../../../shared/cost/estimate.ts';
import type { GroupNames } from '../../../../shared/cost/grouping.ts';
import { billedRowReader } from '../../../../shared/cost/reconcile/read-billed-row.ts';
import type { SpendUsage } from '../../../../shared/cost/spend/spend-usage.ts';
import { modelKey } from '../../../../shared/model/model-id.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import type { Period } from '../../../../shared/model/period.ts';
import { UNASSIGNED } from '../../../../shared/model/team-rules.ts';
import { resolveModel } from '../../../../shared/prices/profile-targets.ts';
import type { Store } from '../../store/store.ts';

/** What the bill of a period has by resource; empty where no source names resources, as Cost Explorer. */
export async function resourceCharges(
  store: Pick<Store, 'ask'>,
  period: Period,
): Promise<readonly ResourceCharge[]> {
  const reader = billedRowReader();
  const rows = await store.ask('bill-by-resource', period);
  return rows.flatMap((row) => {
    const nothing = { quantity: null, unit: null, lines: 1, listCost: null };
    const billedFor = reader({ ...row, ...nothing });
    if (billedFor.kind !== 'other' || row.currency !== 'USD') return [];
    const { accountId, resourceId, unblendedCost: usd } = row;
    const region = billedFor.region ?? row.region;
    return [{ subject: billedFor.subject, accountId, region, resourceId, usd }];
  });
}

interface Known {
  readonly estimates: readonly Estimate<SpendUsage>[];
  readonly names: GroupNames;
  readonly pricing: Pricing;
}

/**
 * The team that bought capacity belongs to: by team rules over its tags, else the one team that called it
 * in the period; null where neither tells one.
 */
export function capacityTeams({ estimates, names, pricing }: Known) {
  const callers = new Map<string, Set<string>>();
  for (const { row, model } of estimates) {
    if (row.quantity === 0) continue;
    const key = modelKey(row.modelId);
    callers.set(key, (callers.get(key) ?? new Set()).add(names.teamOf(row, model)));
  }
  return (resourceId: string): string | null => {
    const key = modelKey(resourceId);
    const byTags = names.teamOf(ofNobody(), resolveModel(key, pricing.profiles));
    if (byTags !== UNASSIGNED) return byTags;
    const [only, another] = [...(callers.get(key) ?? [])];
    return only === undefined || another !== undefined || only === UNASSIGNED ? null : only;
  };
}

/** A call of nobody, in no account: what decides over it is the resource alone. */
function ofNobody() {
  return {
    accountId: '',
    region: '',
    principalArn: null,
    tier: null,
    unit: null,
    basis: 'metrics',
  } as const;
}

/** What of bought capacity teams pay themselves. */
export function capacityCosts(charged: readonly AttributedCharge[]): readonly TeamCost[] {
  return charged.map(({ team, usd }) => ({
    team,
    usd,
    provenance: 'billed',
    unpricedTokens: 0,
    unpricedUnits: [],
  }));
}

/** Which capacity is charged to whom, each in a sentence. */
export function capacityNotes(charged: readonly AttributedCharge[]): readonly string[] {
  return charged.map(
    ({ team, usd, resourceId }) =>
      `${formatMoney(usd)} of bought capacity (${resourceId.split('/').at(-1)}) is ${team}'s own: by its tags, or as the one team that called it.`,
  );
}
