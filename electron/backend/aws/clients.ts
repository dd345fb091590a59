import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Connection } from '../../../shared/api/answers.ts';
import { type ClientOptions, configFor } from './client-config.ts';
import { type ServiceClients, serviceClients } from './service-clients.ts';

export type { ClientOptions } from './client-config.ts';
export type { ClientFor } from './service-clients.ts';

/** The AWS clients of one connection, loaded and built on first use. */
export interface Clients extends ServiceClients {
  readonly connection: Connection;
  /**
   * The clients of another connection, whose role is assumed with the credentials of this one; they
   * have sockets of their own, and both are closed.
   */
  assume(connection: Connection): Clients;
  /**
   * The same identity with clients and sockets of its own, for work after which they are forgotten;
   * whoever asks closes them.
   */
  fresh(): Clients;
  /** Closes the connection's sockets. */
  close(): void;
}

const agentOptions = { keepAlive: true, maxSockets: 64 } as const;

/**
 * Builds the clients of a connection: SigV4 only (an API key in the environment belongs to another
 * identity), standard retries with backoff, kept-alive sockets, path-style S3 behind an endpoint
 * override because such endpoints have no bucket host names.
 */
export function createClients(options: ClientOptions): Clients {
  const agents = {
    httpAgent: new HttpAgent(agentOptions),
    httpsAgent: new HttpsAgent(agentOptions),
  };
  const { config, credentials } = configFor(options, agents);
  return {
    connection: options.connection,
    assume: (connection) => {
      const { identity: _, ...rest } = options;
      return createClients({ ...rest, connection, from: credentials });
    },
    fresh: () => createClients({ ...options, identity: credentials }),
    ...serviceClients(config, options.onAttempt ?? (() => undefined)),
    close: () => {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}
