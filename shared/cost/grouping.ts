import { unitNamed } from '../model/billable-units.ts';
import { canonicalModelId, providerLabel } from '../model/model-catalogue.ts';
import type { ModelRef, ModelScope } from '../model/model-id.ts';
import { modelLabel } from '../model/model-label.ts';
import type { Instant } from '../model/period.ts';
import { principalLabel } from '../model/principal.ts';
import { UNASSIGNED } from '../model/team-rules.ts';
import type { BillableUnit, ServiceTier, UsageBasis } from '../model/usage.ts';

/** A tag of what was called or who called, or request metadata, by its key. */
export type KeyedGrouping = `tag:${string}` | `metadata:${string}`;

type NamedGrouping =
  | 'model'
  | 'provider'
  | 'account'
  | 'region'
  | 'destination-region'
  | 'scope'
  | 'tier'
  | 'unit'
  | 'principal'
  | 'person'
  | 'profile'
  | 'project'
  | 'team'
  | 'guardrail'
  | 'agent'
  | 'knowledge-base';

/** By what spend is grouped; the words of the contract. */
export type Grouping = NamedGrouping | KeyedGrouping;

/** What a row knows beside what prices it; null where its basis does not tell. */
export interface Origin {
  /** The first instant of its hour; null for rows of days. */
  readonly start: Instant | null;
  readonly destinationRegion: string | null;
  readonly sessionName: string | null;
  /** Who the session was begun by, as events tell; whoever began it chose it. */
  readonly sourceIdentity: string | null;
  /** The user of IAM Identity Center behind the session, as events tell. */
  readonly onBehalfOf: string | null;
  /** Request metadata that came with the call, of the keys that were asked for. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly guardrailId: string | null;
  /** Of Bedrock Mantle. */
  readonly project: string | null;
  /** Whether the principal is an estimate, by calls in events. */
  readonly allocated: boolean;
}

/** What a row says of itself; null where its basis does not know. */
export interface Groupable {
  readonly accountId: string;
  readonly region: string;
  readonly principalArn: string | null;
  readonly tier: ServiceTier | null;
  readonly unit: BillableUnit | null;
  readonly basis: UsageBasis;
  readonly origin?: Origin;
}

/** What groups follow from beyond a row itself: readings and settings of the workspace. */
export interface GroupNames {
  readonly teamOf: (row: Groupable, model: ModelRef) => string;
  readonly personOf: (row: Groupable) => string | null;
  readonly tagOf: (key: string, row: Groupable, model: ModelRef) => string | null;
  /** Key of the agents or knowledge bases whose service role a principal is. */
  readonly servedBy: (what: 'agent' | 'knowledge-base', principalArn: string) => string | null;
  /** What people call a key. */
  readonly labelOf: (grouping: Grouping, key: string) => string | null;
}

/** Names of a workspace of which nothing was read and that has no rules. */
export const NO_NAMES: GroupNames = {
  teamOf: () => UNASSIGNED,
  personOf: () => null,
  tagOf: () => null,
  servedBy: () => null,
  labelOf: () => null,
};

/** The key of rows that do not know what they are grouped by. */
export const NOT_KNOWN = 'unknown';
/** The same where a key is a value that somebody wrote; no tag has parentheses. */
export const VALUE_NOT_KNOWN = '(unknown)';
/** The key of rows that are known to have none of what they are grouped by. */
export const NONE = '(none)';
/** The key of all groups together that have no place of their own. */
export const OTHERS = '(other)';

const SCOPE_LABELS: Readonly<Record<string, string>> = {
  'in-region': 'In-Region',
  geographic: 'Geographic',
  global: 'Global',
};

type KeyOf = (row: Groupable, model: ModelRef, names: GroupNames) => string;

const KEYS: Readonly<Record<NamedGrouping, KeyOf>> = {
  model: (_, model) => canonicalModelId(model.baseModelId),
  provider: (_, model) => model.provider,
  account: (row) => row.accountId,
  region: (row) => row.region,
  'destination-region': destinationOf,
  scope: (_, model) => knownScope(model),
  tier: (row) => row.tier ?? NOT_KNOWN,
  unit: (row) => row.unit ?? NOT_KNOWN,
  principal: (row) => row.principalArn ?? NOT_KNOWN,
  person: (row, _, names) => names.personOf(row) ?? noneIf(row.principalArn !== null),
  profile: (_, model) =>
    model.kind === 'application-inference-profile' ? model.key : noneIf(model.kind !== 'unknown'),
  project: ({ origin }) => origin?.project ?? NONE,
  team: (row, model, names) => names.teamOf(row, model),
  guardrail: (row) => row.origin?.guardrailId ?? noneIf(row.basis === 'invocation-logs'),
  agent: (row, _, names) => servedBy('agent', row, names),
  'knowledge-base': (row, _, names) => servedBy('knowledge-base', row, names),
};

