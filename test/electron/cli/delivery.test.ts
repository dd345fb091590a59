import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../shared/reports/table.ts';
import { hasPython, readWorkbook } from '../../helpers/read-workbook.ts';
import { type CommandSetting, runCommand } from '../../helpers/run-command.ts';
import { sampleWorkspace } from '../../helpers/sample-answers.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const python = await hasPython();

const table: Table = {
  columns: [
    { id: 'model', title: 'Model', kind: 'text' },
    { id: 'usd', title: 'USD', kind: 'usd' },
  ],
  rows: [['=Sonnet', '1234.567890000000000001']],
  totals: null,
  notes: ['Metered, not a bill.'],
};
const setting: CommandSetting = {
  answers: () => ({
    'workspace.get': {
      ...sampleWorkspace(),
      unfinishedScan: { at: '2026-11-20T08:00:00Z', sources: ['metrics'] },
    },
    'report.build': table,
    'query.run': {
      columns: [{ name: '=n', type: 'BIGINT' }],
      rows: [['9007199254740993']],
      truncated: true,
    },
  }),
};
const INTERRUPTED =
  'The scan of 2026-11-20 08:00 UTC was interrupted: metrics may be incomplete. Scan again to complete them.';

const report = (...more: readonly string[]) =>
  runCommand(
    ['report', 'cost-by-model', '--month', '2026-10', '--workspace', 'demo', ...more],
    setting,
  );
const query = (...more: readonly string[]) =>
  runCommand(['query', 'select 1', '--workspace', 'demo', ...more], setting);

describe('a file in place of stdout', () => {
  it.each([
    [['--out', 'it.csv'], "model,usd\r\n'=Sonnet,1234.567890000000000001\r\n"],
    [['--out', 'it.txt', '--format', 'csv'], "model,usd\r\n'=Sonnet,1234.567890000000000001\r\n"],
    [['--out', 'it.csv', '--format', 'json'], /"usd": "1234\.567890000000000001"[\s\S]*not a bill/],
    [['--out', 'IT.JSON'], /"notes": \[\s+"Metered, not a bill\.",\s+"The scan of .* interrupted/],
    [['--out', 'it.txt'], /Sonnet/],
    [['--out', 'it'], /Sonnet/],
  ])('%j', ([flag = '', name = '', ...more], expected) =>
    withFolder(async (folder) => {
      const { code, out, err } = await report(flag, join(folder, name), ...more);
      expect([code, out]).toEqual([0, '']);
      expect(err).toContain(INTERRUPTED);
      const written = await readFile(join(folder, name), 'utf8');
      if (typeof expected === 'string') expect(written).toBe(expected);
      else expect(written).toMatch(expected);
      expect(await readdir(folder)).toEqual([name]);
    }),
  );

  it.skipIf(!python).each([[['--out', 'it.xlsx']], [['--out', 'it', '--format', 'xlsx']]])(
    'a workbook by %j',
    ([flag = '', name = '', ...more]) =>
      withFolder(async (folder) => {
        expect(await report(flag, join(folder, name), ...more)).toMatchObject({ code: 0, out: '' });
        const [sheet, notes] = await readWorkbook(await readFile(join(folder, name)));
        expect(sheet).toEqual({
          name: 'Cost by model',
          rows: [
            { A1: { text: 'Model', kept: true }, B1: { text: 'USD', kept: true } },
            { A2: { text: '=Sonnet', kept: true }, B2: { number: '1234.567890000000000001' } },
          ],
        });
        expect(notes?.rows.flatMap((row) => Object.values(row))).toEqual(
          ['Notes', 'Metered, not a bill.', INTERRUPTED].map((text) => ({ text, kept: true })),
        );
      }),
  );

  it.skipIf(!python)('a query, with its own names and what was cut', () =>
    withFolder(async (folder) => {
      const file = join(folder, 'it.xlsx');
      expect(await query('--out', file)).toMatchObject({ code: 0, out: '' });
      const [sheet, notes] = await readWorkbook(await readFile(file));
      expect(sheet?.rows).toEqual([
        { A1: { text: '=n', kept: true } },
        { A2: { number: '9007199254740993' } },
      ]);
      expect(JSON.stringify(notes)).toContain('The answer was cut at 5000 rows.');
    }),
  );

  it('a query as JSON keeps its own shape', () =>
    withFolder(async (folder) => {
      await query('--out', join(folder, 'it.json'));
      expect(JSON.parse(await readFile(join(folder, 'it.json'), 'utf8'))).toEqual([
        { '=n': '9007199254740993' },
      ]);
    }));
});

describe('where it goes', () => {
  it('replaces what is there, behind a link too', () =>
    withFolder(async (folder) => {
      await writeFile(join(folder, 'real.csv'), 'old');
      await symlink(join(folder, 'real.csv'), join(folder, 'link.csv'));
      expect((await report('--out', join(folder, 'link.csv'))).code).toBe(0);
      expect(await readFile(join(folder, 'real.csv'), 'utf8')).toContain('Sonnet');
      expect((await readdir(folder)).sort()).toEqual(['link.csv', 'real.csv']);
    }));

  it.each([
    ['a folder', (folder: string) => folder, 2, /is the name of a file, and .* is none/],
    ['a device', () => '/dev/null', 2, /is the name of a file, and \/dev\/null is none/],
    ['nothing', () => '', 2, /--out FILE is the name of a file\./],
    ['a folder that is not there', (folder: string) => join(folder, 'no/it.csv'), 3, /ENOENT/],
  ])('not to %s', (_, nameIn, expected, sentence) =>
    withFolder(async (folder) => {
      await mkdir(join(folder, 'empty'));
      const { code, out, err } = await report('--out', nameIn(folder));
      expect([code, out]).toEqual([expected, '']);
      expect(err).toMatch(sentence);
      expect(await readdir(folder)).toEqual(['empty']);
    }),
  );

  it.each(['october.pdf', 'october.CSVX', 'october.tsv'])(
    'not as %s, which it would not be',
    (name) =>
      withFolder(async (folder) => {
        const { code, out, err, opened } = await report('--out', join(folder, name));
        expect([code, out, opened]).toEqual([2, '', []]);
        const ending = name.split('.')[1]?.toLowerCase();
        expect(err).toContain(
          `Nothing is written as .${ending}: end the file of --out with .json, .csv`,
        );
        expect(await readdir(folder)).toEqual([]);
        expect((await report('--out', join(folder, name), '--format', 'csv')).code).toBe(0);
      }),
  );

  it('a workbook is not printed', async () => {
    const { code, out, err, opened } = await report('--format', 'xlsx');
    expect([code, out, opened]).toEqual([2, '', []]);
    expect(err).toContain('name its file with --out FILE.xlsx');
  });
});
