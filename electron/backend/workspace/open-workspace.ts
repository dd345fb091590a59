import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BackendEvent, Connection } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import type { Instant } from '../../../shared/model/period.ts';
import { type Clients, createClients } from '../aws/clients.ts';
import type { OnAttempt } from '../aws/count-attempts.ts';
import type { Environment } from '../aws/shared-config.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';
import type { Log } from '../log.ts';
import { clearPassing } from '../sources/spool.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { type DemoAccount, startDemoAccount, startDemoThread } from './demo-account.ts';
import { demoFolders, removeOlderDemos } from './older-demos.ts';
import { newWorkspaceFile, openWorkspaceFile, type WorkspaceFileStore } from './workspace-file.ts';

/** A workspace with everything that is open for it. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly file: WorkspaceFileStore;
  readonly store: Store;
  readonly jobs: JobRunner;
  /** Where log files that were fetched are kept, compressed. */
  readonly spoolFolder: string;
  readonly demo: DemoAccount | null;
  /** Makes the AWS clients of a connection; whoever asks closes them. */
  readonly connect: (connection: Connection, onAttempt?: OnAttempt) => Clients;
  close(): Promise<void>;
}

/** What opening needs from the host. */
export interface WorkspaceHost {
  /** Assay's own folder: demo workspaces and the list of known ones. */
  readonly home: string;
  readonly env: Environment;
  readonly log: Log;
  readonly now: () => Instant;
  readonly readOnly: boolean;
  readonly emit: (event: BackendEvent) => void;
  /** The bundled thread of the simulated organisation; null runs it in this thread. */
  readonly demoThread: string | null;
}

/**
 * Opens or creates the workspace in `folder`.
 * @throws AppError `workspace-locked`, `workspace-newer`, `workspace-damaged` or `io-failed`.
 */
export function openWorkspace(folder: string, host: WorkspaceHost): Promise<OpenWorkspace> {
  return open(path.resolve(folder), host, null);
}

/**
 * Starts the simulated organisation and opens its workspace of today, made anew each day; reading
 * only, the organisation is not needed.
 */
export async function openDemoWorkspace(host: WorkspaceHost): Promise<OpenWorkspace> {
  const now = host.now();
  const { demos, today } = demoFolders(host.home, now);
  if (host.readOnly) return open(today, host, null);
  await removeOlderDemos(demos, { today, now });
  const demo = await startDemo(host);
  try {
    const workspace = await open(today, host, demo);
    await introduce(demo, workspace.file);
    return workspace;
  } catch (thrown) {
    await demo.close();
    throw thrown;
  }
}

function startDemo({ demoThread, now }: WorkspaceHost): Promise<DemoAccount> {
  const options = { now: now() };
  return demoThread === null ? startDemoAccount(options) : startDemoThread(demoThread, options);
}

async function open(
  folder: string,
  host: WorkspaceHost,
  demo: DemoAccount | null,
): Promise<OpenWorkspace> {
  if (!host.readOnly) await makeFolder(folder);
  const initial = newWorkspaceFile(demo === null ? path.basename(folder) : 'Demo', demo !== null);
  const { readOnly, now } = host;
  const settings = path.join(folder, 'workspace.json');
  const file = await openWorkspaceFile(settings, initial, readOnly ? null : now);
  if (file.notice !== null) host.log.warn(file.notice);
  if (!readOnly) refuseForeignDemo(folder, file, demo);
  const store = await openStore({ folder, readOnly, now });
  const spoolFolder = path.join(folder, 'spool');
  if (!readOnly) await clearPassing(spoolFolder);
  const jobs = createJobRunner({ now, emit: host.emit });
  const credentials = demo === null ? {} : { credentials: demo.credentials };
  return {
    folder,
    file,
    store,
    jobs,
    spoolFolder,
    demo,
    connect: (connection, onAttempt) =>
      createClients({
        connection,
        env: host.env,
        log: host.log,
        ...credentials,
        ...(onAttempt === undefined ? {} : { onAttempt }),
      }),
    async close() {
      await jobs.close();
      await store.close();
      await demo?.close();
    },
  };
}

/** A demo workspace opened by its folder would try to reach a simulation that is not running. */
function refuseForeignDemo(
  folder: string,
  file: WorkspaceFileStore,
  demo: DemoAccount | null,
): void {
  if (demo === null && file.current().demo) {
    const text = `${folder} belongs to the demo account. Open the demo instead, or choose another folder.`;
    throw new AppError('invalid-input', text);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const text = `The workspace folder ${folder} cannot be created. Choose another, or check its permissions.`;
    throw new AppError('io-failed', text, { cause });
  }
}

/** A connection of this run with the accounts that an earlier one found its organisation to have. */
function withKnownAccounts(connection: Connection, old: readonly Connection[]): Connection {
  const known = old.find(({ id }) => id === connection.id)?.organization?.accounts ?? [];
  const { organization } = connection;
  return {
    ...connection,
    organization: organization === null ? null : { ...organization, accounts: known },
  };
}

/** Connections point to this run's port; what the user set today is kept. */
async function introduce(demo: DemoAccount, file: WorkspaceFileStore): Promise<void> {
  await file.update((old) => ({
    ...old,
    connections: demo.connections.map((connection) =>
      withKnownAccounts(connection, old.connections),
    ),
    settings: {
      ...old.settings,
      ...(old.connections.length === 0 ? demo.settings : {}),
    },
  }));
}
