import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { identify } from '../../../../electron/backend/aws/identity.ts';
import { createBackend } from '../../../../electron/backend/create-backend.ts';
import { ACCESS_TOKEN, asked, atHome, type Files, HOUR_MS } from '../../../helpers/aws-home.ts';
import { runCommand } from '../../../helpers/run-command.ts';
import {
  createSmallWorld,
  readerArn,
  SMALL_ACCOUNT,
  SMALL_KEY,
} from '../../../helpers/small-world/small-world.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';

let simulated: Simulated;

beforeAll(async () => {
  simulated = await startSimulated(createSmallWorld());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
afterAll(() => simulated.close());

/** Keys that the simulated account knows, as a profile. */
const KEYS = `[profile keys]
aws_access_key_id = ${SMALL_KEY.accessKeyId}
aws_secret_access_key = ${SMALL_KEY.secretAccessKey}
`;

const SESSION = `[sso-session corp]
sso_region = eu-central-1
sso_start_url = https://corp.awsapps.com/start
`;

const WITH_SSO = 'sso_session = corp\nsso_account_id = 111111111111\nsso_role_name = Reader\n';

/** What a person is told who has this profile; null is none, which leaves it to the environment. */
async function told(profile: string | null): Promise<string> {
  const clients = createClients({
    connection: {
      id: 'c',
      label: 'c',
      profile,
      roleArn: null,
      regions: ['eu-west-1'],
      endpointUrl: simulated.account.endpoint,
      accountId: null,
      organization: null,
    },
    env: process.env,
  });
  try {
    const { accountId } = await identify(clients, new AbortController().signal);
    return `It is ${accountId}.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clients.close();
  }
}

interface Case extends Files {
  readonly name: string;
  readonly profile: string | null;
  readonly says: RegExp;
}

const cases: readonly Case[] = [
  {
    name: 'a role that wants an MFA code',
    profile: 'prod',
    config: `${KEYS}[profile prod]
role_arn = ${readerArn(SMALL_ACCOUNT)}
source_profile = keys
mfa_serial = arn:aws:iam::111111111111:mfa/jane
`,
    says: /^The profile 'prod' asks for an MFA code, which Assay does not take\. Run `aws configure export-credentials --profile prod --format env` in a terminal/,
  },
  {
    name: 'a session of single sign-on that has ended',
    profile: 'prod',
    config: `${SESSION}[profile prod]\n${WITH_SSO}`,
    token: { of: 'corp', expiresInMs: -HOUR_MS },
    says: /^No credentials from the profile 'prod': .*expired.*Run `aws sso login --profile prod`/,
  },
  {
    name: 'single sign-on without a session yet',
    profile: 'prod',
    config: `${SESSION}[profile prod]\n${WITH_SSO}`,
    says: /^No credentials from the profile 'prod': .*not found.*Run `aws sso login --profile prod`/,
  },
  {
    name: 'single sign-on of the older kind, without a session',
    profile: 'old',
    config: `[profile old]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-central-1
sso_account_id = 111111111111
sso_role_name = Reader
`,
    says: /^No credentials from the profile 'old': .*Run `aws sso login --profile old`/,
  },
  {
    name: 'a role whose source profile has to sign in',
    profile: 'prod',
    config: `${SESSION}[profile base]\n${WITH_SSO}[profile prod]
role_arn = ${readerArn(SMALL_ACCOUNT)}
source_profile = base
`,
    says: /^No credentials from the profile 'prod', which takes them from 'base': .*Run `aws sso login --profile base`, then scan again\.$/,
  },
  {
    name: 'a profile of the environment that has to sign in',
    profile: null,
    config: `${SESSION}[profile corp-reader]\n${WITH_SSO}`,
    env: { AWS_PROFILE: 'corp-reader' },
    says: /^No credentials from the profile 'corp-reader': .*Run `aws sso login --profile corp-reader`, then scan again\.$/,
  },
  {
    name: 'a role that may not be assumed',
    profile: 'prod',
    config: `${KEYS}[profile prod]
role_arn = arn:aws:iam::111111111111:role/Another
source_profile = keys
`,
    says: /^sts:AssumeRole is not allowed: .*role\/Another/,
  },
];

describe('what to run is said for', () => {
  it.each(cases)('$name', ({ profile, says, ...files }) =>
    atHome(files, async () => {
      const text = await told(profile);
      expect(text).toMatch(says);
      expect(text).not.toContain(ACCESS_TOKEN);
    }),
  );
});

describe('profiles that need nothing', () => {
  it('assume their role where the connection calls, with the keys of their source', () =>
    atHome(
      {
        config: `${KEYS}[profile prod]\nrole_arn = ${readerArn(SMALL_ACCOUNT)}\nsource_profile = keys\n`,
      },
      async () => {
        const before = simulated.requests.length;
        const who = await told('prod');
        expect(simulated.requests.slice(before)).toEqual([
          'sts:AssumeRole 200',
          'sts:GetCallerIdentity 200',
        ]);
        expect(who).toBe(`It is ${SMALL_ACCOUNT}.`);
      },
    ));

  it('ask single sign-on in its own Region, whatever the Region of the profile and connection', () =>
    atHome(
      {
        config: `${SESSION}[profile prod]\nregion = eu-west-1\n${WITH_SSO}`,
        token: { of: 'corp', expiresInMs: HOUR_MS },
      },
      async () => {
        await told('prod');
        expect(new Set(asked)).toEqual(new Set(['portal.sso.eu-central-1.amazonaws.com']));
      },
    ));
});

/** A portal of single sign-on that hands out credentials of the simulated account. */
async function startPortal() {
  const { world } = simulated;
  const assumed = world.assumeRole(
    { accountId: SMALL_ACCOUNT, arn: '', userId: '', deniedActions: [] },
    readerArn(SMALL_ACCOUNT),
    'jane',
  );
  if (assumed === null) throw new Error('the small world has no such role');
  const { accessKeyId, secretAccessKey, sessionToken } = assumed;
  const roleCredentials = {
    ...{ accessKeyId, secretAccessKey, sessionToken },
    expiration: Date.now() + HOUR_MS,
  };
  const server = createServer((request, response) => {
    const known = request.headers['x-amz-sso_bearer_token'] === ACCESS_TOKEN;
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { roleCredentials } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    secrets: [secretAccessKey, sessionToken],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Every file below a folder that holds one of the texts. */
async function filesWith(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const holding = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      return texts.some((text) => bytes.includes(text)) ? [file] : [];
    }),
  );
  return holding.flat();
}

describe('tokens and keys', () => {
  it('are used for a scan and written nowhere', async () => {
    const portal = await startPortal();
    const files: Files = {
      config: `${SESSION}[profile prod]\n${WITH_SSO}`,
      token: { of: 'corp', expiresInMs: HOUR_MS },
      env: { AWS_ENDPOINT_URL_SSO: portal.url },
    };
    try {
      await atHome(files, async (home) => {
        const workspace = join(home, 'workspace');
        const { err } = await runCommand(
          [
            ...[
              'scan',
              '--sources',
              'configuration',
              '--workspace',
              workspace,
              '--profile',
              'prod',
            ],
            ...['--region', 'us-east-1', '--endpoint-url', simulated.account.endpoint],
          ],
          { home: join(home, 'assay'), openBackend: createBackend },
        );
        expect(err).toContain('✓ Accounts 1');
        const secrets = [ACCESS_TOKEN, 'refresh-token', 'client-secret', ...portal.secrets];
        expect(await filesWith(workspace, secrets)).toEqual([]);
        expect(await filesWith(join(home, 'assay'), secrets)).toEqual([]);
        expect(await filesWith(home, [ACCESS_TOKEN])).toHaveLength(1);
      });
    } finally {
      await portal.close();
    }
  }, 120_000);
});
