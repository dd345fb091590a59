import { type Clients, createClients } from '../../../../electron/backend/aws/clients.ts';
import type { OnAttempt } from '../../../../electron/backend/aws/count-attempts.ts';
import { createFaults, type Faults } from '../../../../electron/backend/demo/faults.ts';
import {
  type SimulatedAccount,
  startSimulatedAccount,
} from '../../../../electron/backend/demo/simulated-account.ts';
import type { World } from '../../../../electron/backend/demo/world/world.ts';
import type { Connection, Settings } from '../../../../shared/api/answers.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';
import { worldAt } from '../../../helpers/world-at.ts';

/** The time at which the simulated world of these tests ends. */
export const NOW = '2026-11-20T12:40:00Z';

export const SETTINGS: Settings = DEFAULT_SETTINGS;

/** A running simulated organisation with one connection for each of its accounts. */
export interface Simulated {
  readonly world: World;
  readonly account: SimulatedAccount;
  readonly connections: readonly Connection[];
  /** Operations answered so far, as `bedrock:ListGuardrails 200`. */
  readonly requests: string[];
  connectionOf(accountId: string): Connection;
  connect(connection: Connection, onAttempt?: OnAttempt): Clients;
  close(): Promise<void>;
}

/**
 * Starts a world over HTTP, whose clock runs fast enough that request rates never matter; every test
 * file that calls this closes it.
 */
export async function startSimulated(
  world: World = worldAt(NOW),
  faults: Faults = createFaults(),
): Promise<Simulated> {
  const requests: string[] = [];
  let clockMs = 0;
  const account = await startSimulatedAccount({
    world,
    faults,
    clock: () => {
      clockMs += 1_000;
      return clockMs;
    },
    log: ({ operation, status }) => requests.push(`${operation} ${status}`),
  });
  const connections = world.accounts.map(({ accountId, name, regions }, index) => ({
    id: accountId,
    label: name,
    profile: null,
    roleArn: world.readerRoleArns[index] ?? null,
    regions,
    endpointUrl: account.endpoint,
    accountId: null,
    organization: null,
  }));
  const made: Clients[] = [];
  return {
    world,
    account,
    connections,
    requests,
    connectionOf: (accountId) => find(connections, accountId),
    connect: (connection, onAttempt = () => undefined) => {
      const credentials = { ...world.rootKey };
      const clients = createClients({ connection, env: {}, credentials, onAttempt });
      made.push(clients);
      return clients;
    },
    close: async () => {
      for (const clients of made) clients.close();
      await account.close();
    },
  };
}

function find(connections: readonly Connection[], accountId: string): Connection {
  const connection = connections.find(({ id }) => id === accountId);
  if (connection === undefined) throw new Error(`the world has no account ${accountId}`);
  return connection;
}
