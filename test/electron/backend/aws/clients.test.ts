import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClients } from '../../../../electron/backend/aws/clients.ts';
import { identify } from '../../../../electron/backend/aws/identity.ts';
import { createLog, lineSink } from '../../../../electron/backend/log.ts';
import type { Connection } from '../../../../shared/api/answers.ts';
import {
  createSmallWorld,
  DENIED_ACCOUNT,
  readerArn,
  SMALL_ACCOUNT,
  SMALL_KEY,
} from '../../../helpers/small-world/small-world.ts';
import { withFolder } from '../../../helpers/with-folder.ts';
import { type Simulated, startSimulated } from '../scan/simulated.ts';

let simulated: Simulated;

beforeAll(async () => {
  simulated = await startSimulated(createSmallWorld());
});
afterEach(() => {
  vi.unstubAllEnvs();
  simulated.account.faults.clear();
});
afterAll(() => simulated.close());

function connection(change: Partial<Connection> = {}): Connection {
  return {
    id: 'c',
    label: 'c',
    profile: null,
    roleArn: null,
    regions: ['us-east-1'],
    endpointUrl: simulated.account.endpoint,
    accountId: null,
    organization: null,
    ...change,
  };
}

const signal = new AbortController().signal;

describe('who a connection is', () => {
  it('with fixed credentials', async () => {
    const clients = createClients({ connection: connection(), env: {}, credentials: SMALL_KEY });
    expect(await identify(clients, signal)).toEqual({
      accountId: SMALL_ACCOUNT,
      arn: `arn:aws:iam::${SMALL_ACCOUNT}:user/admin`,
    });
    clients.close();
  });

  it('that are fresh assume nothing again; others assume their role with them', async () => {
    const base = createClients({ connection: connection(), env: {}, credentials: SMALL_KEY });
    const role = connection({ roleArn: readerArn(DENIED_ACCOUNT), accountId: DENIED_ACCOUNT });
    const before = simulated.requests.length;
    const member = base.assume(role);
    const fresh = member.fresh();
    const who = [await identify(member, signal), await identify(fresh, signal)];
    expect(who.map(({ accountId }) => accountId)).toEqual([DENIED_ACCOUNT, DENIED_ACCOUNT]);
    expect(fresh.connection).toEqual(role);
    fresh.close();
    expect((await identify(member, signal)).accountId).toBe(DENIED_ACCOUNT);
    const assumed = simulated.requests
      .slice(before)
      .filter((one) => one.startsWith('sts:AssumeRole'));
    expect(assumed).toEqual(['sts:AssumeRole 200']);
    for (const clients of [base, member]) clients.close();
  });

  it('with a role, assumed once for all clients', async () => {
    const roleArn = readerArn(SMALL_ACCOUNT);
    const clients = createClients({
      connection: connection({ roleArn }),
      env: {},
      credentials: SMALL_KEY,
    });
    const before = simulated.requests.length;
    const { arn } = await identify(clients, signal);
    const reads = [
      (await clients.bedrock('us-east-1')).listFoundationModels({}),
      (await clients.bedrock('eu-west-1')).listFoundationModels({}),
      (await clients.cloudtrail('us-east-1')).describeTrails({}),
    ];
    await Promise.all(reads);
    expect(arn).toBe(`arn:aws:sts::${SMALL_ACCOUNT}:assumed-role/AssayReader/assay`);
    const assumed = simulated.requests
      .slice(before)
      .filter((one) => one.startsWith('sts:AssumeRole'));
    expect(assumed).toEqual(['sts:AssumeRole 200']);
    clients.close();
  });

  it('with a profile of the shared files and its endpoint', () =>
    withFolder(async (home) => {
      await mkdir(join(home, '.aws'));
      const { accessKeyId, secretAccessKey } = SMALL_KEY;
      const endpoint = simulated.account.endpoint;
      await writeFile(join(home, '.aws', 'config'), `[profile p]\nendpoint_url = ${endpoint}\n`);
      await writeFile(
        join(home, '.aws', 'credentials'),
        `[p]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
      );
      vi.stubEnv('HOME', home);
      vi.stubEnv('AWS_CONFIG_FILE', join(home, '.aws', 'config'));
      vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, '.aws', 'credentials'));
      vi.stubEnv('AWS_ENDPOINT_URL', undefined);
      const chosen = connection({ profile: 'p', endpointUrl: null });
      const clients = createClients({ connection: chosen, env: process.env });
      expect((await identify(clients, signal)).accountId).toBe(SMALL_ACCOUNT);
      clients.close();
    }));

  it('with a profile that the shared files do not have, names those that they do', () =>
    withFolder(async (home) => {
      await writeFile(join(home, 'config'), '[profile prod]\nregion = eu-west-1\n[default]\n');
      const env = { AWS_CONFIG_FILE: join(home, 'config'), HOME: home };
      const chosen = connection({ profile: 'prdo' });
      const clients = createClients({ connection: chosen, env });
      await expect(identify(clients, signal)).rejects.toThrow(
        "There is no profile 'prdo' in the AWS configuration files. Known are: prod, default.",
      );
      clients.close();
    }));

  it('with keys in the environment beside the profile: the SDK warns the log, not the terminal', () =>
    withFolder(async (home) => {
      const { accessKeyId, secretAccessKey } = SMALL_KEY;
      const keys = `[p]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
      await writeFile(join(home, 'credentials'), keys);
      vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'credentials'));
      vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
      vi.stubEnv('AWS_PROFILE', 'p');
      vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAOTHER00000000000');
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'other');
      const printed = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const lines: string[] = [];
      const sinks = [lineSink('info', (line) => lines.push(line))];
      const log = createLog({ now: () => '2026-11-20T12:00:00Z', sinks });
      const clients = createClients({ connection: connection(), env: process.env, log });
      await identify(clients, signal);
      expect(printed.mock.calls).toEqual([]);
      expect(lines.join('')).toContain('Multiple credential sources detected');
      printed.mockRestore();
      clients.close();
    }));

  it('is asked in the next Region when the first one is not enabled', async () => {
    const regions = ['me-south-1', 'us-east-1'];
    const clients = createClients({
      connection: connection({ regions }),
      env: {},
      credentials: SMALL_KEY,
    });
    expect((await identify(clients, signal)).accountId).toBe(SMALL_ACCOUNT);
    clients.close();
  });

  it.each([
    {
      name: 'wrong keys',
      change: {},
      credentials: { accessKeyId: 'AKIAWRONG00000000000', secretAccessKey: 'x' },
      says: /does not accept the credentials .*renew them/,
    },
    {
      name: 'a role that may not be assumed',
      change: { roleArn: 'arn:aws:iam::111111111111:role/Nobody' },
      credentials: SMALL_KEY,
      says: /sts:AssumeRole is not allowed/,
    },
    {
      name: 'nobody at the endpoint',
      change: { endpointUrl: 'http://127.0.0.1:1' },
      credentials: SMALL_KEY,
      says: /failed \(ECONNREFUSED\)/,
    },
  ])('is refused in words: $name', async ({ change, credentials, says }) => {
    const clients = createClients({ connection: connection(change), env: {}, credentials });
    const refused = await identify(clients, signal).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'AppError' });
    expect(String(refused)).toMatch(says);
    expect(String(refused)).not.toMatch(/ at |node_modules/);
    clients.close();
  });
});

