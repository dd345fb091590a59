import { Worker } from 'node:worker_threads';
import type { Connection } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { Credentials } from '../aws/credentials.ts';
import { startSimulatedAccount } from '../demo/simulated-account.ts';
import { createWorld } from '../demo/world/create-world.ts';
import { readerRoleArn } from '../demo/world/policies.ts';
import type { World } from '../demo/world/world.ts';
import { DEMO_SETTINGS, type DemoSettings } from './demo-settings.ts';

/** What is known of the simulated organisation once it answers; plain data that a thread can pass. */
export interface DemoFacts {
  readonly endpoint: string;
  readonly connections: readonly Connection[];
  /** What its people would have set: approvals, teams, shared costs. */
  readonly settings: DemoSettings;
  /** Credentials of the management account; valid nowhere but in the simulation. */
  readonly credentials: Credentials;
}

/** The simulated organisation, running, with the connections that read it. */
export interface DemoAccount extends DemoFacts {
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly now: Instant;
  readonly port?: number;
}

/** Starts the simulated organisation as it stands at `now` in this thread, on a loopback port. */
export async function startDemoAccount({ now, port }: DemoOptions): Promise<DemoAccount> {
  const world = createWorld({ now });
  const server = await startSimulatedAccount({ world, ...(port === undefined ? {} : { port }) });
  const connections = connectionsTo(world, server.endpoint);
  return {
    endpoint: server.endpoint,
    connections,
    settings: DEMO_SETTINGS,
    credentials: { ...world.rootKey },
    close: () => server.close(),
  };
}

/**
 * One connection to the organisation, as the user of its management account that may assume a role
 * in every other, and one to each account that stands outside.
 */
function connectionsTo(world: World, endpointUrl: string): readonly Connection[] {
  const { accounts, managementAccountId, organizationTree: tree } = world;
  const members = new Set(tree.accounts.map(({ accountId }) => accountId));
  const outside = accounts.filter(({ accountId }) => !members.has(accountId));
  const management = accounts.find(({ accountId }) => accountId === managementAccountId);
  const to = { profile: null, endpointUrl };
  return [
    {
      ...to,
      id: `demo-${managementAccountId}`,
      label: 'acme organisation',
      roleArn: null,
      regions: management?.regions ?? [],
      accountId: managementAccountId,
      organization: { rolePattern: readerRoleArn('{account}'), accounts: [] },
    },
    ...outside.map(({ accountId, name, regions }) => ({
      ...to,
      id: `demo-${accountId}`,
      label: name,
      roleArn: readerRoleArn(accountId),
      regions,
      accountId,
      organization: null,
    })),
  ];
}

/**
 * Starts the simulated organisation in a thread of its own, so that making its answers and reading
 * them use two cores; `file` is the bundled thread, whose only work is `startDemoAccount`.
 */
export async function startDemoThread(file: string, options: DemoOptions): Promise<DemoAccount> {
  const worker = new Worker(file, { workerData: options });
  const facts = await new Promise<DemoFacts>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The simulated account ended before it answered.')));
  });
  return {
    ...facts,
    async close() {
      await worker.terminate();
    },
  };
}
