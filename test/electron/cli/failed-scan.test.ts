import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A machine on which no credentials are found, whoever runs this. */
function withoutCredentials(home: string): void {
  for (const name of ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('AWS_CONFIG_FILE', join(home, 'none'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'none'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
}

test('a first scan that fails is told as such, by every command after it', () =>
  withFolder(async (home) => {
    withoutCredentials(home);
    const run = (...argv: readonly string[]) =>
      runCommand([...argv, '--workspace', join(home, 'w')], { home, openBackend: createBackend });
    const scan = await run('scan', '--region', 'eu-west-1');
    expect(scan.code).toBe(3);
    expect(scan.out).toMatch(
      /Nothing was read yet\. The scan of .* UTC failed: No credentials from/,
    );
    expect(scan.out).not.toMatch(/\$0|none open|0 of 0/);

    const report = await run('report', 'cost-by-model', '--month', '2026-11');
    expect([report.code, report.out]).toEqual([3, '']);
    expect(report.err).toMatch(/Nothing was read yet\. The scan of .* failed/);

    const check = await run('check');
    expect([check.code, check.out]).toEqual([3, '']);
    expect(check.err).toContain('No scan has succeeded yet.');
  }));
