import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';
import { line, writeCsv } from '../backend/store/cur-files.ts';

test('a report where only the bill has data says so, and how to see it', () =>
  withFolder(async (home) => {
    const run = (...argv: readonly string[]) =>
      runCommand([...argv, '--workspace', join(home, 'w')], { home, openBackend: createBackend });
    await mkdir(join(home, 'bills'));
    const lines = [line({ line_item_unblended_cost: '12.345' })];
    await writeCsv(join(home, 'bills', 'acme-00001.csv.gz'), lines);
    expect((await run('import', join(home, 'bills'))).code).toBe(0);

    const report = (...more: readonly string[]) => run('report', 'cost-by-model', ...more);
    const { code, out } = await report('--month', '2026-10');
    expect(code).toBe(0);
    expect(out).toMatch(/^Nothing to show\.\nNo usage of 2026-10 was counted\. No invocation logs/);
    expect(out).toContain('The bill of 2026-10 has 1 lines, 12.35 USD (billed).');
    const [, sql = ''] = /assay query "(.+)"/.exec(out) ?? [];
    const seen = await run('query', sql, '--format', 'json');
    expect(JSON.parse(seen.out)).toMatchObject([{ cost: expect.stringMatching(/^12\.3450*$/) }]);

    const json = JSON.parse((await report('--month', '2026-09', '--format', 'json')).out);
    expect(json.notes).toContain('There are bills of 2026-10.');
    const csv = await report('--month', '2026-09', '--format', 'csv');
    expect(csv.out.split('\r\n')).toHaveLength(2);
    expect(csv.err).toContain('There are bills of 2026-10.');
  }));
