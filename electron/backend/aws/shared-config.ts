import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../../shared/api/answers.ts';
import { AppError } from '../../../shared/model/app-error.ts';

/** Environment variables by name; passed in so that nothing here depends on the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One section of a shared AWS file, limited to settings that are never secret. */
export type ConfigSection = ReadonlyMap<string, string>;

/** What Assay takes from the shared AWS files: names, Regions and addresses, never a key. */
export interface SharedConfig {
  readonly profiles: ReadonlyMap<string, ConfigSection>;
  readonly services: ReadonlyMap<string, ConfigSection>;
}

const KEPT_KEYS =
  /^(region|endpoint_url|services|ignore_configured_endpoint_urls|source_profile|sso_session|sso_start_url)$|\.endpoint_url$/;

/**
 * Reads `~/.aws/config` and `~/.aws/credentials` (or the files that AWS_CONFIG_FILE and
 * AWS_SHARED_CREDENTIALS_FILE name); a file that does not exist has no profiles.
 */
export async function readSharedConfig(env: Environment): Promise<SharedConfig> {
  const home = join(env.HOME ?? env.USERPROFILE ?? homedir(), '.aws');
  const [config, credentials] = await Promise.all([
    readIfPresent(env.AWS_CONFIG_FILE ?? join(home, 'config')),
    readIfPresent(env.AWS_SHARED_CREDENTIALS_FILE ?? join(home, 'credentials')),
  ]);
  return mergeFiles(parseIni(config), parseIni(credentials));
}

/** The profiles a person can choose from, by name. */
export async function listProfiles(env: Environment): Promise<readonly Profile[]> {
  const { profiles } = await readSharedConfig(env);
  return [...profiles]
    .map(([name, section]) => ({
      name,
      region: section.get('region') ?? null,
      endpointUrl: section.get('endpoint_url') ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The error of a profile that the shared AWS files do not have; names those that they do. */
export function unknownProfile(name: string, profiles: readonly Pick<Profile, 'name'>[]): AppError {
  const names = profiles.map((profile) => profile.name);
  const known = names.length === 0 ? 'There is none in them' : `Known are: ${names.join(', ')}`;
  const text = `There is no profile '${name}' in the AWS configuration files. ${known}.`;
  return new AppError('invalid-input', text);
}

async function readIfPresent(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw new AppError('io-failed', `The AWS file ${path} could not be read; check it.`, { cause });
  }
}

type Sections = Map<string, Map<string, string>>;

function mergeFiles(config: Sections, credentials: Sections): SharedConfig {
  const profiles: Sections = new Map();
  const services: Sections = new Map();
  for (const [title, section] of config) {
    const [kind = '', name] = title.split(/\s+/, 2);
    if (kind === 'services' && name !== undefined) services.set(name, section);
    else if (kind === 'profile' && name !== undefined) profiles.set(name, section);
    else if (title === 'default') profiles.set(title, section);
  }
  for (const [name, section] of credentials) {
    profiles.set(name, new Map([...section, ...(profiles.get(name) ?? [])]));
  }
  return { profiles, services };
}

function parseIni(text: string): Sections {
  const sections: Sections = new Map();
  let section = new Map<string, string>();
  let parent = '';
  for (const line of text.split(/\r?\n/)) {
    const title = /^\s*\[([^\]]+)\]/.exec(line)?.[1]?.trim();
    const pair = /^(\s*)([^=#;\s]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (title !== undefined) {
      section = sections.get(title) ?? new Map();
      sections.set(title, section);
    } else if (pair !== null) {
      const [, indent = '', key = '', value = ''] = pair;
      if (indent === '') parent = key;
      const name = indent === '' ? key : `${parent}.${key}`;
      if (KEPT_KEYS.test(name) && value !== '') section.set(name, value);
    }
  }
  return sections;
}
