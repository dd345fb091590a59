import type { InferenceProfile, ObservedUsage } from '../model/dataset.ts';
import { groupThousands } from '../model/group-thousands.ts';
import { canonicalModelId } from '../model/model-catalogue.ts';
import type { ModelKind, ModelRef } from '../model/model-id.ts';
import { addDays, type Day } from '../model/period.ts';
import { principalLabel, principalName } from '../model/principal.ts';
import type { ModelLookup } from '../prices/find-model.ts';
import type { OwnedModel } from '../prices/owned-models.ts';
import { type ProfileTargets, profileTargets, resolveModel } from '../prices/profile-targets.ts';
import { WINDOW_DAYS } from './observed-usage.ts';

/** All calls of one model in the window, by whatever id it was called. */
export interface ModelTraffic {
  /** Canonical, without geography prefix; the id as called where it names no model. */
  readonly baseModelId: string;
  readonly identified: boolean;
  /** The account's own model of which AWS names no foundation model, as an imported one is. */
  readonly own: OwnedModel | null;
  readonly calls: number;
  readonly rows: readonly { readonly usage: ObservedUsage; readonly model: ModelRef }[];
}

/** Usage of the last 30 days, today included; tokens that stand beside their calls too. */
export function recentUsage(usage: readonly ObservedUsage[], today: Day): readonly ObservedUsage[] {
  const from = addDays(today, 1 - WINDOW_DAYS);
  return usage.filter((row) => row.lastDay >= from && (row.calls > 0 || hasTokens(row)));
}

function hasTokens({ inputTokens, outputTokens }: ObservedUsage): boolean {
  return (inputTokens ?? 0) > 0 || (outputTokens ?? 0) > 0;
}

/** What ids stand for here: the profiles of the place, and what all accounts own. */
export function targetsOf(
  profiles: readonly InferenceProfile[],
  lookup: ModelLookup,
): ProfileTargets {
  return new Map([...lookup.profiles, ...profileTargets(profiles)]);
}

/**
 * Groups calls by the model behind each id, busiest first: application profiles, bought capacity
 * and models of the accounts' own are resolved.
 */
export function trafficByModel(
  usage: readonly ObservedUsage[],
  profiles: readonly InferenceProfile[],
  lookup: ModelLookup,
): readonly ModelTraffic[] {
  const targets = targetsOf(profiles, lookup);
  const groups = new Map<string, { usage: ObservedUsage; model: ModelRef }[]>();
  for (const row of usage) {
    const model = resolveModel(row.modelArn ?? row.modelId, targets);
    const key = canonicalModelId(model.baseModelId);
    groups.set(key, [...(groups.get(key) ?? []), { usage: row, model }]);
  }
  return [...groups]
    .map(([baseModelId, rows]) => {
      const identified = rows.every(({ model }) => model.provider !== 'unknown');
      return {
        baseModelId,
        identified,
        own: identified ? null : (lookup.owned.get(baseModelId) ?? null),
        calls: sumCalls(rows.map((row) => row.usage)),
        rows,
      };
    })
    .sort((a, b) => b.calls - a.calls || (a.baseModelId < b.baseModelId ? -1 : 1));
}

const LOST_KINDS: Readonly<Partial<Record<ModelKind, string>>> = {
  'application-inference-profile': 'an application inference profile',
  'provisioned-model': 'provisioned throughput',
  'custom-model': 'a custom model',
  'imported-model': 'an imported model',
  'prompt-router': 'a prompt router',
  'marketplace-endpoint': 'a Marketplace endpoint',
  prompt: 'a managed prompt',
};

/** What is known of an id that names no foundation model: `is an imported model`. */
export function unidentifiedText({ own, rows }: ModelTraffic): string {
  if (own !== null) {
    return `is ${LOST_KINDS[own.kind]} of the account, of which AWS names no foundation model`;
  }
  const kinds = rows.map(({ model }) => LOST_KINDS[model.kind]);
  const kind = kinds.find((text) => text !== undefined);
  return kind === undefined
    ? 'names no foundation model, and no ARN tells what it is'
    : `is by its ARN ${kind} that was not read: it was deleted, or lies where Assay does not read`;
}

/** All calls of some usage. */
export function sumCalls(usage: readonly ObservedUsage[]): number {
  return usage.reduce((sum, row) => sum + row.calls, 0);
}

/** `1,240 calls by batch-etl (1,000), ci (240)`; at most four callers are named. */
export function callsByCaller(usage: readonly ObservedUsage[]): string {
  if (sumCalls(usage) === 0) return 'tokens of calls that nothing counted';
  const byCaller = new Map<string, number>();
  for (const row of usage.filter((each) => each.calls > 0)) {
    const caller =
      row.principalArn === null
        ? 'callers not known'
        : principalName(principalLabel(row.principalArn));
    byCaller.set(caller, (byCaller.get(caller) ?? 0) + row.calls);
  }
  const sorted = [...byCaller].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const named = sorted.slice(0, 4).map(([caller, calls]) => `${caller} (${count(calls)})`);
  const others = sorted.length - named.length;
  if (others > 0) named.push(`${others} more`);
  return `${calls(sumCalls(usage))} by ${named.join(', ')}`;
}

/** `1 call`, `2,400 calls`. */
export function calls(number: number): string {
  return `${count(number)} ${number === 1 ? 'call' : 'calls'}`;
}

function count(number: number): string {
  return groupThousands(String(number));
}
