import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { Connection } from '../../../shared/api/answers.ts';
import type { Log } from '../log.ts';
import type { OnAttempt } from './count-attempts.ts';
import { type CredentialProvider, type Credentials, connectionCredentials } from './credentials.ts';
import { endpointOf, type ServiceId, stsRegion } from './endpoints.ts';
import {
  type Environment,
  readSharedConfig,
  type SharedConfig,
  unknownProfile,
} from './shared-config.ts';
import { explainSignIn } from './sign-in.ts';

export interface ClientOptions {
  readonly connection: Connection;
  readonly env: Environment;
  /** Fixed credentials in place of profiles and the default chain; the demo account has them. */
  readonly credentials?: Credentials;
  /** Credentials that the connection's role is assumed with, in place of all others. */
  readonly from?: CredentialProvider;
  /** Credentials of the connection that are loaded already; nothing is assumed again. */
  readonly identity?: CredentialProvider;
  /** Where the SDK's own warnings go; nowhere without. */
  readonly log?: Log;
  /** Told of every request that leaves, retries too. */
  readonly onAttempt?: OnAttempt;
}

/** The sockets of one connection. */
export interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

/** What every client of a connection is built with. */
export type ServiceConfig = ReturnType<typeof configFor>['config'];

const MAX_ATTEMPTS = 6;
const CONNECT_TIMEOUT_MS = 6_000;
const IDLE_TIMEOUT_MS = 60_000;

/** The configuration of each service's client by Region, and the credentials in all of them. */
export function configFor(
  { connection, env, credentials: fixed, from, identity, log }: ClientOptions,
  agents: Agents,
) {
  const requestHandler = {
    ...agents,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: IDLE_TIMEOUT_MS,
  };
  const sources = once(async () => ({ connection, env, config: await readSharedConfig(env) }));
  const location = async (service: ServiceId) => {
    const endpoint = endpointOf(service, await sources());
    return { ignoreConfiguredEndpointUrls: true, ...(endpoint === null ? {} : { endpoint }) };
  };
  const roleRegion = async () => {
    const found = await sources();
    return stsRegion(connection.regions, fixed === undefined ? found : { ...found, env: {} });
  };
  const load = connectionCredentials({
    connection,
    fixed: fixed ?? null,
    from: from ?? null,
    warn: (text) => log?.info('AWS SDK warning', { warning: text }),
    profileIsKnown: async () => requireProfile(connection, (await sources()).config),
    explain: async (thrown) => explainSignIn(thrown, await sources()),
    clientConfig: async () => ({
      region: await roleRegion(),
      requestHandler,
      ...(await location('STS')),
    }),
  });
  const credentials = identity ?? load;
  const config = async (service: ServiceId, region: string) => ({
    region,
    credentials,
    requestHandler,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    authSchemePreference: ['sigv4'],
    ...(await location(service)),
  });
  return { config, credentials };
}

function requireProfile({ profile }: Connection, { profiles }: SharedConfig): void {
  if (profile === null || profiles.has(profile)) return;
  throw unknownProfile(
    profile,
    [...profiles.keys()].map((name) => ({ name })),
  );
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
