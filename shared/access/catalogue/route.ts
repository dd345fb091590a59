import type { ModelScope } from '../../model/model-id.ts';

/** What is called: a foundation model itself, or what stands before one. */
export type RouteKind =
  | 'foundation-model'
  | 'inference-profile'
  | 'application-inference-profile'
  | 'prompt-router'
  | 'provisioned-model'
  | 'custom-model-deployment'
  | 'imported-model'
  | 'marketplace-endpoint'
  | 'mantle';

/** The endpoint that is called; each has actions and condition keys of its own. */
export type Plane = 'bedrock-runtime' | 'bedrock-mantle';

/** How a model is asked: for a whole answer, or for one that streams. */
export type Operation = 'invoke' | 'stream';

/** What a resource of a call is to that call. */
export type PartRole = 'called' | 'profile' | 'destination' | 'project';

/**
 * One resource that AWS authorises within one call. A call through an inference profile has the
 * profile itself and the foundation model in every Region that may serve it; all must be allowed.
 */
export interface CallPart {
  readonly role: PartRole;
  readonly resource: string;
  /** The account that owns it; null for foundation models, which are AWS's. */
  readonly resourceAccount: string | null;
  /**
   * `aws:RequestedRegion` of this part: the Region that would serve it, `unspecified` for the
   * Regionless part of a global profile.
   */
  readonly requestedRegion: string;
  /** What else the call itself puts into the request; an empty list says that it has no such key. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** One way to call one model from one Region of one account. */
export interface Route {
  /** Unique within an account: `<region> <what is called>`. */
  readonly id: string;
  readonly kind: RouteKind;
  readonly plane: Plane;
  /** The model that answers, in the one spelling that prices and settings use, or an own model's ARN. */
  readonly modelId: string;
  /** The account in which it may be called. */
  readonly accountId: string;
  /** The Region that is called. */
  readonly region: string;
  readonly scope: ModelScope;
  /** What goes into `modelId` of the call: a model id, a profile id, an ARN. */
  readonly called: string;
  /** The Regions that may serve it. */
  readonly destinations: readonly string[];
  readonly parts: readonly CallPart[];
}

/** A model of the matrix: one of AWS's, or one of the organisation's own. */
export interface AccessModel {
  /** As in `Route.modelId`. */
  readonly modelId: string;
  readonly label: string;
  readonly provider: string;
  readonly nature: 'foundation' | 'custom' | 'imported' | 'marketplace';
}

/** Everything that can be called, by account: what a Region does not offer has no route there. */
export interface AccessCatalogue {
  readonly models: readonly AccessModel[];
  routesIn(accountId: string): readonly Route[];
}

/**
 * The IAM action that calls a model: Converse and InvokeModel need the same, streams their own, and
 * mantle knows one for both. (Service Authorization Reference, Amazon Bedrock and Bedrock Mantle.)
 */
export function actionOf(plane: Plane, operation: Operation): string {
  if (plane === 'bedrock-mantle') return 'bedrock-mantle:CreateInference';
  return operation === 'stream' ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
}
