import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  endpointOf,
  type ServiceId,
  stsRegion,
} from '../../../../electron/backend/aws/endpoints.ts';
import {
  type Environment,
  listProfiles,
  readSharedConfig,
} from '../../../../electron/backend/aws/shared-config.ts';
import { withFolder } from '../../../helpers/with-folder.ts';

const CONFIG = `
[default]
region = us-east-1
# a comment
[profile moto]
endpoint_url = http://127.0.0.1:5000
region=eu-west-1
[profile split]
services = local
[services local]
s3 =
  endpoint_url = http://127.0.0.1:9000
bedrock_runtime =
  endpoint_url = http://127.0.0.1:9001
[profile quiet]
ignore_configured_endpoint_urls = true
endpoint_url = http://127.0.0.1:5000
[sso-session corp]
sso_region = us-east-1
`;
const CREDENTIALS = `
[keys]
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = secret
[default]
aws_access_key_id = AKIAEXAMPLEEXAMPLE01
`;

function withHome<T>(run: (env: Environment) => Promise<T>): Promise<T> {
  return withFolder(async (home) => {
    await mkdir(join(home, '.aws'));
    await writeFile(join(home, '.aws', 'config'), CONFIG);
    await writeFile(join(home, '.aws', 'credentials'), CREDENTIALS);
    return run({ HOME: home });
  });
}

describe('profiles of the shared AWS files', () => {
  it('are listed from both files, without sessions and services', () =>
    withHome(async (env) => {
      expect(await listProfiles(env)).toEqual([
        { name: 'default', region: 'us-east-1', endpointUrl: null },
        { name: 'keys', region: null, endpointUrl: null },
        { name: 'moto', region: 'eu-west-1', endpointUrl: 'http://127.0.0.1:5000' },
        { name: 'quiet', region: null, endpointUrl: 'http://127.0.0.1:5000' },
        { name: 'split', region: null, endpointUrl: null },
      ]);
    }));

  it('keep nothing secret in memory', () =>
    withHome(async (env) => {
      const { profiles, services } = await readSharedConfig(env);
      const values = [...profiles.values(), ...services.values()].flatMap((section) => [
        ...section.values(),
      ]);
      expect(values.length).toBeGreaterThan(4);
      expect(values.filter((value) => /AKIA|secret/.test(value))).toEqual([]);
    }));

  it('are none when there are no files', () =>
    withFolder(async (home) => {
      expect(await listProfiles({ HOME: home })).toEqual([]);
    }));
});

const OWN = 'http://127.0.0.1:1';
const ENV = 'http://127.0.0.1:2';
const ENV_S3 = 'http://127.0.0.1:3';

const cases: readonly {
  readonly name: string;
  readonly service?: ServiceId;
  readonly own?: string;
  readonly profile?: string;
  readonly env?: Environment;
  readonly expected: string | null;
}[] = [
  { name: 'nothing configured', expected: null },
  {
    name: 'the connection wins over the environment',
    own: OWN,
    env: { AWS_ENDPOINT_URL: ENV, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    expected: OWN,
  },
  {
    name: 'the environment wins over the profile',
    profile: 'moto',
    env: { AWS_ENDPOINT_URL: ENV },
    expected: ENV,
  },
  {
    name: 'the variable of the service wins over the general one',
    service: 'S3',
    env: { AWS_ENDPOINT_URL: ENV, AWS_ENDPOINT_URL_S3: ENV_S3 },
    expected: ENV_S3,
  },
  {
    name: 'a service of two words',
    service: 'Bedrock Runtime',
    env: { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: ENV },
    expected: ENV,
  },
  { name: "the connection's profile", profile: 'moto', expected: 'http://127.0.0.1:5000' },
  {
    name: 'the profile of AWS_PROFILE',
    env: { AWS_PROFILE: 'moto' },
    expected: 'http://127.0.0.1:5000',
  },
  {
    name: "the connection's profile, not that of AWS_PROFILE",
    profile: 'keys',
    env: { AWS_PROFILE: 'moto' },
    expected: null,
  },
  {
    name: "the profile's services section",
    service: 'S3',
    profile: 'split',
    expected: 'http://127.0.0.1:9000',
  },
  {
    name: 'a service that the section does not name',
    service: 'IAM',
    profile: 'split',
    expected: null,
  },
  { name: 'a profile that ignores endpoints', profile: 'quiet', expected: null },
  {
    name: 'an environment that ignores endpoints',
    profile: 'moto',
    env: { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE', AWS_ENDPOINT_URL: ENV },
    expected: null,
  },
];

describe('the endpoint of a service', () => {
  it.each(cases)('$name', ({ service = 'STS', own = null, profile = null, env, expected }) =>
    withHome(async (home) => {
      const config = await readSharedConfig(home);
      const sources = { connection: { endpointUrl: own, profile }, env: env ?? {}, config };
      expect(endpointOf(service, sources)).toBe(expected);
    }),
  );
});

describe('the Region that hands out role credentials', () => {
  it.each([
    { regions: ['ap-southeast-2'], profile: null, env: {}, expected: 'us-east-1' },
    { regions: ['me-south-1'], profile: 'moto', env: {}, expected: 'eu-west-1' },
    {
      regions: ['eu-west-1'],
      profile: 'moto',
      env: { AWS_REGION: 'eu-north-1' },
      expected: 'eu-north-1',
    },
    { regions: ['us-gov-west-1'], profile: 'keys', env: {}, expected: 'us-gov-west-1' },
    { regions: [], profile: 'keys', env: {}, expected: 'us-east-1' },
  ])('$expected for $regions with $profile', ({ regions, profile, env, expected }) =>
    withHome(async (home) => {
      const config = await readSharedConfig(home);
      const sources = { connection: { endpointUrl: null, profile }, env, config };
      const own =
        profile === null ? { ...sources, config: { ...config, profiles: new Map() } } : sources;
      expect(stsRegion(regions, own)).toBe(expected);
    }),
  );
});
