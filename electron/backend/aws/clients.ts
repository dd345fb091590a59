import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
import type { CloudTrail } from '@aws-sdk/client-cloudtrail';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { IAM } from '@aws-sdk/client-iam';
import type { S3 } from '@aws-sdk/client-s3';
import type { STS } from '@aws-sdk/client-sts';
import type { Connection } from '../../../shared/api/answers.ts';
import type { Log } from '../log.ts';
import { type Credentials, connectionCredentials } from './credentials.ts';
import { endpointOf, type ServiceId, stsRegion } from './endpoints.ts';
import {
  type Environment,
  readSharedConfig,
  type SharedConfig,
  unknownProfile,
} from './shared-config.ts';

/** Makes the client of one service for a Region, once. */
export type ClientFor<C> = (region: string) => Promise<C>;

/** The AWS clients of one connection, loaded and built on first use. */
export interface Clients {
  readonly connection: Connection;
  readonly sts: ClientFor<STS>;
  readonly cloudtrail: ClientFor<CloudTrail>;
  readonly cloudwatch: ClientFor<CloudWatch>;
  readonly bedrock: ClientFor<Bedrock>;
  readonly bedrockRuntime: ClientFor<BedrockRuntime>;
  readonly iam: ClientFor<IAM>;
  readonly s3: ClientFor<S3>;
  /** Closes the connection's sockets. */
  close(): void;
}

export interface ClientOptions {
  readonly connection: Connection;
  readonly env: Environment;
  /** Fixed credentials in place of profiles and the default chain; the demo account has them. */
  readonly credentials?: Credentials;
  /** Where the SDK's own warnings go; nowhere without. */
  readonly log?: Log;
}

const MAX_ATTEMPTS = 6;
const MAX_SOCKETS = 64;
const CONNECT_TIMEOUT_MS = 6_000;
const IDLE_TIMEOUT_MS = 60_000;

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
  const config = configFor(options, agents);
  return {
    connection: options.connection,
    sts: oncePerRegion(async (region) => {
      const { STS } = await import('@aws-sdk/client-sts');
      return new STS(await config('STS', region));
    }),
    cloudtrail: oncePerRegion(async (region) => {
      const { CloudTrail } = await import('@aws-sdk/client-cloudtrail');
      return new CloudTrail(await config('CloudTrail', region));
    }),
    cloudwatch: oncePerRegion(async (region) => {
      const { CloudWatch } = await import('@aws-sdk/client-cloudwatch');
      return new CloudWatch(await config('CloudWatch', region));
    }),
    bedrock: oncePerRegion(async (region) => {
      const { Bedrock } = await import('@aws-sdk/client-bedrock');
      return new Bedrock(await config('Bedrock', region));
    }),
    bedrockRuntime: oncePerRegion(async (region) => {
      const { BedrockRuntime } = await import('@aws-sdk/client-bedrock-runtime');
      return new BedrockRuntime(await config('Bedrock Runtime', region));
    }),
    iam: oncePerRegion(async (region) => {
      const { IAM } = await import('@aws-sdk/client-iam');
      return new IAM(await config('IAM', region));
    }),
    s3: oncePerRegion(async (region) => {
      const { S3 } = await import('@aws-sdk/client-s3');
      const base = await config('S3', region);
      const overridden = base.endpoint !== undefined;
      return new S3({ ...base, forcePathStyle: overridden, followRegionRedirects: true });
    }),
    close: () => {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

const agentOptions = { keepAlive: true, maxSockets: MAX_SOCKETS } as const;

interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

function configFor({ connection, env, credentials: fixed, log }: ClientOptions, agents: Agents) {
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
  const credentials = connectionCredentials({
    connection,
    fixed: fixed ?? null,
    warn: (text) => log?.info('AWS SDK warning', { warning: text }),
    profileIsKnown: async () => requireProfile(connection, (await sources()).config),
    clientConfig: async () => ({
      region: await roleRegion(),
      requestHandler,
      ...(await location('STS')),
    }),
  });
  return async (service: ServiceId, region: string) => ({
    region,
    credentials,
    requestHandler,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    authSchemePreference: ['sigv4'],
    ...(await location(service)),
  });
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

function oncePerRegion<C>(make: ClientFor<C>): ClientFor<C> {
  const made = new Map<string, Promise<C>>();
  return (region) => {
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
}
