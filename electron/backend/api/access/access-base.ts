import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import {
  DEFAULT_PROJECT,
  type MantleUse,
} from '../../../../shared/access/catalogue/mantle-routes.ts';
import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import type { AccessCatalogue } from '../../../../shared/access/catalogue/route.ts';
import type { AccessPrincipal, AccessWorld } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import type { DatasetReading, Snapshot } from '../../../../shared/model/dataset.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { addDays, dayOf, type Instant, type Period } from '../../../../shared/model/period.ts';
import type { ApiContext } from '../context.ts';
import { currentPlaces } from '../current-places.ts';
import { type ModelNames, modelNames } from '../models/model-names.ts';
import { pricingOf } from '../pricing.ts';
import { type AccessUse, accessUse } from './access-use.ts';
import { principalTeams } from './principal-teams.ts';

/** Days over which Access counts use. */
export const ACCESS_DAYS = 90;

/** What every answer about access rests on, as of one moment. */
export interface AccessBase {
  readonly readings: readonly DatasetReading[];
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  readonly use: AccessUse;
  /** Null where no rule names it. */
  readonly teamOf: (principal: AccessPrincipal) => string | null;
  readonly isApproved: (modelId: string) => boolean;
  readonly at: Instant;
  readonly takenAt: Instant | null;
}

/** Who there is and what can be called, as one snapshot tells it. */
interface Configured {
  readonly snapshot: Snapshot | null;
  readonly connections: readonly Connection[];
  readonly readings: readonly DatasetReading[];
  readonly world: AccessWorld;
}

/** Makes bases: what follows from one snapshot, and what was called, is kept while both stay the same. */
export function accessBases(context: ApiContext): (days?: number) => Promise<AccessBase> {
  let kept: Configured | null = null;
  const uses = keptUses(context);
  return async (days = ACCESS_DAYS) => {
    const { store, file } = context.workspace();
    const { settings, connections } = file.current();
    const snapshot = await store.latestSnapshot();
    if (kept === null || kept.snapshot !== snapshot || kept.connections !== connections) {
      kept = configured(snapshot, connections);
    }
    const { readings, world } = kept;
    const of = readingsByDataset(readings);
    const at = context.host.now();
    const { profiles } = await pricingOf(context);
    const use = await uses(windowOf(at, days), modelNames(of, profiles));
    const approved = new Set(settings.approvedModels.map(canonicalBaseModelId));
    return {
      readings,
      world,
      catalogue: createCatalogue(readings, mantleUses(use)),
      use,
      teamOf: principalTeams(settings.teamRules, of),
      isApproved: (modelId) => approved.has(modelId) || settings.approvedModels.includes(modelId),
      at,
      takenAt: oldestOf(readings),
    };
  };
}

function configured(snapshot: Snapshot | null, connections: readonly Connection[]): Configured {
  const isCurrent = currentPlaces(connections, snapshot);
  const readings = (snapshot?.readings ?? []).filter(isCurrent);
  return { snapshot, connections, readings, world: createAccessWorld(readings) };
}

/** Asking who called what reads every call of the window: once while nothing is stored. */
function keptUses(context: ApiContext): (window: Period, nameOf: ModelNames) => Promise<AccessUse> {
  let kept: { readonly key: string; readonly use: AccessUse } | null = null;
  return async (window, nameOf) => {
    const { store, folder } = context.workspace();
    const [extent] = await store.ask('store-extent', {});
    const key = JSON.stringify([folder, window, extent]);
    if (kept?.key !== key) kept = { key, use: await accessUse(store, window, nameOf) };
    return kept.use;
  };
}

function windowOf(at: Instant, days: number): Period {
  const today = dayOf(at);
  return { from: addDays(today, -days), to: addDays(today, 1) };
}

/** Inferences over mantle prove that a model is offered there. */
function mantleUses({ rows }: AccessUse): readonly MantleUse[] {
  return rows
    .filter(({ plane }) => plane === 'bedrock-mantle')
    .map(({ accountId, region, modelKey }) => ({
      accountId,
      region: region ?? '',
      projectId: DEFAULT_PROJECT,
      modelId: modelKey,
    }));
}

/** What decisions rest on is as old as its oldest part. */
function oldestOf(readings: readonly DatasetReading[]): Instant | null {
  const times = readings
    .filter(({ dataset }) => dataset === 'account-authorization')
    .map(({ readAt }) => readAt);
  return times.sort()[0] ?? null;
}
