import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess, startCli } from '../helpers/cli-process.ts';
import { withFolder } from '../helpers/with-folder.ts';

const event = (index: number) => ({
  eventVersion: '1.11',
  eventID: `event-${index}`,
  eventTime: '2026-11-19T10:00:00Z',
  eventSource: 'bedrock.amazonaws.com',
  eventName: 'Converse',
  awsRegion: 'eu-west-1',
  recipientAccountId: '111122223333',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ada' },
  requestParameters: { modelId: 'anthropic.claude-sonnet-5-5' },
});

/** A folder of logs and a workspace with them in it. */
async function imported(folder: string, count: number): Promise<readonly string[]> {
  const logs = join(folder, 'logs');
  await mkdir(logs);
  const Records = Array.from({ length: count }, (_, index) => event(index));
  await writeFile(join(logs, 'events.json'), JSON.stringify({ Records }));
  await writeFile(join(logs, 'notes.txt'), 'not a log');
  const options = ['--workspace', join(folder, 'w')];
  const { code, err } = await runProcess(folder, ['import', logs, ...options]);
  expect(code, err).toBe(0);
  return options;
}

describe('the assay process', () => {
  it('starts, says its version and ends', () =>
    withFolder(async (home) => {
      const startedAt = performance.now();
      const { code, out, err } = await runProcess(home, ['--version']);
      console.log(`assay --version: ${Math.round(performance.now() - startedAt)} ms`);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^assay \d+\.\d+\.\d+\n$/);
    }));

  it.each([
    [['nope'], 2],
    [['check', '--workspace', '/nonexistent/w'], 2],
    [['query', 'select 1', '--workspace', '/dev/null'], 2],
  ])('%j ends with %i and one sentence', (argv, code) =>
    withFolder(async (home) => {
      const outcome = await runProcess(home, argv);
      expect([outcome.code, outcome.out]).toEqual([code, '']);
      expect(outcome.err).toMatch(/^assay: .+\n/);
      expect(outcome.err).not.toMatch(/\n\s+at |node:internal/);
    }),
  );

  it('imports and answers queries, with data on stdout only', () =>
    withFolder(async (folder) => {
      const options = await imported(folder, 3);
      const sql = 'select event_name, count(*) as n from events group by 1';
      const { code, out } = await runProcess(folder, ['query', sql, '--format', 'csv', ...options]);
      expect([code, out]).toEqual([0, 'event_name,n\r\nConverse,3\r\n']);
    }));

  it('ends quietly when its reader has enough', () =>
    withFolder(async (folder) => {
      const options = await imported(folder, 5000);
      const sql = 'select * from events';
      const query = startCli(folder, ['query', sql, '--format', 'json', ...options]);
      query.child.stdout?.once('data', () => query.child.stdout?.destroy());
      expect(await query.ended).toBe(0);
      expect(query.err()).toBe('');
    }));

  it('cancels a scan at Ctrl-C and ends with 130', () =>
    withFolder(async (folder) => {
      const scan = startCli(folder, ['scan', '--workspace', 'demo']);
      await scan.seen(/Accounts/);
      scan.child.kill('SIGINT');
      expect(await scan.ended).toBe(130);
      expect(scan.err()).not.toMatch(/\n\s+at /);
    }));

  it('serves until Ctrl-C, and the second process on a workspace gets one sentence', () =>
    withFolder(async (folder) => {
      const options = await imported(folder, 1);
      const serve = startCli(folder, ['serve', '--no-open', ...options]);
      await serve.seen(/#token=.+\n/);
      const address = new URL(serve.out().trim());
      const page = await fetch(address.origin);
      expect(await page.text()).toContain('<title>Assay</title>');
      const refused = await fetch(`${address.origin}/api/workspace.get`, { method: 'POST' });
      expect(refused.status).toBe(403);

      const second = await runProcess(folder, ['scan', '--region', 'eu-west-1', ...options]);
      expect(second.code).toBe(3);
      expect(second.err.trim().split('\n')).toHaveLength(1);

      serve.child.kill('SIGINT');
      expect(await serve.ended).toBe(0);
    }));

  it('starts the simulated account alone', () =>
    withFolder(async (folder) => {
      const demo = startCli(folder, ['demo']);
      await demo.seen(/AWS_REGION=.+\n/);
      const endpoint = /AWS_ENDPOINT_URL=(\S+)/.exec(demo.out())?.[1] ?? '';
      expect((await fetch(endpoint)).status).toBeGreaterThanOrEqual(400);
      demo.child.kill('SIGTERM');
      expect(await demo.ended).toBe(0);
    }));
});
