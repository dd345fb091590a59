import type {
  BackendEvent,
  Settings,
  SourcePlan,
  WorkspaceInfo,
} from '../../shared/api/answers.ts';
import type { Api } from '../../shared/api/contract.ts';
import { coverageSummary, filterCoverage } from '../../shared/api/coverage.ts';
import { AppError } from '../../shared/model/app-error.ts';
import { DEFAULT_SETTINGS, SOURCE_KINDS, type SourceKind } from '../../shared/model/settings.ts';
import { accessAnswers } from './fixture/access.ts';
import { facets, matchingEvents, principals, timeline } from './fixture/audit.ts';
import { coverage, findingsAnswer } from './fixture/findings.ts';
import { inventoryAnswer } from './fixture/inventory.ts';
import { type FixtureScan, fixtureScan } from './fixture/jobs.ts';
import { modelDetail, modelsInventory, profilesAnswer } from './fixture/models.ts';
import { MODELS, modelInfos, WORKSPACE } from './fixture/organisation.ts';
import { promptAnswers } from './fixture/prompts.ts';
import { reconcileAnswers } from './fixture/reconcile-answers.ts';
import { spendAnswer } from './fixture/spend.ts';
import { spendAnswers } from './fixture/spend-answers.ts';

/** A backend with static, realistic data, for looking at pages; only tests know it. */
export interface FixtureBackend {
  readonly api: Api;
  onEvent(listener: (event: BackendEvent) => void): () => void;
  readonly scan: FixtureScan;
}

/** What a test wants different. */
export interface FixtureOptions {
  /** Replaces methods, for example by ones that fail. */
  readonly api?: Partial<Api>;
  readonly workspace?: Partial<WorkspaceInfo>;
}

const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AssayReadOnly',
        Effect: 'Allow',
        Action: ['bedrock:ListGuardrails', 'bedrock:GetGuardrail', 'cloudtrail:LookupEvents'],
        Resource: '*',
      },
    ],
  },
  null,
  2,
);

