import { z } from 'zod';
import type { Connection, ScanFailure, Settings } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

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
    }),
  ),
  settings: z.object({
    approvedModels: z.array(z.string()),
    watchingCapUsd: z.string(),
    lookupEvents: z.boolean(),
  }),
  lastScanFailure: z.object({ at: z.string(), message: z.string() }).nullable().default(null),
});

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
}

/** What a new workspace starts with: nothing approved, and at most $5 a month for watching. */
export function newWorkspaceFile(name: string, demo = false): WorkspaceFile {
  return {
    version: 1,
    name,
    demo,
    connections: [],
    settings: { approvedModels: [], watchingCapUsd: '5', lookupEvents: true },
    lastScanFailure: null,
  };
}

/** The workspace file in memory; changes are written before they are seen. */
export interface WorkspaceFileStore {
  readonly current: () => WorkspaceFile;
  /** Set when the file was damaged on opening and set aside. */
  readonly notice: string | null;
  update(change: (file: WorkspaceFile) => WorkspaceFile): Promise<WorkspaceFile>;
}

/**
 * Opens `path`; an absent file starts from `initial`, a damaged one is set aside and named.
 * Nothing is written until the first change, so that a read-only open leaves no trace.
 * @throws AppError `io-failed` when it exists and cannot be read; `workspace-newer` when this
 * program is too old for it.
 */
export async function openWorkspaceFile(
  path: string,
  initial: WorkspaceFile,
  now: () => Instant,
): Promise<WorkspaceFileStore> {
  const reading = await readJsonFile(path, z.union([workspaceFile, newerFile]), now);
  let file = reading.state === 'read' ? known(reading.value, path) : initial;
  let writing: Promise<unknown> = Promise.resolve();
  return {
    current: () => file,
    notice: reading.state === 'damaged' ? reading.notice : null,
    update(change) {
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

function known(
  file: z.output<typeof workspaceFile> | z.output<typeof newerFile>,
  path: string,
): WorkspaceFile {
  if ('settings' in file) return file;
  const text = `${path} was written by a newer Assay. Update Assay, or open another workspace; the file was not changed.`;
  throw new AppError('workspace-newer', text);
}
