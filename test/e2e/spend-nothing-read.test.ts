import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../electron/backend/create-backend.ts';
import { startPageServer } from '../../electron/server/index.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import { PAGE_FOLDER, silentLog } from '../helpers/page-server.ts';
import { visitsTo } from '../helpers/visits.ts';

/** The page Spend over a workspace into which nothing was read. */
const { visit, problems } = visitsTo(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assay-nothing-read-'));
  const now = () => '2026-11-20T12:00:00Z';
  const host = { home: folder, version: '0.0.0-test', log: silentLog, now, env: {} };
  const backend = await createBackend({ workspace: join(folder, 'workspace'), ...host });
  const server = await startPageServer({
    send: dispatcher(backend.api),
    onEvent: backend.onEvent,
    pageFolder: PAGE_FOLDER,
    log: silentLog,
  });
  const close = async () => {
    await server.close();
    await backend.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { server, close };
});

test.each([
  ['reconciliation', 'What differs is not known'],
  ['chargeback', 'What November 2026 costs is not known'],
  ['cache', 'What the prompt cache saved is not known'],
  ['capacity', 'Whether capacity is bought by the hour is not known'],
  ['other-costs', 'What cost money beside counted tokens is not known'],
  ['prices', 'Which prices the period needs is not known'],
])('%s says that it is not known, and no zero', async (tab, words) => {
  const page = await visit(`/spend?tab=${tab}`);
  await page.getByText(words).first().waitFor();
  const said = (await page.getByRole('tabpanel').first().innerText()).split('\n');
  expect(said.filter((line) => /\$0\.00|Nothing was billed|No differences/.test(line))).toEqual([]);
  expect(problems()).toEqual([]);
});

test('an address that means nothing is told', async () => {
  const page = await visit('/spend?tab=nonsense&month=2026-13');
  await page.getByText('The address names tab=nonsense').waitFor();
  await page.getByText('The period in the address is not valid').waitFor();
  expect(problems()).toEqual([]);
});
