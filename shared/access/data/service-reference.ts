import { matchesGlob } from '../../model/glob.ts';
import bedrock from './bedrock.json';
import agentcore from './bedrock-agentcore.json';
import mantle from './bedrock-mantle.json';
import websearch from './bedrock-websearch.json';
import globalKeys from './global-keys.json';
import otherServices from './services.json';

/** An action of one of Bedrock's services, as the Service Authorization Reference lists it. */
export interface ActionFacts {
  /** As `bedrock:InvokeModel`. */
  readonly action: string;
  readonly service: string;
  /** `Read`, `Write`, `List`, `Tagging`, or several of them. */
  readonly level: string;
  /** Resource types that a statement may name, as `bedrock:foundation-model`; empty: only `*`. */
  readonly resourceTypes: readonly string[];
  /** Condition keys of its requests in lower case, those of its resources among them. */
  readonly keys: ReadonlySet<string>;
}

/** A kind of resource and what its ARNs look like. */
export interface ResourceTypeFacts {
  /** As `bedrock:foundation-model`. */
  readonly id: string;
  readonly service: string;
  readonly name: string;
  /** As `arn:${Partition}:bedrock:${Region}::foundation-model/${ResourceId}`. */
  readonly arn: string;
  /** Condition keys in lower case that say something of it; empty where it cannot be tagged. */
  readonly keys: ReadonlySet<string>;
}

/** A condition key and what its values are: `String`, `ARN`, `Bool`, `ArrayOfString`, ... */
export interface KeyFacts {
  /** As AWS writes it; a tag key ends with `/`. */
  readonly key: string;
  readonly type: string;
}

interface ServiceFile {
  readonly actions: Readonly<
    Record<
      string,
      {
        readonly level: string;
        readonly resources: Readonly<Record<string, readonly string[]>>;
        readonly keys: readonly string[];
      }
    >
  >;
  readonly resourceTypes: Readonly<
    Record<string, { readonly arn: string; readonly keys: readonly string[] }>
  >;
  readonly conditionKeys: Readonly<Record<string, string>>;
}

const TAG_STEMS: ReadonlySet<string> = new Set([
  'aws:principaltag/',
  'aws:requesttag/',
  'aws:resourcetag/',
]);

const FILES: Readonly<Record<string, ServiceFile>> = {
  bedrock,
  'bedrock-mantle': mantle,
  'bedrock-agentcore': agentcore,
  'bedrock-websearch': websearch,
};

/** Where the facts come from: package, version, day. */
export const REFERENCE_SOURCE: {
  readonly package: string;
  readonly version: string;
  readonly updatedAt: string;
} = bedrock.source;

/** The prefixes of the services whose actions are known one by one. */
export const KNOWN_SERVICES: readonly string[] = Object.keys(FILES);

/** Every action of these services. */
export const ACTIONS: readonly ActionFacts[] = Object.entries(FILES).flatMap(([service, file]) =>
  Object.entries(file.actions).map(([name, facts]) => ({
    action: `${service}:${name}`,
    service,
    level: facts.level,
    resourceTypes: Object.keys(facts.resources).map((type) => `${service}:${type}`),
    keys: keysOf(facts, file),
  })),
);

function keysOf(
  { keys, resources }: ServiceFile['actions'][string],
  { resourceTypes }: ServiceFile,
): ReadonlySet<string> {
  const ofTypes = Object.entries(resources).flatMap(([type, own]) => [
    ...own,
    ...(resourceTypes[type]?.keys ?? []),
  ]);
  return new Set([...keys, ...ofTypes].map(keyStem));
}

/** Every kind of resource of these services. */
export const RESOURCE_TYPES: readonly ResourceTypeFacts[] = Object.entries(FILES).flatMap(
  ([service, { resourceTypes }]) =>
    Object.entries(resourceTypes).map(([name, { arn, keys }]) => ({
      id: `${service}:${name}`,
      service,
      name,
      arn,
      keys: new Set(keys.map(keyStem)),
    })),
);

const ACTIONS_BY_NAME: ReadonlyMap<string, ActionFacts> = new Map(
  ACTIONS.map((facts) => [facts.action.toLowerCase(), facts]),
);

const KEYS_BY_STEM: ReadonlyMap<string, KeyFacts> = new Map(
  [globalKeys.conditionKeys, ...Object.values(FILES).map(({ conditionKeys }) => conditionKeys)]
    .flatMap((keys) => Object.entries(keys))
    .map(([key, type]) => [keyStem(key), { key: key.replace(/\$\{[^}]*\}.*$/, ''), type }]),
);

/** Every condition key of these services and every global one. */
export const CONDITION_KEYS: readonly KeyFacts[] = [...KEYS_BY_STEM.values()];

const ACTION_COUNTS: ReadonlyMap<string, number> = new Map(Object.entries(otherServices.services));

/** The facts of an action by its name in any case; null where there is no such action. */
export function findAction(name: string): ActionFacts | null {
  return ACTIONS_BY_NAME.get(name.toLowerCase()) ?? null;
}

/** The known actions that a pattern of an `Action` element names, as `matchesAction` would. */
export function actionsMatching(pattern: string): readonly ActionFacts[] {
  const lower = pattern.toLowerCase();
  if (!/[*?]/.test(lower)) return listOf(findAction(lower));
  if (lower === '*') return ACTIONS;
  const prefix = lower.slice(0, lower.indexOf(':') + 1);
  const isKnown = Object.hasOwn(FILES, prefix.slice(0, -1));
  if (prefix === '' || (!isKnown && !/[*?]/.test(prefix))) return [];
  const names = isKnown ? LOWER_NAMES.filter(([, name]) => name.startsWith(prefix)) : LOWER_NAMES;
  const literal = longestLiteral(lower.slice(prefix.length));
  return names
    .filter(([, name]) => name.includes(literal) && matchesGlob(lower, name))
    .map(([facts]) => facts);
}

/** What a name must hold to match: told apart quicker than by walking the pattern. */
function longestLiteral(pattern: string): string {
  return pattern.split(/[*?]/).reduce((a, b) => (b.length > a.length ? b : a), '');
}

const LOWER_NAMES = ACTIONS.map((facts) => [facts, facts.action.toLowerCase()] as const);

function listOf(facts: ActionFacts | null): readonly ActionFacts[] {
  return facts === null ? [] : [facts];
}

/** How many actions a service has; null where AWS has no service of that prefix. */
export function actionCount(service: string): number | null {
  return ACTION_COUNTS.get(service.toLowerCase()) ?? null;
}

/** Whether AWS lists a service among those whose resources resource control policies protect. */
export function isUnderResourceControlPolicies(service: string): boolean {
  return otherServices.underResourceControlPolicies.includes(service.toLowerCase());
}

/** How many actions all services have together. */
export const ALL_ACTIONS_COUNT: number = [...ACTION_COUNTS.values()].reduce(
  (sum, count) => sum + count,
  0,
);

/** The facts of a condition key in any case, of tag keys by what stands before `/`; null where there is none. */
export function findConditionKey(key: string): KeyFacts | null {
  return KEYS_BY_STEM.get(keyStem(key)) ?? null;
}

/**
 * A condition key without what follows its `/`, in lower case: `aws:PrincipalTag/team` and
 * `aws:PrincipalTag/${TagKey}` are `aws:principaltag/`; keys with a fixed part behind it are whole.
 */
export function keyStem(key: string): string {
  const lower = key.toLowerCase();
  const slash = lower.indexOf('/');
  if (slash < 0) return lower;
  const stem = lower.slice(0, slash + 1);
  return TAG_STEMS.has(stem) ? stem : lower;
}
