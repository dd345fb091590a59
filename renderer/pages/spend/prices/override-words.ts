import { modelLabel } from '../../../../shared/model/model-label.ts';
import type { PriceOverride } from '../../../../shared/model/price-override.ts';
import { priceRegions, priceTerms } from '../../../spend/price-words.ts';
import { unitName } from '../../../spend/unit-name.ts';

/** A part of Bedrock or a model as people call it: `Guardrails`, `Claude Sonnet 5.5`. */
export function subjectLabel(id: string): string {
  if (!id.startsWith('bedrock.')) return modelLabel(id);
  const words = id.slice('bedrock.'.length).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a discount or price is of, in words. */
export function overrideSubject(override: PriceOverride): string {
  if (override.kind === 'discount') {
    return override.models === '*' ? 'Everything' : override.models.map(subjectLabel).join(', ');
  }
  const { modelId, unit, scope, tier, context, regions } = override;
  const where = regions === '*' ? [] : [priceRegions(regions)];
  const long = context === 'long' ? ['long context'] : [];
  return [
    subjectLabel(modelId),
    unitName(unit).toLowerCase(),
    ...(scope === null ? [] : [scope]),
    tier,
    ...long,
    ...where,
  ].join(', ');
}

/** What is paid because of it, in words. */
export function overrideTerms(override: PriceOverride): string {
  if (override.kind === 'discount') return `${override.percentOff} % less than listed`;
  return priceTerms(override);
}
