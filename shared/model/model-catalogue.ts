import catalogue from './model-catalogue.json';

/** A model that Assay knows by name. */
export interface KnownModel {
  readonly id: string;
  readonly label: string;
  /** Other spellings of the same model, as on other endpoints or without version. */
  readonly aliases?: readonly string[];
}

const PROVIDERS: Readonly<Record<string, string>> = catalogue.providers;
const MODELS: readonly KnownModel[] = catalogue.models;
const LABELS: ReadonlyMap<string, string> = new Map(MODELS.map((model) => [model.id, model.label]));
const CANONICAL: ReadonlyMap<string, string> = new Map(
  MODELS.flatMap((model) => (model.aliases ?? []).map((alias) => [alias, model.id] as const)),
);

/** The spelling that the price table uses for a base model id; an unknown id is its own. */
export function canonicalModelId(baseModelId: string): string {
  return CANONICAL.get(baseModelId) ?? baseModelId;
}

/** Whether a model id's first segment is a provider Assay knows. */
export function isKnownProvider(prefix: string): boolean {
  return Object.hasOwn(PROVIDERS, prefix);
}

/** The name of a known base model id; undefined where Assay has none. */
export function knownLabel(baseModelId: string): string | undefined {
  return LABELS.get(canonicalModelId(baseModelId));
}

/** What people call a provider: `Anthropic`; its prefix, capitalised, where Assay has no name. */
export function providerLabel(provider: string): string {
  if (provider === 'unknown') return 'Unknown provider';
  return PROVIDERS[provider] ?? provider.charAt(0).toUpperCase() + provider.slice(1);
}

/** All models that Assay knows by name, for checks and lists. */
export const KNOWN_MODELS: readonly KnownModel[] = MODELS;
