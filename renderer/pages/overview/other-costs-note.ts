import type { SpendOtherCosts } from '../../../shared/api/reconcile-answers.ts';
import { formatMoney } from '../../../shared/model/money-text.ts';
import { parseUsd } from '../../../shared/model/usd.ts';

/** That spend has metered usage alone, and what Other costs shows of the same period; empty until known. */
export function otherCostsNote(other: Pick<SpendOtherCosts, 'usd' | 'costs'> | undefined): string {
  if (other === undefined) return '';
  if (other.costs.length === 0 || parseUsd(other.usd) === 0n) return 'metered usage alone';
  return `metered usage alone; Other costs: ${formatMoney(other.usd)}`;
}
