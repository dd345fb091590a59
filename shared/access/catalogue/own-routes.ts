import type {
  CustomModelDeployment,
  ImportedModel,
  MarketplaceEndpoint,
  ProvisionedThroughput,
} from '../../model/dataset.ts';
import { foundationId, parseModelId } from '../../model/model-id.ts';
import { partitionOf } from '../../model/partition.ts';
import { calledPart } from './parts.ts';
import type { Place, Placed } from './place.ts';
import type { Route } from './route.ts';

/** Capacity that can be called; while it is updated it still serves. */
const SERVING: ReadonlySet<string> = new Set(['InService', 'Updating']);

/** Bought capacity, under its own ARN; null while it does not serve. */
export function provisionedRoute({ item, place }: Placed<ProvisionedThroughput>): Route | null {
  if (!SERVING.has(item.status)) return null;
  return ownRoute(place, {
    kind: 'provisioned-model',
    called: item.provisionedModelArn,
    modelId: servedId(item.modelArn),
  });
}

/** A custom model deployed for calls on demand; null while it is not active. */
export function deploymentRoute({ item, place }: Placed<CustomModelDeployment>): Route | null {
  if (item.status !== 'Active') return null;
  return ownRoute(place, {
    kind: 'custom-model-deployment',
    called: item.customModelDeploymentArn,
    modelId: item.modelArn,
  });
}

/** A model whose weights the account brought. */
export function importedRoute({ item, place }: Placed<ImportedModel>): Route {
  return ownRoute(place, {
    kind: 'imported-model',
    called: item.modelArn,
    modelId: item.modelArn,
  });
}

/**
 * A SageMaker endpoint of a Marketplace model, called by its ARN. Policies name all such endpoints
 * at once (Service Authorization Reference, `bedrock-marketplace-model-endpoint`). Null where the
 * endpoint is not registered for Bedrock.
 */
export function marketplaceRoute({ item, place }: Placed<MarketplaceEndpoint>): Route | null {
  if (item.status !== 'REGISTERED') return null;
  const { accountId, region } = place;
  const partition = partitionOf(region);
  const named = `arn:${partition}:bedrock:${region}:${accountId}:marketplace/model-endpoint/all-access`;
  const plan = { kind: 'marketplace-endpoint', called: item.endpointArn } as const;
  const route = ownRoute(place, { ...plan, modelId: item.endpointArn });
  return { ...route, parts: [calledPart(named, region)] };
}

/** What bought capacity serves: a model of one's own by its ARN, a foundation model by its id. */
function servedId(modelArn: string): string {
  return parseModelId(modelArn).kind === 'custom-model' ? modelArn : foundationId(modelArn);
}

function ownRoute(place: Place, plan: Pick<Route, 'kind' | 'called' | 'modelId'>): Route {
  return {
    id: `${place.region} ${plan.called}`,
    plane: 'bedrock-runtime',
    ...place,
    scope: 'in-region',
    destinations: [place.region],
    parts: [calledPart(plan.called, place.region)],
    ...plan,
  };
}
