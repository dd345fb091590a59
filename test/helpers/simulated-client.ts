import { afterAll, beforeAll } from 'vitest';
import type { Faults } from '../../electron/backend/demo/faults.ts';
import {
  type SimulatedAccount,
  type SimulatedRequest,
  startSimulatedAccount,
} from '../../electron/backend/demo/simulated-account.ts';
import type { World } from '../../electron/backend/demo/world/world.ts';

/** What SDK clients of a simulated account are made with. */
export interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts: number;
}

/** A simulated account for the tests of one file. */
export interface SimulatedAccountOfTest {
  readonly world: World;
  /** Settings for a client that signs with the world's static key and does not retry. */
  config(change?: Partial<ClientConfig>): ClientConfig;
  endpoint(): string;
  faults(): Faults;
  /** Every request answered so far. */
  readonly requests: readonly SimulatedRequest[];
}

/** Starts a simulated account before the tests of a file and stops it after them. */
export function accountForTests(
  world: World,
  options: { readonly clock?: () => number } = {},
): SimulatedAccountOfTest {
  const requests: SimulatedRequest[] = [];
  let account: SimulatedAccount | null = null;
  const running = () => {
    if (account === null) throw new Error('the simulated account is not running yet');
    return account;
  };
  beforeAll(async () => {
    const log = (request: SimulatedRequest) => void requests.push(request);
    account = await startSimulatedAccount({ world, log, ...options });
  });
  afterAll(() => account?.close());
  return {
    world,
    requests,
    endpoint: () => running().endpoint,
    faults: () => running().faults,
    config: (change) => ({
      endpoint: running().endpoint,
      region: 'us-east-1',
      // A copy: the SDK notes in it where it came from.
      credentials: { ...world.rootKey },
      maxAttempts: 1,
      ...change,
    }),
  };
}
