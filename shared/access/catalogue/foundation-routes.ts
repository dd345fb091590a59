import type { FoundationModel } from '../../model/dataset.ts';
import { foundationId } from '../../model/model-id.ts';
import { calledPart } from './parts.ts';
import type { Placed } from './place.ts';
import type { Route } from './route.ts';

/**
 * A foundation model that its Region serves on demand under its own id; null where it is reached
 * through profiles or bought capacity alone (`inferenceTypes` of `ListFoundationModels`).
 */
export function foundationRoute({ item, place }: Placed<FoundationModel>): Route | null {
  if (!item.inferenceTypes.includes('ON_DEMAND')) return null;
  return {
    id: `${place.region} ${item.modelId}`,
    kind: 'foundation-model',
    plane: 'bedrock-runtime',
    modelId: foundationId(item.modelId),
    ...place,
    scope: 'in-region',
    called: item.modelId,
    destinations: [place.region],
    parts: [calledPart(item.modelArn, place.region)],
  };
}
