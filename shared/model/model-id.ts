import { canonicalModelId, isKnownProvider } from './model-catalogue.ts';

/** How far a call may travel: the called Region, a geography's Regions, or all commercial Regions. */
export type ModelScope = 'in-region' | 'geographic' | 'global';

/** What an id or ARN stands for. */
export type ModelKind =
  | 'foundation-model'
  | 'inference-profile'
  | 'application-inference-profile'
  | 'provisioned-model'
  | 'custom-model'
  | 'imported-model'
  | 'prompt-router'
  | 'marketplace-endpoint'
  | 'prompt'
  | 'unknown';

/** An id or ARN taken apart. */
export interface ModelRef {
  /** The id without ARN prefix, as in `us.anthropic.claude-sonnet-5-5`. */
  readonly key: string;
  /** Without geography prefix, version kept; the key itself where the id tells no model. */
  readonly baseModelId: string;
  /** `anthropic`, `amazon`, ...; `unknown` where the id does not tell. */
  readonly provider: string;
  readonly scope: ModelScope;
  /** The prefix of a geographic or global profile: `us`, `eu`, `apac`, `us-gov`, `global`. */
  readonly geography: string | null;
  readonly kind: ModelKind;
  /** Only from an ARN; null where the ARN leaves it empty. */
  readonly region: string | null;
  readonly accountId: string | null;
}

const GEOGRAPHIES: ReadonlySet<string> = new Set([
  'us',
  'eu',
  'apac',
  'jp',
  'au',
  'ca',
  'us-gov',
  'global',
]);

const KIND_OF_RESOURCE: Readonly<Record<string, ModelKind>> = {
  'foundation-model': 'foundation-model',
  'inference-profile': 'inference-profile',
  'application-inference-profile': 'application-inference-profile',
  'provisioned-model': 'provisioned-model',
  'custom-model': 'custom-model',
  'custom-model-deployment': 'custom-model',
  'imported-model': 'imported-model',
  'default-prompt-router': 'prompt-router',
  'prompt-router': 'prompt-router',
  'marketplace-model-endpoint': 'marketplace-endpoint',
  endpoint: 'marketplace-endpoint',
  prompt: 'prompt',
};

/**
 * Takes any model id or ARN apart; never throws, an id that tells nothing is of kind `unknown`.
 * ARN forms: the Service Authorization Reference for Amazon Bedrock, resource types.
 */
export function parseModelId(id: string): ModelRef {
  return id.startsWith('arn:') ? parseArn(id) : parseBareId(id);
}

/** The id without ARN prefix: the last path segment of an ARN, any other id as it is. */
export function modelKey(id: string): string {
  return id.startsWith('arn:') ? id.slice(id.lastIndexOf('/') + 1) : id;
}

/** The one spelling that prices, settings and groups use for a model: no ARN, geography or alias. */
export function canonicalBaseModelId(id: string): string {
  return canonicalModelId(parseModelId(id).baseModelId);
}

/** Ids of variants for bought capacity, as in `amazon.nova-lite-v1:0:300k`. */
const CAPACITY_VARIANT = /^(.+:\d+):(\d+k?|mm)$/;

/** The one id of a foundation model: no ARN, geography, alias or capacity variant. */
export function foundationId(modelId: string): string {
  const base = parseModelId(modelId).baseModelId;
  return canonicalBaseModelId(CAPACITY_VARIANT.exec(base)?.[1] ?? base);
}

function parseBareId(id: string): ModelRef {
  const parts = splitGeography(id);
  const provider = providerOf(parts.model);
  const kind = parts.geography === null ? 'foundation-model' : 'inference-profile';
  return {
    key: id,
    baseModelId: parts.model,
    provider,
    scope: scopeOf(parts.geography),
    geography: parts.geography,
    kind: provider === 'unknown' ? 'unknown' : kind,
    region: null,
    accountId: null,
  };
}

function parseArn(arn: string): ModelRef {
  const [, , , region = '', accountId = '', ...rest] = arn.split(':');
  const resource = rest.join(':');
  const kind = KIND_OF_RESOURCE[resource.split('/')[0] ?? ''] ?? 'unknown';
  const bare = parseBareId(modelKey(arn));
  const place = { region: region || null, accountId: accountId || null };
  if (kind === 'foundation-model' || kind === 'inference-profile')
    return { ...bare, kind, ...place };
  return { ...bare, kind, provider: providerOf(resource.split('/')[1] ?? ''), ...place };
}

/** A prefix is a geography when a whole model id follows it, as in `us.meta.llama3-…`. */
function splitGeography(id: string): { readonly geography: string | null; readonly model: string } {
  const [first = '', second = '', ...rest] = id.split('.');
  const listed = GEOGRAPHIES.has(first) && rest.length > 0;
  const unlisted = !isKnownProvider(first) && isKnownProvider(second) && rest.length > 0;
  if (!listed && !unlisted) return { geography: null, model: id };
  return { geography: first, model: id.slice(first.length + 1) };
}

/** Model ids are `provider.name`; opaque ids of profiles and custom models have no dot. */
function providerOf(model: string): string {
  const dot = model.indexOf('.');
  return dot > 0 ? model.slice(0, dot) : 'unknown';
}

function scopeOf(geography: string | null): ModelScope {
  if (geography === null) return 'in-region';
  return geography === 'global' ? 'global' : 'geographic';
}
