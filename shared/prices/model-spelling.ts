import {
  canonicalModelId,
  isKnownProvider,
  KNOWN_MODELS,
  type KnownModel,
} from '../model/model-catalogue.ts';

/** A model as bills and price lists write it. */
export interface ModelSpelling {
  /** As written: `Claude4.6Sonnet`, `openai.gpt-oss-120b`. */
  readonly spelling: string;
  /** The id of the catalogue; null where the spelling is of no model, or of several. */
  readonly modelId: string | null;
}

const EDITION = / ?\(Amazon Bedrock Edition\)$/i;
/** Words that some spellings carry and others leave out. */
const OPTIONAL_WORDS: ReadonlySet<string> = new Set(['instruct', 'it', 'amazon', 'text']);

/** Reads a model's spelling in a usage type: by id, by alias, else by its words and numbers. */
export function readModelSpelling(spelling: string): ModelSpelling {
  return { spelling, modelId: idOfSpelling(spelling) };
}

/**
 * The model behind a service or product name such as `Claude Sonnet 4.6 (Amazon Bedrock Edition)`;
 * null for the names of Bedrock itself and for models that the catalogue lacks.
 */
export function modelOfServiceName(name: string): string | null {
  return EDITION.test(name) ? idOfSpelling(name.replace(EDITION, '')) : null;
}

function idOfSpelling(spelling: string): string | null {
  const canonical = canonicalModelId(spelling);
  if (IDS.has(canonical)) return canonical;
  const key = keyOf(withoutProvider(spelling));
  return onlyOne(BY_LABEL.get(key)) ?? onlyOne(BY_KEY.get(key));
}

function withoutProvider(spelling: string): string {
  const dot = spelling.indexOf('.');
  return isKnownProvider(spelling.slice(0, dot)) ? spelling.slice(dot + 1) : spelling;
}

/**
 * What two spellings of one model share: their words in any order and their numbers in order, so
 * that `Claude4.6Sonnet` is `Claude Sonnet 4.6` and never `Claude Sonnet 6.4`.
 */
function keyOf(spelling: string): string {
  const apart = spelling
    .replaceAll('+', ' plus ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([a-z])(v\d)/g, '$1 $2')
    .toLowerCase();
  const parts = apart.match(/[a-z]+|\d+(?:\.\d+)*/g) ?? [];
  const words = parts
    .filter((part) => /^[a-z]/.test(part) && !OPTIONAL_WORDS.has(part))
    .map((word) => word.replace(/s$/, ''));
  const numbers = parts
    .filter((part) => /^\d/.test(part))
    .flatMap((part) => part.replace(/(\.0)+$/, '').split('.'));
  return `${words.sort().join(' ')}|${numbers.join('.')}`;
}

/** The spellings that an id allows: with and without its date and version. */
function spellingsOf(id: string): readonly string[] {
  const name = withoutProvider(id);
  const unversioned = name.replace(/-v\d+(:\d+)?$/, '').replace(/-\d:\d$/, '');
  const undated = unversioned.replace(/-(20\d{6}|2[3-9]\d\d)$/, '');
  return [name, unversioned, undated];
}

const IDS: ReadonlySet<string> = new Set(KNOWN_MODELS.map(({ id }) => id));
/** A model's own name comes first: `Claude 3.5 Sonnet` is the first of two that are spelled so. */
const BY_LABEL = indexModels(({ label }) => [label]);
const BY_KEY = indexModels(({ id, aliases }) => [
  ...spellingsOf(id),
  ...(aliases ?? []).flatMap(spellingsOf),
]);

function indexModels(
  spellingsIn: (model: KnownModel) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const model of KNOWN_MODELS) {
    for (const key of new Set(spellingsIn(model).map(keyOf))) {
      index.set(key, (index.get(key) ?? new Set()).add(model.id));
    }
  }
  return index;
}

function onlyOne(ids: ReadonlySet<string> | undefined): string | null {
  return ids?.size === 1 ? (ids.values().next().value ?? null) : null;
}
