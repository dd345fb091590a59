import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { describe, expect, it, test } from 'vitest';
import { runProcess, startCli } from '../helpers/cli-process.ts';
import { withFolder } from '../helpers/with-folder.ts';

const HOSTILE = '\u001b]0;owned\u0007\u202e=cmd|x\nsecond line';

/** The folder's workspace, with events of hostile names, enough of them for a long question. */
async function workspaceIn(folder: string): Promise<readonly string[]> {
  const logs = join(folder, 'logs');
  await mkdir(logs);
  const Records = Array.from({ length: 50 }, (_, index) => ({
    eventVersion: '1.11',
    eventID: `event-${index}`,
    eventTime: '2026-11-19T10:00:00Z',
    eventSource: 'bedrock.amazonaws.com',
    eventName: 'Converse',
    awsRegion: 'eu-west-1',
    recipientAccountId: '111122223333',
    userAgent: HOSTILE,
    sourceIPAddress: '=1+1',
    userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ada' },
    requestParameters: { modelId: 'anthropic.claude-sonnet-5-5' },
  }));
  await writeFile(join(logs, 'events.json'), JSON.stringify({ Records }));
  const options = ['--workspace', join(folder, 'w')];
  const { code, err } = await runProcess(folder, ['import', logs, ...options]);
  expect(code, err).toBe(0);
  return options;
}

/** A question that takes longer than any test. */
const ENDLESS = `select count(*) from ${'abcdefghijkl'
  .split('')
  .map((name) => `events ${name}`)
  .join(', ')}`;

const OPEN_FILES = '/proc/self/fd';
const hasProc = existsSync(OPEN_FILES);
if (!hasProc) console.log('Skipped: Ctrl-C of a query needs /proc, to see that it is under way.');

/** Waits until a process has a file open. */
async function opened(pid: number | undefined, file: string): Promise<void> {
  const folder = OPEN_FILES.replace('self', String(pid));
  for (;;) {
    const links = (await readdir(folder)).map((fd) => readlink(join(folder, fd)).catch(() => ''));
    if ((await Promise.all(links)).some((link) => link.endsWith(file))) return;
  }
}

/** What the workspace's folder holds, by content. */
async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const hashes = files.map(async (file) => {
    const path = join(file.parentPath, file.name);
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

describe('names that somebody else chose', () => {
  it.each([
    [
      'table',
      (out: string) => expect(out).toContain('\\u{1b}]0;owned\\u{7}\\u{202e}=cmd|x\\nsecond'),
    ],
    ['csv', (out: string) => expect(out).toContain(`,'=1+1\r\n`)],
    ['json', (out: string) => expect(JSON.parse(out)[0].user_agent).toBe(HOSTILE)],
  ])('as %s', (format, check) =>
    withFolder(async (folder) => {
      const options = await workspaceIn(folder);
      const sql = 'select user_agent, source_ip from events limit 1';
      const { code, out } = await runProcess(folder, [
        'query',
        sql,
        '--format',
        format,
        ...options,
      ]);
      expect(code).toBe(0);
      check(out);
      const escaped = format === 'table';
      if (escaped) expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    }),
  );

  it('in a command line', () =>
    withFolder(async (home) => {
      const { code, err } = await runProcess(home, ['check', '--workspace', `/no/${HOSTILE}`]);
      expect(code).toBe(2);
      expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(err.trim().split('\n')).toHaveLength(2);
    }));
});

describe('a query that does not end', () => {
  it('ends after --timeout with 3 and one sentence', () =>
    withFolder(async (folder) => {
      const options = await workspaceIn(folder);
      const { code, out, err } = await runProcess(folder, [
        'query',
        ENDLESS,
        '--timeout',
        '1',
        ...options,
      ]);
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(/^assay: The query was ended after 1 s\. .+\n$/);
    }));

  it.skipIf(!hasProc)('ends at Ctrl-C with 130 and in silence', () =>
    withFolder(async (folder) => {
      const options = await workspaceIn(folder);
      const query = startCli(folder, ['query', ENDLESS, ...options]);
      await opened(query.child.pid, 'assay.duckdb');
      query.child.kill('SIGINT');
      expect(await query.ended).toBe(130);
      expect([query.out(), query.err()]).toEqual(['', '']);
    }),
  );
});

test.each([
  ['query', ['query', 'select count(*) as n from events']],
  ['report', ['report', 'cost-by-model', '--month', '2026-11']],
  ['check', ['check']],
  ['policy', ['policy']],
])('%s changes nothing in a workspace, not even a damaged file', (_, argv) =>
  withFolder(async (folder) => {
    const options = await workspaceIn(folder);
    await writeFile(join(folder, 'w', 'workspace.json'), '{"version":1,');
    const before = await contentsOf(join(folder, 'w'));
    const { err } = await runProcess(folder, [...argv, ...options]);
    expect(err).toContain('is damaged (it is not JSON). It was left as it is');
    expect(err).not.toMatch(/\n\s+at /);
    expect(await contentsOf(join(folder, 'w'))).toEqual(before);
  }),
);

const isRoot = getuid?.() === 0;
if (isRoot) console.log('Skipped: missing permissions cannot be tested as root.');

test.skipIf(isRoot)('a workspace without permission is one sentence', () =>
  withFolder(async (folder) => {
    const options = await workspaceIn(folder);
    const database = join(folder, 'w', 'assay.duckdb');
    await chmod(database, 0o000);
    for (const argv of [
      ['query', 'select 1'],
      ['import', join(folder, 'logs')],
    ]) {
      const { code, out, err } = await runProcess(folder, [...argv, ...options]);
      expect([code, out]).toEqual([3, '']);
      expect(err).toMatch(/^assay: .+ cannot be opened: no permission\. .+\n$/);
    }
    await chmod(database, 0o600);
  }),
);
