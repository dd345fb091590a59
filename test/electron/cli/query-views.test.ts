import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { VIEW_NAMES } from '../../../electron/backend/store/schema/views.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

test('--views lists every documented view with the columns that a SELECT may name', () =>
  withFolder(async (home) => {
    const workspace = ['--workspace', join(home, 'w'), '--format', 'json'];
    const setting = { home, openBackend: createBackend };
    const run = (...argv: readonly string[]) =>
      runCommand(['query', ...argv, ...workspace], setting);
    await mkdir(join(home, 'logs'));
    await runCommand(['import', join(home, 'logs'), ...workspace], setting);
    const { rows } = JSON.parse((await run('--views')).out);
    expect([...new Set(rows.map(({ view }: { view: string }) => view))]).toEqual(VIEW_NAMES);
    expect(rows).toContainEqual({ view: 'events', column: 'event_id', type: 'VARCHAR' });
    const columns = rows.filter(({ view }: { view: string }) => view === 'bill');
    const named = columns.map(({ column }: { column: string }) => `"${column}"`).join(', ');
    expect((await run(`SELECT ${named} FROM bill`)).code).toBe(0);
    expect((await run('--views', 'SELECT 1')).code).toBe(2);
  }));
