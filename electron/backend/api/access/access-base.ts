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
import type { DatasetReading, ReadOutcome, Snapshot } from '../../../../shared/model/dataset.ts';
import { canonicalBaseModelId } from '../../../../shared/model/model-id.ts';
import { addDays, dayOf, type Instant, type Period } from '../../../../shared/model/period.ts';
import { callersTold } from '../../../../shared/rules/callers-told.ts';
import type { ApiContext } from '../context.ts';
import { currentPlaces } from '../current-places.ts';
import { type ModelNames, modelNames } from '../models/model-names.ts';
import { pricingOf } from '../pricing.ts';
import { type AccessUse, accessUse } from './access-use.ts';
import { type Compiled, keptCompilations } from './compiled.ts';
import { principalTeams } from './principal-teams.ts';

/** Days over which Access counts use. */
export const ACCESS_DAYS = 90;

/** What every answer about access rests on, as of one moment. */
export interface AccessBase {
  readonly readings: readonly DatasetReading[];
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  /** The decisions of everybody on every way, under what a reader fixes of a request. */
  readonly compiled: Compiled;
  readonly use: AccessUse;
  /** Whether calls of an account's users and roles would have been seen in that window. */
  readonly callersIn: (accountId: string) => ReadOutcome;
  /** Null where no rule names it. */
  readonly teamOf: (principal: AccessPrincipal) => string | null;
  readonly isApproved: (modelId: string) => boolean;
  readonly at: Instant;
  /** When the oldest of the policies was read; null before the first scan. */
  readonly takenAt: Instant | null;
}

/** Makes the base of an answer over calls of so many days. */
export type AccessBases = (days?: number) => Promise<AccessBase>;

/** Makes bases: what follows from one snapshot and from what was called is kept while both stay. */
export function accessBases(context: ApiContext): AccessBases {
  const kept = keptConfiguration();
  const uses = keptUses(context);
  return async (days = ACCESS_DAYS) => {
    const { store, file } = context.workspace();
    const { settings, connections } = file.current();
    const snapshot = await store.latestSnapshot();
    const at = context.host.now();
    const { readings, world } = kept.people(snapshot, connections);
    const of = readingsByDataset(readings);
    const { profiles } = await pricingOf(context);
    const use = await uses(windowOf(at, days), modelNames(of, profiles));
    const sources = await store.latestSourceReadings();
    const { from: since } = use.window;
    const approved = new Set(settings.approvedModels.map(canonicalBaseModelId));
    return {
      readings,
      world,
      ...kept.models(use, dayOf(at)),
      use,
      callersIn: callersTold({ told: use.told, sources, since }),
      teamOf: principalTeams(settings.teamRules, of),
      isApproved: (modelId) => approved.has(modelId) || settings.approvedModels.includes(modelId),
      at,
      takenAt: oldestOf(readings),
    };
  };
}

/** Who there is, as one snapshot tells it. */
interface People {
  readonly snapshot: Snapshot | null;
  readonly connections: readonly Connection[];
  readonly readings: readonly DatasetReading[];
  readonly world: AccessWorld;
}

/** What can be called, as that snapshot and mantle's callers tell it. */
interface Models {
  readonly use: AccessUse;
  readonly day: string;
  readonly catalogue: AccessCatalogue;
  readonly compiled: Compiled;
}

function keptConfiguration() {
  let people: People = configured(null, []);
  let models: Models | null = null;
  return {
    people(snapshot: Snapshot | null, connections: readonly Connection[]): People {
      if (people.snapshot !== snapshot || people.connections !== connections) {
        people = configured(snapshot, connections);
        models = null;
      }
      return people;
    },
    models(use: AccessUse, day: string): Pick<Models, 'catalogue' | 'compiled'> {
      if (models === null || models.use !== use || models.day !== day) {
        const { readings, world } = people;
        const catalogue = createCatalogue(readings, mantleUses(use));
        const at = `${day}T00:00:00Z`;
        models = { use, day, catalogue, compiled: keptCompilations({ world, catalogue, at }) };
      }
      return models;
    },
  };
}

function configured(snapshot: Snapshot | null, connections: readonly Connection[]): People {
  const isCurrent = currentPlaces(connections, snapshot);
  const readings = (snapshot?.readings ?? []).filter(isCurrent);
  return { snapshot, connections, readings, world: createAccessWorld(readings) };
}

/** Asking who called what reads every call of the window: once, until something is stored. */
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

/** The last UTC days, today's among them. */
function windowOf(at: Instant, days: number): Period {
  const today = dayOf(at);
  return { from: addDays(today, 1 - days), to: addDays(today, 1) };
}

/** Inferences over mantle prove that a model is offered there. */
function mantleUses({ rows }: AccessUse): readonly MantleUse[] {
  return rows
    .filter(({ plane, region }) => plane === 'bedrock-mantle' && region !== null)
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
