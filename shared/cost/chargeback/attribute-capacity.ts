import { type Attodollars, formatUsd, parseUsd, type Usd } from '../../model/usd.ts';
import type { CostSubject } from '../reconcile/cost-subject.ts';
import type { BesideCost } from '../spend/beside-metered.ts';

/** What the bill has for one resource, in USD. */
export interface ResourceCharge {
  readonly subject: CostSubject;
  readonly accountId: string;
  readonly region: string | null;
  readonly resourceId: string;
  readonly usd: Usd;
}

/** What belongs to a team, and why. */
export interface AttributedCharge extends ResourceCharge {
  readonly team: string;
}

/** Costs beside tokens with what belongs to teams taken out: both together are what came in, exactly. */
export interface AttributedCosts {
  readonly charged: readonly AttributedCharge[];
  readonly left: readonly BesideCost[];
}

const BOUGHT: ReadonlySet<CostSubject> = new Set<CostSubject>(['provisioned', 'reserved']);

/**
 * Charges bought capacity to the team that its resource belongs to; null keeps it where it is, to be
 * spread. Bill lines name the resource: https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2-line-item.html.
 */
export function attributeCapacity(
  costs: readonly BesideCost[],
  charges: readonly ResourceCharge[],
  teamOf: (resourceId: string) => string | null,
): AttributedCosts {
  const places = new Set(costs.filter(isBilledCapacity).map(placeOf));
  const charged = charges.flatMap((charge) => {
    const team = places.has(placeOf(charge)) ? teamOf(charge.resourceId) : null;
    return team === null ? [] : [{ ...charge, team }];
  });
  const taken = new Map<string, Attodollars>();
  for (const charge of charged) {
    taken.set(placeOf(charge), (taken.get(placeOf(charge)) ?? 0n) + parseUsd(charge.usd));
  }
  const left = costs.flatMap((cost) => {
    const amount = isBilledCapacity(cost) ? (taken.get(placeOf(cost)) ?? 0n) : 0n;
    if (amount === 0n) return [cost];
    taken.delete(placeOf(cost));
    const rest = parseUsd(cost.usd) - amount;
    return rest === 0n ? [] : [{ ...cost, usd: formatUsd(rest) }];
  });
  return { charged, left };
}

function isBilledCapacity({ subject, provenance }: BesideCost): boolean {
  return provenance === 'billed' && subject !== 'unpriced' && BOUGHT.has(subject);
}

function placeOf({
  subject,
  accountId,
  region,
}: Pick<BesideCost, 'subject' | 'accountId' | 'region'>): string {
  return JSON.stringify([subject, accountId, region]);
}
