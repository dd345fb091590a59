import { canonicalBaseModelId } from '../model/model-id.ts';
import { findModel, type ModelLookup } from './find-model.ts';
import type { PriceLine } from './price-line.ts';

/**
 * The lines of one model in any spelling, in their order; all where none is asked for. A text that
 * names no model is looked for as it is, so that parts of Bedrock are found by their id.
 */
export function linesOfModel(
  lines: readonly PriceLine[],
  modelId: string | undefined,
  lookup: ModelLookup,
): readonly PriceLine[] {
  if (modelId === undefined) return lines;
  const found = findModel(modelId, lookup);
  const wanted = found.found ? canonicalBaseModelId(found.model.baseModelId) : modelId;
  return lines.filter((line) => canonicalBaseModelId(line.modelId) === wanted);
}
