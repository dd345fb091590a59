import { Worker } from 'node:worker_threads';
import type { Connection } from '../../../shared/api/answers.ts';
import type { Instant } from '../../../shared/model/period.ts';
import type { Credentials } from '../aws/credentials.ts';
import { startSimulatedAccount } from '../demo/simulated-account.ts';
import { createWorld } from '../demo/world/create-world.ts';
import { readerRoleArn } from '../demo/world/policies.ts';
import type { World } from '../demo/world/world.ts';

/** What is known of the simulated organisation once it answers; plain data that a thread can pass. */
export interface DemoFacts {
  readonly endpoint: string;
  readonly connections: readonly Connection[];
  /** The models that its organisation approves. */
  readonly approvedModels: readonly string[];
  /** The Regions in which it allows calls. */
  readonly approvedRegions: readonly string[];
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

/** What the simulated organisation has approved; some of what it calls is not on the list. */
const APPROVED_MODELS: readonly string[] = [
  'anthropic.claude-opus-4-8',
  'anthropic.claude-opus-5-5',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-sonnet-5-5',
  'anthropic.claude-sonnet-4-6',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-haiku-5-5',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'amazon.nova-micro-v1:0',
  'amazon.nova-lite-v1:0',
  'amazon.nova-2-lite-v1:0',
  'amazon.nova-pro-v1:0',
  'amazon.titan-embed-text-v2:0',
  'cohere.embed-v4:0',
  'meta.llama3-3-70b-instruct-v1:0',
  'openai.gpt-oss-120b-1:0',
];

/** Where the simulated organisation allows calls; some are made elsewhere. */
const APPROVED_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
];

/** Starts the simulated organisation as it stands at `now` in this thread, on a loopback port. */
export async function startDemoAccount({ now, port }: DemoOptions): Promise<DemoAccount> {
  const world = createWorld({ now });
  const server = await startSimulatedAccount({ world, ...(port === undefined ? {} : { port }) });
  const connections = connectionsTo(world, server.endpoint);
  return {
    endpoint: server.endpoint,
    connections,
    approvedModels: APPROVED_MODELS,
    approvedRegions: APPROVED_REGIONS,
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
