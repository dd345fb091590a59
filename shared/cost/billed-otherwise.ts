import type { ModelKind } from '../model/model-id.ts';

/**
 * What is billed in place of tokens, as the rest of a sentence about a model; absent where tokens are.
 * Imported models: https://docs.aws.amazon.com/bedrock/latest/userguide/import-model-calculate-cost.html.
 */
export const BILLED_OTHERWISE: Readonly<Partial<Record<ModelKind, string>>> = {
  'provisioned-model':
    'its tokens cost nothing apart from its model unit hours (provisioned-mu-hours)',
  'custom-model': 'lists have no price for calls of custom models',
  'imported-model':
    'an imported model is billed by custom model units, for each minute that a copy of it is active (import-cmu-minutes) and for storage by the month; Assay counts its calls and tokens, and only the bill has its minutes',
};
