import type { Connection, Profile } from '../../shared/api/answers.ts';
import type { Call } from '../../shared/api/contract.ts';
import { unwrap } from '../../shared/api/result.ts';
import { unknownProfile } from '../backend/aws/shared-config.ts';
import { requireRegion, usageError } from './arguments.ts';
import type { CliHost, GlobalOptions } from './command.ts';

/**
 * Makes sure that the workspace has the connection that the options and the environment name, and
 * adds it where it is missing. Without any of them, the workspace's own connections are used.
 * @throws AppError `invalid-input` when no Region is known, or the profile is not.
 */
export async function ensureConnection(
  call: Call,
  host: CliHost,
  global: GlobalOptions,
): Promise<void> {
  const workspace = unwrap(await call('workspace.get', {}));
  const named = namesConnection(global);
  if (workspace.demo) {
    if (named)
      throw usageError(
        'The demo workspace has its own connection; name another workspace with --workspace DIR.',
      );
    return;
  }
  if (!named && workspace.connections.length > 0) return;
  const profile = global.profile ?? profileOf(host);
  const profiles = unwrap(await call('profiles.list', {}));
  if (profile !== null && !profiles.some(({ name }) => name === profile)) {
    throw unknownProfile(profile, profiles);
  }
  const regions = regionsOf(host, { profile, profiles, regions: global.regions });
  const wanted = { ...global, profile, regions };
  if (workspace.connections.some((connection) => fits(connection, wanted))) return;
  unwrap(
    await call('connection.add', {
      label: profile ?? global.roleArn?.split('/').at(-1)?.slice(0, 80) ?? 'default',
      regions: [...regions],
      ...(profile === null ? {} : { profile }),
      ...(global.roleArn === null ? {} : { roleArn: global.roleArn }),
      ...(global.organizationRole === null ? {} : { organizationRole: global.organizationRole }),
      ...(global.endpointUrl === null ? {} : { endpointUrl: global.endpointUrl }),
    }),
  );
}

/** An empty variable names no profile, as for the AWS CLI. */
function profileOf({ env }: CliHost): string | null {
  return env.AWS_PROFILE === undefined || env.AWS_PROFILE === '' ? null : env.AWS_PROFILE;
}

function namesConnection(global: GlobalOptions): boolean {
  const { profile, regions, endpointUrl, roleArn, organizationRole } = global;
  const named = [profile, endpointUrl, roleArn, organizationRole].some((value) => value !== null);
  return named || regions.length > 0;
}

function regionsOf(
  host: CliHost,
  wanted: {
    readonly profile: string | null;
    readonly profiles: readonly Profile[];
    readonly regions: readonly string[];
  },
): readonly string[] {
  if (wanted.regions.length > 0) return wanted.regions;
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION'] as const) {
    const region = host.env[variable] ?? '';
    if (region === '') continue;
    requireRegion(region, variable);
    return [region];
  }
  const name = wanted.profile ?? 'default';
  const region = wanted.profiles.find((profile) => profile.name === name)?.region;
  if (region !== undefined && region !== null) return [region];
  throw usageError(
    'No Region is known. Name one with --region (more than once for several), or set AWS_REGION.',
  );
}

function fits(connection: Connection, wanted: GlobalOptions): boolean {
  return (
    connection.profile === wanted.profile &&
    connection.roleArn === wanted.roleArn &&
    (connection.organization?.rolePattern ?? null) === wanted.organizationRole &&
    connection.endpointUrl === wanted.endpointUrl &&
    [...connection.regions].sort().join() === [...wanted.regions].sort().join()
  );
}
