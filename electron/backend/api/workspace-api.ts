import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Connection, WorkspaceInfo, WorkspaceRef } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/model/app-error.ts';
import { type Clients, createClients } from '../aws/clients.ts';
import { identify } from '../aws/identity.ts';
import { type Environment, listProfiles, unknownProfile } from '../aws/shared-config.ts';
import { openDemoWorkspace, openWorkspace } from '../workspace/open-workspace.ts';
import { type ApiContext, type ApiPart, connectionById } from './context.ts';

/** Workspaces, connections and settings. */
export function workspaceApi(
  context: ApiContext,
): ApiPart<
  | 'workspace.get'
  | 'workspace.list'
  | 'workspace.open'
  | 'workspace.open-demo'
  | 'profiles.list'
  | 'connection.test'
  | 'connection.add'
  | 'connection.remove'
  | 'settings.get'
  | 'settings.update'
> {
  const { host, workspace } = context;
  return {
    'workspace.get': () => describe(context),
    'workspace.list': () => listWorkspaces(context),
    async 'workspace.open'({ folder }) {
      await context.switchTo(() => openWorkspace(folder, host));
      return describe(context);
    },
    async 'workspace.open-demo'() {
      await context.switchTo(() => openDemoWorkspace(host));
      return describe(context);
    },
    'profiles.list': () => listProfiles(host.env),
    async 'connection.test'(input) {
      await requireProfile(input.profile, host.env);
      const clients = clientsToTest(context, connectionOf(input));
      try {
        return await identify(clients, AbortSignal.timeout(TEST_TIMEOUT_MS));
      } finally {
        clients.close();
      }
    },
    async 'connection.add'(input) {
      refuseInDemo(context);
      await requireProfile(input.profile, host.env);
      const connection = connectionOf(input);
      await workspace().file.update((file) => ({
        ...file,
        connections: [...withoutTwin(file.connections, connection), connection],
      }));
      host.emit({ type: 'workspace' });
      return connection;
    },
    async 'connection.remove'({ connectionId }) {
      refuseInDemo(context);
      connectionById(context, connectionId);
      await workspace().file.update((file) => ({
        ...file,
        connections: file.connections.filter((known) => known.id !== connectionId),
      }));
      host.emit({ type: 'workspace' });
      return null;
    },
    'settings.get': async () => workspace().file.current().settings,
    async 'settings.update'(patch) {
      const given = Object.fromEntries(
        Object.entries(patch).filter(([, value]) => value !== undefined),
      );
      const changed = await workspace().file.update((file) => ({
        ...file,
        settings: { ...file.settings, ...given },
      }));
      host.emit({ type: 'workspace' });
      return changed.settings;
    },
  };
}

/** @throws AppError `invalid-input` when a profile is named that the shared AWS files do not have. */
async function requireProfile(name: string | undefined, env: Environment): Promise<void> {
  if (name === undefined) return;
  const profiles = await listProfiles(env);
  if (!profiles.some((profile) => profile.name === name)) throw unknownProfile(name, profiles);
}

/** A test signs as a scan does; the demo's credentials go to its simulated organisation only. */
function clientsToTest({ host, workspace }: ApiContext, connection: Connection): Clients {
  const { demo, connect } = workspace();
  if (demo !== null && connection.endpointUrl === demo.endpoint) return connect(connection);
  return createClients({ connection, env: host.env, log: host.log });
}

const TEST_TIMEOUT_MS = 15_000;

async function describe({ workspace, version, host }: ApiContext): Promise<WorkspaceInfo> {
  const { file, folder, store, jobs } = workspace();
  const [extent] = await store.ask('store-extent', {});
  const snapshot = await store.latestSnapshot();
  const { name, demo, connections, lastScanFailure, unfinishedScan } = file.current();
  const running = jobs.current();
  const scanning = running?.kind === 'scan' && running.state === 'running';
  return {
    name,
    folder,
    demo,
    version,
    connections,
    lastScanAt: snapshot?.takenAt ?? null,
    lastScanFailure,
    unfinishedScan: scanning ? null : unfinishedScan,
    newestDay: extent?.newestDay ?? null,
    oldestDay: extent?.oldestDay ?? null,
    now: host.now(),
  };
}

async function listWorkspaces(context: ApiContext): Promise<readonly WorkspaceRef[]> {
  const { folder, file } = context.workspace();
  const known = await context.registry.list();
  const others = known.filter((other) => other !== folder);
  return [
    { name: file.current().name, folder, demo: file.current().demo, open: true },
    ...others.map((other) => ({
      name: path.basename(other),
      folder: other,
      demo: false,
      open: false,
    })),
  ];
}

function connectionOf(input: Input<'connection.add'>): Connection {
  return {
    id: randomUUID(),
    label: input.label,
    profile: input.profile ?? null,
    roleArn: input.roleArn ?? null,
    regions: [...new Set(input.regions)],
    endpointUrl: input.endpointUrl ?? null,
    accountId: null,
    organization:
      input.organizationRole === undefined
        ? null
        : { rolePattern: input.organizationRole, accounts: [] },
  };
}

/** The same profile, role and endpoint again replaces the connection instead of doubling it. */
function withoutTwin(connections: readonly Connection[], added: Connection): readonly Connection[] {
  const same = (known: Connection) =>
    known.profile === added.profile &&
    known.roleArn === added.roleArn &&
    known.endpointUrl === added.endpointUrl;
  return connections.filter((known) => !same(known));
}

function refuseInDemo({ workspace }: ApiContext): void {
  if (!workspace().file.current().demo) return;
  const text =
    'The demo reads its simulated organisation only. Open or create a workspace first, then connect your account there.';
  throw new AppError('conflict', text);
}
