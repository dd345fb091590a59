import { createHash } from 'node:crypto';
import dns from 'node:dns';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vi } from 'vitest';
import { withFolder } from './with-folder.ts';

export const ACCESS_TOKEN = 'sso-access-token-that-must-stay-where-it-is';
export const HOUR_MS = 3_600_000;
/** The names that were looked up. */
export const asked: string[] = [];

/** Finds no name, so that nothing leaves this computer. */
function findNothing(host: string, _options: unknown, found: (error: Error) => void): void {
  asked.push(host);
  found(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
}

/** What the shared files of a person say. */
export interface Files {
  readonly config: string;
  /** The cached token of an SSO session, by the session's name or its start URL. */
  readonly token?: { readonly of: string; readonly expiresInMs: number };
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs with a home of its own, as the SDK's credential providers find it. */
export function atHome<T>(files: Files, run: (home: string) => Promise<T>): Promise<T> {
  return withFolder(async (home) => {
    const cache = join(home, '.aws', 'sso', 'cache');
    await mkdir(cache, { recursive: true });
    await writeFile(join(home, '.aws', 'config'), files.config);
    if (files.token !== undefined) {
      const name = createHash('sha1').update(files.token.of).digest('hex');
      await writeFile(join(cache, `${name}.json`), cachedToken(files.token.expiresInMs));
    }
    const env = {
      HOME: home,
      AWS_CONFIG_FILE: join(home, '.aws', 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws', 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      ...files.env,
    };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    asked.length = 0;
    vi.spyOn(dns, 'lookup').mockImplementation(Object.assign(findNothing, dns.lookup));
    return run(home);
  });
}

/** What `aws sso login` leaves in the cache. */
function cachedToken(expiresInMs: number): string {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  return JSON.stringify({
    startUrl: 'https://corp.awsapps.com/start',
    region: 'eu-central-1',
    accessToken: ACCESS_TOKEN,
    expiresAt: at(expiresInMs),
    clientId: 'client',
    clientSecret: 'client-secret',
    registrationExpiresAt: at(24 * HOUR_MS),
    refreshToken: 'refresh-token',
  });
}
