import type { OtherCost } from '../../../../shared/api/reconcile-answers.ts';
import { groupThousands } from '../../../../shared/model/group-thousands.ts';
import { modelLabel } from '../../../../shared/model/model-label.ts';
import { unitName } from '../../../spend/unit-name.ts';

/** What a cost is of in words, `Claude Sonnet 4.5, Input tokens`; null where only the bill's name is known. */
export function whatWords({ provenance, modelId, unit }: OtherCost): string | null {
  if (provenance !== 'billed' || unit === null) return null;
  return modelId === undefined ? unitName(unit) : `${modelLabel(modelId)}, ${unitName(unit)}`;
}

/** What a quantity is counted in: the bill's own words, else the unit that is priced; null where neither says. */
export function quantityUnit({ provenance, billedUnit, unit }: OtherCost): string | null {
  if (billedUnit !== undefined) return billedUnit;
  return provenance === 'billed' || unit === null ? null : unitName(unit);
}

/** The quantity with its thousands grouped and what it counts: `35.732 Hrs`, `1,200 × 1K tokens`. */
export function quantityText(cost: OtherCost): string {
  const { quantity } = cost;
  if (quantity === null) return 'not told';
  const [whole = '0', decimals] = quantity.split('.');
  const number = `${groupThousands(whole)}${decimals === undefined ? '' : `.${decimals}`}`;
  const unit = quantityUnit(cost);
  if (unit === null) return number;
  return /^\d/.test(unit) ? `${number} × ${unit}` : `${number} ${unit}`;
}
