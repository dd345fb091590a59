import { canonicalModelId, knownLabel } from '../model/model-catalogue.ts';
import { type ModelRef, parseModelId } from '../model/model-id.ts';
import { modelOfServiceName, readModelSpelling } from './model-spelling.ts';
import type { OwnedModels } from './owned-models.ts';
import { parseUsageType } from './parse-usage-type.ts';
import { type ProfileTargets, resolveModel } from './profile-targets.ts';

/** What ids of the accounts' own stand for. */
export interface ModelLookup {
  readonly profiles: ProfileTargets;
  readonly owned: OwnedModels;
}

/** The model behind a spelling, or why there is none. */
export type FoundModel =
  | { readonly found: true; readonly model: ModelRef }
  | { readonly found: false; readonly reason: string };

const ARN_OF_MODEL = /^arn:[^:]*:(bedrock|sagemaker)[^:]*:/;

/**
 * The model behind any spelling: ids with or without version, geography and context window, ARNs,
 * application profiles, provisioned, custom and imported models (to their base, the kind kept),
 * product names, and the usage types and spellings of bills. Ids of models that Assay does not know
 * are answered as they are.
 */
export function findModel(text: string, lookup: ModelLookup): FoundModel {
  const id = withoutRoute(text.trim());
  if (id === '') return { found: false, reason: 'no model is named' };
  if (id.startsWith('arn:') && !ARN_OF_MODEL.test(id)) {
    return { found: false, reason: `'${id}' is the ARN of no model, profile or endpoint` };
  }
  const model = resolveModel(id, lookup.profiles);
  const owned = lookup.owned.get(model.key);
  if (owned !== undefined) {
    const base = owned.baseModelId;
    const { provider, baseModelId } = base === null ? model : parseModelId(base);
    return { found: true, model: { ...model, kind: owned.kind, provider, baseModelId } };
  }
  if (model.kind !== 'unknown' && model.provider === 'unknown') return { found: true, model };
  const known = knownId(model.baseModelId);
  if (known !== null) return { found: true, model: { ...model, ...partsOf(known, model) } };
  return bySpelling(id) ?? named(model);
}

/** Some tools write the provider, endpoint or Region before the id: `bedrock/us-east-1/…`. */
function withoutRoute(text: string): string {
  return text.startsWith('arn:') ? text : text.slice(text.lastIndexOf('/') + 1);
}

function partsOf(baseModelId: string, { kind }: ModelRef): Partial<ModelRef> {
  const { provider } = parseModelId(baseModelId);
  return { baseModelId, provider, ...(kind === 'unknown' ? { kind: 'foundation-model' } : {}) };
}

/** By id; else without a context window (`:200k`) or with `@` before the date; else by its words. */
function knownId(baseModelId: string): string | null {
  for (const id of [baseModelId, baseModelId.replace(/:\d+k$/, '').replace('@', '-')]) {
    const canonical = canonicalModelId(id);
    if (knownLabel(canonical) !== undefined) return canonical;
    const spelled = readModelSpelling(id).modelId;
    if (spelled !== null) return spelled;
  }
  return null;
}

/** By product name or usage type: these tell no scope, unless they say `global`. */
function bySpelling(text: string): FoundModel | null {
  const ofService = modelOfServiceName(text);
  if (ofService !== null) return { found: true, model: parseModelId(ofService) };
  const usage = parseUsageType(text);
  if (!usage.parsed) return null;
  if (usage.model === null) {
    const reason = `'${text}' names what is counted, not the model: the product's name does`;
    return { found: false, reason };
  }
  if (usage.model.modelId === null) {
    return { found: false, reason: `no model of the catalogue is spelled ${usage.model.spelling}` };
  }
  const model = parseModelId(usage.model.modelId);
  const [only] = usage.scopes.length === 1 ? usage.scopes : [];
  return { found: true, model: only === undefined ? model : { ...model, scope: only } };
}

/** An id of a model that Assay does not know is still an id; other text is no model. */
function named(model: ModelRef): FoundModel {
  const isId = model.provider !== 'unknown' && !/\s/.test(model.key);
  if (isId) return { found: true, model };
  const reason = `'${model.key}' names no model that Assay knows, and no profile or model of its own that was read`;
  return { found: false, reason };
}