/** Starts the fixture; every call answers from memory. */
export function fixtureBackend(options: FixtureOptions = {}): FixtureBackend {
  const listeners = new Set<(event: BackendEvent) => void>();
  const emit = (event: BackendEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const scan = fixtureScan(emit);
  const api: Api = {
    ...workspaceAnswers({ ...WORKSPACE, ...options.workspace }),
    ...settingsAnswers(),
    ...trafficAnswers(),
    ...promptAnswers(emit),
    ...accessAnswers(),
    'scan.start': async () => scan.start(),
    'import.start': async () => ({ ...scan.start(), kind: 'import' }),
    'job.current': async () => scan.current(),
    'job.answer': async () => null,
    'job.cancel': async () => {
      scan.cancel();
      return null;
    },
    ...options.api,
  };
  return {
    api,
    scan,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function workspaceAnswers(workspace: WorkspaceInfo) {
  const { name, folder, demo } = workspace;
  const first = workspace.connections[0] ?? WORKSPACE.connections[0];
  return {
    'workspace.get': async () => workspace,
    'workspace.list': async () => [{ name, folder, demo, open: true }],
    'workspace.open': async (input) => ({ ...workspace, folder: input.folder, demo: false }),
    'workspace.open-demo': async () => WORKSPACE,
    'profiles.list': async () => [
      { name: 'default', region: 'us-east-1', endpointUrl: null },
      { name: 'audit', region: 'eu-west-1', endpointUrl: null },
      { name: 'sandbox', region: null, endpointUrl: 'http://127.0.0.1:5000' },
    ],
    'connection.test': async () => ({
      accountId: '111122223333',
      arn: 'arn:aws:sts::111122223333:assumed-role/AssayReader/ada',
    }),
    'connection.add': async (input) => {
      if (first === undefined) throw new AppError('not-found', 'The fixture has no connection.');
      return { ...first, id: 'connection-new', label: input.label, regions: input.regions };
    },
    'connection.remove': async () => null,
    'policy.get': async () => ({
      json: POLICY,
      characters: 300,
      parts: [{ json: POLICY, characters: 300 }],
      charactersAllowed: 6_144,
      partition: 'aws' as const,
      partitions: ['aws' as const],
      actions: [
        { action: 'bedrock:ListGuardrails', usedFor: 'guardrails' },
        { action: 'cloudtrail:LookupEvents', usedFor: 'events' },
      ],
    }),
    'policy.missing': async () => ({
      partition: 'aws' as const,
      partitions: [],
      parts: [],
      grants: [],
      refusals: [],
    }),
  } satisfies Partial<Api>;
}

function settingsAnswers() {
  let settings: Settings = {
    ...DEFAULT_SETTINGS,
    approvedModels: MODELS.filter(({ approved }) => approved).map(({ id }) => id),
  };
  return {
    'settings.get': async () => settings,
    'settings.update': async (patch) => {
      const given = Object.entries(patch).filter(([, value]) => value !== undefined);
      settings = { ...settings, ...Object.fromEntries(given) };
      return settings;
    },
    'coverage.summary': async () => coverageSummary(coverage()),
    'coverage.list': async ({ filter = {}, ...page }) =>
      pageOf(filterCoverage(coverage(), filter), page),
    'files.list': async () => ({ rows: [], total: 0 }),
    'inventory.list': async (input) => inventoryAnswer(input),
    'models.list': async () =>
      modelInfos().map((model) => ({
        ...model,
        approved: settings.approvedModels.includes(model.modelId),
      })),
    'models.inventory': async () => modelsInventory(settings.approvedModels),
    'models.profiles': async () => profilesAnswer(),
    'models.detail': async ({ modelId }) => modelDetail(modelId, settings.approvedModels),
    'polling.get': async () => ({
      on: settings.polling.on,
      running: true,
      sources: SOURCE_KINDS.map((kind) => planOf(kind, settings)),
    }),
    'watching.get': async () => ({
      month: '2026-11',
      usd: '0.3125',
      capUsd: settings.watchingCapUsd,
      lastScanUsd: '0.0034',
      operations: [
        { operation: 'cloudwatch:GetMetricData', calls: 212, units: 31_250, usd: '0.3125' },
        { operation: 'cloudtrail:LookupEvents', calls: 96, units: 96, usd: '0' },
      ],
    }),
  } satisfies Partial<Api>;
}

/** When a source is read and what that costs. */
function planOf(kind: SourceKind, { polling, sources }: Settings): SourcePlan {
  const usd = kind === 'metrics' ? '0.0125' : kind === 'bill' ? null : '0';
  return {
    kind,
    minutes: polling.minutes[kind],
    lastAt: usd === null ? null : '2026-11-20T11:48:00Z',
    nextAt: polling.on && sources.includes(kind) ? '2026-11-20T12:48:00Z' : null,
    failures: 0,
    usdPerReading: usd,
    usdPerMonth: usd === null ? null : usd === '0' ? '0' : '9',
  };
}

function trafficAnswers() {
  return {
    'spend.get': async (input) => spendAnswer(input),
    'spend.calls': async () => ({ rows: [], total: 0 }),
    ...spendAnswers(),
    ...reconcileAnswers(),
    'prices.list': async () =>
      spendAnswer({ from: '2026-11-01', to: '2026-12-01', groupBy: 'model' }).prices,
    'prices.quote': async ({ rows }) =>
      rows.map(() => ({ status: 'unpriced', reason: 'no prices in the fixture' })),
    'prices.conflicts': async () => [],
    'principals.list': async (input) => pageOf(principals(input), input),
    'events.list': async (input) => {
      const rows = matchingEvents(input);
      return pageOf(input.sort === 'time-asc' ? [...rows].reverse() : rows, input);
    },
    'events.timeline': async (input) => timeline(input),
    'events.facets': async (input) => facets(input),
    'events.record': async ({ eventId }) => ({
      eventId,
      file: '/home/ada/.assay/demo/spool/2026/11/20/events.json.gz',
      record: { eventVersion: '1.11', eventID: eventId, eventName: 'Converse' },
      invocation: { requestId: `req-${eventId}`, inputTokens: 912, outputTokens: 304 },
    }),
    'findings.list': async () => findingsAnswer(),
    'report.build': async () => ({
      columns: [
        { id: 'model', title: 'Model', kind: 'text' },
        { id: 'usd', title: 'Cost', kind: 'usd' },
      ],
      rows: [['Claude Opus 5.5', '2380.12']],
      totals: [null, '2380.12'],
      notes: [],
    }),
    'query.run': async () => ({
      columns: [{ name: 'events', type: 'BIGINT' }],
      rows: [[612]],
      truncated: false,
    }),
  } satisfies Partial<Api>;
}

function pageOf<T>(
  rows: readonly T[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
) {
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}
