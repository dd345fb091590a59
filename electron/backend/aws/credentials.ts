import type { Connection } from '../../../shared/api/answers.ts';

/** AWS credentials in memory; never stored, logged or sent to the page. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Loads credentials when they are first needed, and again when they expire. */
export type CredentialProvider = () => Promise<Credentials>;

/** Settings of the STS client that credential providers build. */
export interface ProviderClientConfig {
  readonly region: string;
  readonly endpoint?: string;
  readonly ignoreConfiguredEndpointUrls?: boolean;
}

export interface CredentialOptions {
  readonly connection: Pick<Connection, 'profile' | 'roleArn'>;
  /** Fixed credentials in place of profiles and the default chain; the demo account has them. */
  readonly fixed: Credentials | null;
  /** Credentials that the role is assumed with, in place of all others; null without. */
  readonly from: CredentialProvider | null;
  /** Where roles are assumed (STS). */
  readonly clientConfig: () => Promise<ProviderClientConfig>;
  /** Throws when the profile is none of the shared AWS files. */
  readonly profileIsKnown: () => Promise<void>;
  /** What to throw in place of an error of the SDK's chain. */
  readonly explain: (thrown: unknown) => Promise<unknown>;
  /** Takes what the SDK warns of, which it would print on the terminal otherwise. */
  readonly warn: (text: string) => void;
}

const REFRESH_BEFORE_MS = 5 * 60_000;
const ROLE_SESSION_NAME = 'assay';

/** The credentials of a connection: a profile or the SDK's default chain, then its role if it has one. */
export function connectionCredentials(options: CredentialOptions): CredentialProvider {
  const { fixed, from } = options;
  const base = from ?? (fixed === null ? chainCredentials(options) : fixedCredentials(fixed));
  const { roleArn } = options.connection;
  return remembered(roleArn === null ? base : roleCredentials(base, roleArn, options));
}

function fixedCredentials(fixed: Credentials): CredentialProvider {
  return async () => fixed;
}

/**
 * Settings reach STS alone, through the two functions that assume roles: single sign-on has a Region of
 * its own in the profile, which the chain's `clientConfig` would override.
 */
function chainCredentials(options: CredentialOptions): CredentialProvider {
  const { connection, clientConfig, profileIsKnown, explain, warn } = options;
  return async () => {
    await profileIsKnown();
    const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
    const sts = await import('@aws-sdk/client-sts');
    const profile = connection.profile === null ? {} : { profile: connection.profile };
    const config = await clientConfig();
    const chain = fromNodeProviderChain({
      ...profile,
      logger: { debug: ignore, info: ignore, warn, error: warn },
      roleAssumer: sts.getDefaultRoleAssumer(config),
      roleAssumerWithWebIdentity: sts.getDefaultRoleAssumerWithWebIdentity(config),
    });
    try {
      return await chain();
    } catch (error) {
      throw await explain(error);
    }
  };
}

/** The SDK tells each provider that it tries; that is of no use here. */
function ignore(): void {}

function roleCredentials(
  base: CredentialProvider,
  roleArn: string,
  { clientConfig }: CredentialOptions,
): CredentialProvider {
  return async () => {
    const { fromTemporaryCredentials } = await import('@aws-sdk/credential-providers');
    return fromTemporaryCredentials({
      masterCredentials: base,
      params: { RoleArn: roleArn, RoleSessionName: ROLE_SESSION_NAME },
      clientConfig: await clientConfig(),
    })();
  };
}

/** One load for all clients of a connection; a failed load is not remembered. */
function remembered(load: CredentialProvider): CredentialProvider {
  let current: Promise<Credentials> | null = null;
  const reload = (): Promise<Credentials> => {
    const loading = load();
    current = loading;
    loading.catch(() => {
      if (current === loading) current = null;
    });
    return loading;
  };
  return async () => {
    const credentials = await (current ?? reload());
    return isExpiring(credentials) ? reload() : credentials;
  };
}

function isExpiring({ expiration }: Credentials): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < REFRESH_BEFORE_MS;
}