/** The group that a row of a resolved model belongs to. */
export function groupKey(
  grouping: Grouping,
  row: Groupable,
  { model, names = NO_NAMES }: { readonly model: ModelRef; readonly names?: GroupNames },
): string {
  const { tag, metadata } = keyOfGrouping(grouping);
  if (tag !== null)
    return names.tagOf(tag, row, model) ?? (row.principalArn === null ? VALUE_NOT_KNOWN : NONE);
  if (metadata !== null) return metadataValue(row.origin?.metadata, metadata) ?? noValue(row);
  return KEYS[grouping as NamedGrouping](row, model, names);
}

function metadataValue(values: Origin['metadata'] | undefined, key: string): string | null {
  return values !== undefined && Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}

function noValue({ basis }: Groupable): string {
  return basis === 'metrics' ? VALUE_NOT_KNOWN : NONE;
}

/** The key of a tag or of request metadata that a grouping names; null for other groupings. */
export function keyOfGrouping(grouping: Grouping): {
  readonly tag: string | null;
  readonly metadata: string | null;
} {
  const after = (prefix: string) =>
    grouping.startsWith(prefix) ? grouping.slice(prefix.length) : null;
  return { tag: after('tag:'), metadata: after('metadata:') };
}

/** Only where the call itself says where it was answered, or it cannot have left its Region. */
function destinationOf({ origin, region }: Groupable, model: ModelRef): string {
  return origin?.destinationRegion ?? (knownScope(model) === 'in-region' ? region : NOT_KNOWN);
}

function servedBy(what: 'agent' | 'knowledge-base', row: Groupable, names: GroupNames): string {
  if (row.principalArn === null) return NOT_KNOWN;
  return names.servedBy(what, row.principalArn) ?? NONE;
}

function noneIf(known: boolean): string {
  return known ? NONE : NOT_KNOWN;
}

/** Whether groups follow from who called: then what is shared out over callers is an estimate in them. */
export function isByCaller(grouping: Grouping): boolean {
  return BY_CALLER.has(grouping) || keyOfGrouping(grouping).tag !== null;
}

const BY_CALLER: ReadonlySet<Grouping> = new Set([
  'principal',
  'person',
  'team',
  'agent',
  'knowledge-base',
]);

/** The scope of a model, or that it is not known: an opaque id does not tell its scope. */
export function knownScope(model: ModelRef): ModelScope | typeof NOT_KNOWN {
  return model.provider === 'unknown' ? NOT_KNOWN : model.scope;
}

const LABELS: Readonly<Partial<Record<Grouping, (key: string) => string>>> = {
  model: modelLabel,
  provider: providerLabel,
  scope: (key) => SCOPE_LABELS[key] ?? key,
  unit: (key) => unitNamed(key)?.label ?? key,
  principal: principalLabel,
  tier: (key) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`,
};

const NONE_LABELS: Readonly<Partial<Record<Grouping, string>>> = {
  person: 'No person (workloads and users)',
  profile: 'No application profile',
  project: 'No project',
  guardrail: 'No guardrail',
  agent: 'No agent',
  'knowledge-base': 'No knowledge base',
};

/** What a person calls a group; `accounts` names accounts by id. */
export function groupLabel(
  grouping: Grouping,
  key: string,
  {
    accounts,
    names = NO_NAMES,
  }: {
    readonly accounts: ReadonlyMap<string, string>;
    readonly names?: GroupNames;
  },
): string {
  if (key === OTHERS) return 'Other';
  if (key === NONE) return NONE_LABELS[grouping] ?? 'None';
  if (key === VALUE_NOT_KNOWN) return 'Not known';
  const { tag, metadata } = keyOfGrouping(grouping);
  if (tag !== null || metadata !== null) return key;
  if (key === NOT_KNOWN) return notKnownLabel(grouping);
  if (grouping === 'account') return accounts.get(key) ?? key;
  if (grouping === 'team' && key === UNASSIGNED) return 'Unassigned';
  return names.labelOf(grouping, key) ?? LABELS[grouping]?.(key) ?? key;
}

function notKnownLabel(grouping: Grouping): string {
  return grouping === 'principal' ? 'Principal not known (metrics only)' : 'Not known';
}
