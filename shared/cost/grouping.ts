import { assertNever } from '../model/assert-never.ts';
import { unitNamed } from '../model/billable-units.ts';
import { canonicalModelId, providerLabel } from '../model/model-catalogue.ts';
import type { ModelRef, ModelScope } from '../model/model-id.ts';
import { modelLabel } from '../model/model-label.ts';
import { principalLabel } from '../model/principal.ts';
import type { BillableUnit, ServiceTier } from '../model/usage.ts';

/** By what spend is grouped; the words of the contract. */
export type Grouping =
  | 'model'
  | 'provider'
  | 'account'
  | 'region'
  | 'scope'
  | 'tier'
  | 'unit'
  | 'principal';

/** What a row says of itself; null where its basis does not know. */
export interface Groupable {
  readonly accountId: string;
  readonly region: string;
  readonly principalArn: string | null;
  readonly tier: ServiceTier | null;
  readonly unit: BillableUnit | null;
}

/** The key of rows that do not know what they are grouped by. */
export const NOT_KNOWN = 'unknown';

const SCOPE_LABELS: Readonly<Record<string, string>> = {
  'in-region': 'In-Region',
  geographic: 'Geographic',
  global: 'Global',
};

/** The group that a row of a resolved model belongs to. */
export function groupKey(grouping: Grouping, row: Groupable, model: ModelRef): string {
  switch (grouping) {
    case 'model':
      return canonicalModelId(model.baseModelId);
    case 'provider':
      return model.provider;
    case 'account':
      return row.accountId;
    case 'region':
      return row.region;
    case 'scope':
      return knownScope(model);
    case 'tier':
      return row.tier ?? NOT_KNOWN;
    case 'unit':
      return row.unit ?? NOT_KNOWN;
    case 'principal':
      return row.principalArn ?? NOT_KNOWN;
    default:
      return assertNever(grouping);
  }
}

/** The scope of a model, or that it is not known: an opaque id does not tell its scope. */
export function knownScope(model: ModelRef): ModelScope | typeof NOT_KNOWN {
  return model.provider === 'unknown' ? NOT_KNOWN : model.scope;
}

/** What a person calls a group; `accounts` names accounts by id. */
export function groupLabel(
  grouping: Grouping,
  key: string,
  accounts: ReadonlyMap<string, string>,
): string {
  if (key === NOT_KNOWN) return notKnownLabel(grouping);
  switch (grouping) {
    case 'model':
      return modelLabel(key);
    case 'provider':
      return providerLabel(key);
    case 'account':
      return accounts.get(key) ?? key;
    case 'scope':
      return SCOPE_LABELS[key] ?? key;
    case 'unit':
      return unitNamed(key)?.label ?? key;
    case 'principal':
      return principalLabel(key);
    case 'tier':
      return key.charAt(0).toUpperCase() + key.slice(1);
    case 'region':
      return key;
    default:
      return assertNever(grouping);
  }
}

function notKnownLabel(grouping: Grouping): string {
  return grouping === 'principal' ? 'Principal not known (metrics only)' : 'Not known';
}
