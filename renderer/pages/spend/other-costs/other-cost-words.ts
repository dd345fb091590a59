import type { OtherCost, SpendOtherCosts } from '../../../../shared/api/reconcile-answers.ts';
import { formatMoney } from '../../../../shared/model/money-text.ts';
import { formatUsd, parseUsd, type Usd, usdToNumber } from '../../../../shared/model/usd.ts';
import { countOf } from '../../../format.ts';

type Subject = SpendOtherCosts['subjects'][number];

/** The tab's answer in a sentence. */
export function otherCostSentence(answer: SpendOtherCosts): string {
  const { usd, subjects, costs, notBilled } = answer;
  if (costs.length === 0) {
    const unknown = otherCostsUnknown(answer);
    if (unknown !== null) return `What cost money beside counted tokens is not known: ${unknown}.`;
    return notBilled === null
      ? 'Nothing beside counted tokens cost anything in this period.'
      : `Nothing that is configured costs money beside counted tokens; what else did is not known: ${notBilled}.`;
  }
  const unpriced = costs.filter((cost) => cost.usd === null).length;
  const open = unpriced === 0 ? '' : `; ${countOf(unpriced, 'cost')} without a price, in no sum`;
  if (unpriced === costs.length) {
    return `${countOf(unpriced, 'cost')} beside counted tokens, none with a price.`;
  }
  const [dearest] = subjects;
  const most = dearest === undefined ? '' : `, ${dearest.label.toLowerCase()} the most`;
  return `${formatMoney(usd)} beside counted tokens${most}${open}.`;
}

/** Why nothing is known of these costs, as the rest of a sentence; null where a bill or configuration tells. */
export function otherCostsUnknown({
  notBilled,
  notRead,
}: Pick<SpendOtherCosts, 'notBilled' | 'notRead'>): string | null {
  return notBilled === null || notRead === null ? null : `${notBilled}, and ${notRead}`;
}

/** The amounts told apart by where they come from. */
export function amountsByProvenance(
  costs: readonly OtherCost[],
): readonly { readonly provenance: 'billed' | 'metered'; readonly usd: Usd }[] {
  const sum = (provenance: OtherCost['provenance']) =>
    costs.reduce(
      (total, cost) => total + (cost.provenance === provenance ? parseUsd(cost.usd ?? '0') : 0n),
      0n,
    );
  return (['billed', 'metered'] as const)
    .filter((provenance) => costs.some((cost) => cost.provenance === provenance))
    .map((provenance) => ({ provenance, usd: formatUsd(sum(provenance)) }));
}

/** How long the bar of a subject is beside the dearest, 0 to 1; credits have none. */
export function shareOfLargest(subject: Subject, all: readonly Subject[]): number {
  const largest = Math.max(0, ...all.map(({ usd }) => usdToNumber(usd)));
  return largest === 0 ? 0 : Math.max(0, usdToNumber(subject.usd)) / largest;
}
