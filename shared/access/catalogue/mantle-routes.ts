import { foundationId } from '../../model/model-id.ts';
import { partitionOf } from '../../model/partition.ts';
import { hasMantle, mantleModelId } from './mantle-models.ts';
import { itemsOf, type Place, type ReadingsOf } from './place.ts';
import type { Route } from './route.ts';

/**
 * An inference over the `bedrock-mantle` endpoint that was seen. It proves a project and a model:
 * neither can be listed with an SDK operation.
 */
export interface MantleUse extends Place {
  /** As in `proj_5d5ykleja6cwpirysbb7`. */
  readonly projectId: string;
  /** As it was called. */
  readonly modelId: string;
}

/** The project that every account has and that calls run under unless they name another. */
export const DEFAULT_PROJECT = 'default';

/** What mantle offers in one place: the ids it knows models by, and projects. */
interface Offer {
  readonly place: Place;
  /** Canonical id to the id that mantle knows. */
  readonly models: Map<string, string>;
  readonly projects: Set<string>;
}

/**
 * The ways to models over mantle, one for each project of the place: a Region with the endpoint that
 * lists the model, or where an inference was seen. Policies name the project and tell models apart by
 * `bedrock-mantle:Model` (Service Authorization Reference, Amazon Bedrock Powered by AWS Mantle,
 * `CreateInference`; Amazon Bedrock User Guide, "Projects").
 */
export function mantleRoutes(of: ReadingsOf, seen: readonly MantleUse[]): readonly Route[] {
  const offers = new Map<string, Offer>();
  const offerIn = ({ accountId, region }: Place): Offer => {
    const key = `${accountId} ${region}`;
    const place = { accountId, region };
    const offer = offers.get(key) ?? { place, models: new Map(), projects: new Set() };
    offers.set(key, offer);
    offer.projects.add(DEFAULT_PROJECT);
    return offer;
  };
  for (const { item, place } of itemsOf(of('foundation-models'))) {
    const modelId = foundationId(item.modelId);
    const known = hasMantle(place.region) ? mantleModelId(modelId) : null;
    if (known !== null) offerIn(place).models.set(modelId, known);
  }
  for (const use of seen) {
    const modelId = foundationId(use.modelId);
    const offer = offerIn(use);
    offer.models.set(modelId, mantleModelId(modelId) ?? use.modelId);
    offer.projects.add(use.projectId);
  }
  return [...offers.values()].flatMap(routesOf);
}

function routesOf({ place, models, projects }: Offer): readonly Route[] {
  return [...models].flatMap(([modelId, called]) =>
    [...projects].map((project) => mantleRoute(place, project, { modelId, called })),
  );
}

function mantleRoute(
  place: Place,
  project: string,
  { modelId, called }: Pick<Route, 'modelId' | 'called'>,
): Route {
  return {
    id: `${place.region} bedrock-mantle ${project} ${called}`,
    kind: 'mantle',
    plane: 'bedrock-mantle',
    modelId,
    ...place,
    scope: 'in-region',
    called,
    destinations: [place.region],
    parts: [
      {
        role: 'project',
        resource: mantleProjectArn(place, project),
        resourceAccount: place.accountId,
        requestedRegion: place.region,
        keys: { 'bedrock-mantle:Model': [called] },
      },
    ],
  };
}

/** The ARN of a project. */
export function mantleProjectArn({ accountId, region }: Place, project: string): string {
  return `arn:${partitionOf(region)}:bedrock-mantle:${region}:${accountId}:project/${project}`;
}
