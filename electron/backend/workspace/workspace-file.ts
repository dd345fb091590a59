import { z } from 'zod';
import type {
  Connection,
  MonthClose,
  ReopenedMonth,
  ScanFailure,
  Settings,
  ToldNotice,
  UnfinishedScan,
} from '../../../shared/api/answers.ts';
import {
  budgetScope,
  sharedCostRules,
  spendBudgets,
  teamRules,
} from '../../../shared/api/spend-settings.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { DEFAULT_SETTINGS, SOURCE_KINDS } from '../../../shared/model/settings.ts';
import { priceOverrides } from '../../../shared/prices/override-schema.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { monthClose, reopenedMonth } from './month-close-schema.ts';

/** Older notices do not say of which amount they told: they are of none, so it is told once more. */
const toldNotice = z.object({
  budgetId: z.string(),
  month: z.string(),
  percent: z.number(),
  on: z.enum(['actual', 'forecast']),
  monthlyUsd: z.string().default('0'),
  scope: budgetScope.default({ kind: 'workspace' }),
  at: z.string(),
}) satisfies z.ZodType<ToldNotice>;

/** Everything about a workspace that is not in its database: a small file that a person can read. */
const workspaceFile = z.object({
  version: z.literal(1),
  name: z.string(),
  demo: z.boolean(),
  connections: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      profile: z.string().nullable(),
      roleArn: z.string().nullable(),
      regions: z.array(z.string()),
      endpointUrl: z.string().nullable(),
      accountId: z.string().nullable(),
      organization: z
        .object({
          rolePattern: z.string(),
          accounts: z.array(z.object({ accountId: z.string(), name: z.string() })).default([]),
        })
        .nullable()
        .default(null),
    }),
  ),
  settings: z.preprocess(
    sourcesOfOlder,
    z.object({
      approvedModels: z.array(z.string()),
      approvedRegions: z.array(z.string()).default([]),
      watchingCapUsd: z.string(),
      sources: z.array(z.enum(SOURCE_KINDS)).default([...SOURCE_KINDS]),
      keepBodies: z.boolean().default(false),
      verifyDigests: z.boolean().default(false),
      billTagKeys: z.array(z.string()).nullable().default(null),
      polling: z
        .object({ on: z.boolean(), minutes: z.record(z.enum(SOURCE_KINDS), z.number()) })
        .default(DEFAULT_SETTINGS.polling),
      priceOverrides: priceOverrides.default([]),
      teamRules: teamRules.default([]),
      sharedCostRules: sharedCostRules.default([]),
      spendBudgets: spendBudgets.default([]),
    }),
  ),
  lastScanFailure: z.object({ at: z.string(), message: z.string() }).nullable().default(null),
  budgetNotices: z.array(toldNotice).default([]),
  monthCloses: z.array(monthClose).default([]),
  reopenedMonths: z.array(reopenedMonth).default([]),
  unfinishedScan: z
    .object({ at: z.string(), sources: z.array(z.enum(SOURCE_KINDS)) })
    .nullable()
    .default(null),
});

/** Files written before sources could be chosen said only whether the event history was read. */
function sourcesOfOlder(settings: unknown): unknown {
  const older = z.looseObject({
    lookupEvents: z.literal(false),
    sources: z.undefined().optional(),
  });
  if (!older.safeParse(settings).success) return settings;
  const sources = SOURCE_KINDS.filter((kind) => kind !== 'events');
  return { ...z.looseObject({}).parse(settings), sources };
}

/** What a newer program wrote: not damaged, and not to be touched. */
const newerFile = z.object({ version: z.int().min(2) });

export interface WorkspaceFile {
  readonly version: 1;
  readonly name: string;
  readonly demo: boolean;
  readonly connections: readonly Connection[];
  readonly settings: Settings;
  /** Why the newest scan failed; null when it did not, or was never made. */
  readonly lastScanFailure: ScanFailure | null;
  /** Noted before a scan reads anything, so that one whose process was ended is known too. */
  readonly unfinishedScan: UnfinishedScan | null;
  /** Crossings of budgets that somebody was told of, so that each is told once. */
  readonly budgetNotices: readonly ToldNotice[];
  /** What closed months were shared out as: these figures hold. */
  readonly monthCloses: readonly MonthClose[];
  readonly reopenedMonths: readonly ReopenedMonth[];
}

/**
 * What a new workspace starts with: nothing approved, and at most $5 a month for watching. The demo
 * stands still at the time it was made, so it is not polled.
 */
export function newWorkspaceFile(name: string, demo = false): WorkspaceFile {
  return {
    version: 1,
    name,
    demo,
    connections: [],
    settings: { ...DEFAULT_SETTINGS, polling: { ...DEFAULT_SETTINGS.polling, on: !demo } },
    lastScanFailure: null,
    unfinishedScan: null,
    budgetNotices: [],
    monthCloses: [],
    reopenedMonths: [],
  };
}

/** The workspace file in memory; changes are written before they are seen. */
export interface WorkspaceFileStore {
  readonly current: () => WorkspaceFile;
  /** Set when the file was damaged on opening: what is wrong, and where it is now. */
  readonly notice: string | null;
  update(change: (file: WorkspaceFile) => WorkspaceFile): Promise<WorkspaceFile>;
}

/**
 * Opens `path`; an absent file starts from `initial`, a damaged one is set aside and named.
 * Nothing is written until the first change. Without a clock nothing is written at all: a damaged
 * file is only named, and changes are refused.
 * @throws AppError `io-failed` when it exists and cannot be read; `workspace-newer` when this
 * program is too old for it.
 */
export async function openWorkspaceFile(
  path: string,
  initial: WorkspaceFile,
  now: (() => Instant) | null,
): Promise<WorkspaceFileStore> {
  const reading = await readJsonFile(path, z.union([workspaceFile, newerFile]), now);
  let file = reading.state === 'read' ? known(reading.value, path) : initial;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    current: () => file,
    notice: reading.state === 'damaged' ? reading.notice : null,
    update(change) {
      if (now === null) return Promise.reject(openForReading(path));
      const next = writing.then(async () => {
        const changed = change(file);
        await writeJsonFile(path, changed);
        file = changed;
        return changed;
      });
      writing = next.catch(() => undefined);
      return next;
    },
  };
}

function openForReading(path: string): AppError {
  return new AppError(
    'conflict',
    `The workspace is open for reading only; ${path} is not changed.`,
  );
}

function known(
  file: z.output<typeof workspaceFile> | z.output<typeof newerFile>,
  path: string,
): WorkspaceFile {
  if ('settings' in file) return file;
  const text = `${path} was written by a newer Assay. Update Assay, or open another workspace; the file was not changed.`;
  throw new AppError('workspace-newer', text);
}