describe('clients', () => {
  it('are made once for a Region', async () => {
    const clients = createClients({ connection: connection(), env: {}, credentials: SMALL_KEY });
    expect(await clients.bedrock('us-east-1')).toBe(await clients.bedrock('us-east-1'));
    expect(await clients.bedrock('us-east-1')).not.toBe(await clients.bedrock('eu-west-1'));
    clients.close();
  });

  it('sign with the connection, whatever API key or endpoint the environment has', async () => {
    vi.stubEnv('AWS_BEARER_TOKEN_BEDROCK', 'somebody-elses-key');
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    const clients = createClients({
      connection: connection(),
      env: process.env,
      credentials: SMALL_KEY,
    });
    const answer = await (await clients.bedrock('us-east-1')).listFoundationModels({});
    expect(answer.modelSummaries?.length).toBeGreaterThan(0);
    clients.close();
  });

  it.each([
    { endpointUrl: 'http://127.0.0.1:1', pathStyle: true },
    { endpointUrl: null, pathStyle: false },
  ])('S3 at $endpointUrl: path style $pathStyle', async ({ endpointUrl, pathStyle }) => {
    const where = connection({ endpointUrl });
    const clients = createClients({
      connection: where,
      env: { HOME: '/nonexistent' },
      credentials: SMALL_KEY,
    });
    const s3 = await clients.s3('us-east-1');
    expect(s3.config.forcePathStyle).toBe(pathStyle);
    clients.close();
  });
});
