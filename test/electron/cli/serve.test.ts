import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serve } from '../../../electron/cli/serve.ts';
import { fakeBackend } from '../../helpers/fake-backend.ts';
import { silentLog } from '../../helpers/page-server.ts';
import { sampleWorkspace, summaryAnswers } from '../../helpers/sample-answers.ts';
import { withFolder } from '../../helpers/with-folder.ts';

/** Runs `serve` until it says that it is ready, then interrupts it. */
function served(backend: ReturnType<typeof fakeBackend>, named: string | null) {
  return withFolder(async (folder) => {
    await mkdir(join(folder, 'page'));
    await writeFile(join(folder, 'page', 'index.html'), '<title>Assay</title>');
    const interrupt = new AbortController();
    const opened: string[] = [];
    let out = '';
    let err = '';
    const write = (text: string) => {
      err += text;
      if (text.includes('Ctrl-C')) interrupt.abort();
    };
    const code = await serve.run({
      values: { 'no-open': true },
      positionals: [],
      global: {
        workspace: named,
        profile: null,
        regions: [],
        endpointUrl: null,
        roleArn: null,
        organizationRole: null,
      },
      host: {
        env: {},
        home: folder,
        log: silentLog,
        signal: interrupt.signal,
        err: { live: false, write },
        width: 100,
        install: { folder, version: '1', pageFolder: join(folder, 'page'), demoThread: null },
        out: (text) => {
          out += text;
        },
        openBackend: async ({ workspace }) => {
          opened.push(workspace);
          return backend;
        },
      },
    });
    return { code, out, err, opened };
  });
}

it('opens the demo workspace as long as there is no other, and ends at Ctrl-C with 0', async () => {
  const backend = fakeBackend({ 'workspace.get': sampleWorkspace() });
  const { code, out, opened } = await served(backend, null);
  expect([code, opened]).toEqual([0, ['demo']]);
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
  expect(backend.closed()).toBe(true);
});

it('goes on serving where the summary cannot be had', async () => {
  const backend = fakeBackend({
    ...summaryAnswers,
    'findings.list': async () => {
      throw new TypeError('x is not a function');
    },
  });
  const { code, err } = await served(backend, 'demo');
  expect(code).toBe(0);
  expect(err).toContain('assay: Unexpected: x is not a function\n');
  expect(err).toContain('Ctrl-C ends Assay.');
});
