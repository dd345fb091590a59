import { type Answered, answer, type Simulation } from './answer.ts';
import { createFaults, type Faults } from './faults.ts';
import { abortReply, cutReply, writeReply } from './reply.ts';
import { createServices } from './services/index.ts';
import { readRequest } from './wire-request.ts';
import { listenOnWire, type WireMessage, type WireResponse } from './wire-server.ts';
import type { World } from './world/world.ts';

/** One answered request, for logs and tests. */
export interface SimulatedRequest {
  /** `bedrock:ListGuardrails`, or method and path where no operation was recognised. */
  readonly operation: string;
  readonly accessKeyId: string | null;
  readonly region: string | null;
  /** The HTTP status answered. */
  readonly status: number;
}

/** What a simulated account is started with. */
export interface SimulatedAccountOptions {
  readonly world: World;
  /** A free port when absent. */
  readonly port?: number;
  readonly log?: (request: SimulatedRequest) => void;
  readonly faults?: Faults;
  /** A monotonic clock in milliseconds, for request rates and for faults that end by themselves. */
  readonly clock?: () => number;
}

/** A running simulated account. */
export interface SimulatedAccount {
  /** `http://127.0.0.1:PORT`, to be used as `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  readonly faults: Faults;
  /** What faults may name: operations and the IAM actions they need, `s3:ListObjectsV2`. */
  readonly operations: readonly string[];
  close(): Promise<void>;
}

/** Starts a server on loopback that answers AWS operations from a world. */
export async function startSimulatedAccount(
  options: SimulatedAccountOptions,
): Promise<SimulatedAccount> {
  const simulation = createSimulation(options);
  const log = options.log ?? (() => undefined);
  const server = await listenOnWire(options.port ?? 0, (message, response) => {
    serve(simulation, { message, response, log }).catch(() => abortReply(response));
  });
  return {
    endpoint: `http://127.0.0.1:${server.port}`,
    faults: simulation.faults,
    operations: operationsOf(simulation),
    close: () => server.close(),
  };
}

function createSimulation(options: SimulatedAccountOptions): Simulation {
  const tokens = new Map<string, string>();
  const clock = options.clock ?? (() => performance.now());
  return {
    world: options.world,
    faults: options.faults ?? createFaults(options.clock),
    tokens,
    services: createServices({ world: options.world, tokens, clock }),
  };
}

function operationsOf({ services }: Simulation): readonly string[] {
  const names = [...services.values()].flatMap(({ name, operations }) =>
    [...operations].flatMap(([operation, { action }]) => [`${name}:${operation}`, action]),
  );
  return [...new Set(names)].sort();
}

async function serve(
  simulation: Simulation,
  exchange: {
    readonly message: WireMessage;
    readonly response: WireResponse;
    readonly log: (request: SimulatedRequest) => void;
  },
): Promise<void> {
  const { message, response, log } = exchange;
  const answered = await answer(simulation, await readRequest(message));
  log(logEntry(answered));
  if (answered.transport === 'drop') abortReply(response);
  else if (answered.transport === 'cut') await cutReply(response, answered.reply);
  else await writeReply(response, answered.reply);
}

function logEntry(answered: Answered): SimulatedRequest {
  const { operation, accessKeyId, region, reply } = answered;
  return { operation, accessKeyId, region, status: reply.status };
}
