import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileOutcome } from '../../../shared/api/answers.ts';
import type { Table } from '../../../shared/reports/table.ts';
import { sampleJob } from '../../helpers/fake-backend.ts';
import { type CommandSetting, runCommand } from '../../helpers/run-command.ts';
import { sampleWorkspace } from '../../helpers/sample-answers.ts';
import { withFolder } from '../../helpers/with-folder.ts';

describe('assay import', () => {
  const outcome: FileOutcome = {
    key: '/logs/a.json.gz',
    kind: 'cloudtrail',
    status: 'ingested',
    records: 5,
    added: 5,
    duplicates: 0,
    fragments: 0,
    size: 100,
    reason: null,
    at: '2026-11-20T12:00:01Z',
  };
  const importing: CommandSetting = {
    answers: (backend) => ({
      'import.start': async () => {
        const summary = {
          files: 4,
          filesTaken: 2,
          filesPartial: 0,
          filesSkipped: 1,
          filesFailed: 1,
          events: 9,
          invocations: 0,
          duplicates: 1,
          fragments: 2,
        };
        const job = sampleJob({ kind: 'import', state: 'partial', summary });
        backend().emit({ type: 'job', job });
        return job;
      },
      'files.list': async () => ({
        total: 4,
        rows: [
          {
            ...outcome,
            key: '/logs/=bad.txt',
            status: 'skipped',
            kind: 'foreign',
            reason: 'no log',
          },
          { ...outcome, key: '/logs/b.json', duplicates: 1, fragments: 2, reason: '2 without id' },
          outcome,
          { ...outcome, key: '/logs/old.json', status: 'failed', at: '2026-11-01T00:00:00Z' },
        ],
      }),
    }),
  };

  it('names what was not simply taken, of this import only', async () => {
    const { code, out, err } = await runCommand(
      ['import', tmpdir(), '--workspace', '/w'],
      importing,
    );
    expect(code).toBe(3);
    expect(out).toContain('/logs/=bad.txt');
    expect(out).toContain('2 without id');
    expect(out).not.toMatch(/a\.json\.gz|old\.json/);
    expect(err).toContain('4 files: 2 taken, 1 skipped, 1 failed');
    expect(err).toContain('9 events and 0 invocations added');
  });

  it('writes JSON and CSV', async () => {
    const argv = ['import', tmpdir(), '--workspace', '/w', '--format'];
    const json = JSON.parse((await runCommand([...argv, 'json'], importing)).out);
    expect(json.rows).toHaveLength(2);
    const csv = (await runCommand([...argv, 'csv'], importing)).out;
    expect(csv.split('\r\n')[0]).toBe('status,kind,records,added,duplicates,fragments,file,reason');
  });
});

describe('assay report, query and policy', () => {
  const table: Table = {
    columns: [
      { id: 'model', title: 'Model', kind: 'text' },
      { id: 'usd', title: 'USD', kind: 'usd' },
    ],
    rows: [['=Sonnet', '1234.56789']],
    totals: null,
    notes: ['metered'],
  };
  const setting: CommandSetting = {
    answers: () => ({
      'workspace.get': sampleWorkspace(),
      'report.build': table,
      'query.run': {
        columns: [
          { name: 'n', type: 'BIGINT' },
          { name: 'text', type: 'VARCHAR' },
          { name: 'flag', type: 'BOOLEAN' },
        ],
        rows: [
          ['9007199254740993', 'a,b', true],
          [1, null, false],
        ],
        truncated: true,
      },
      'policy.get': {
        json: '{"Version":"2012-10-17"}',
        characters: 300,
        parts: [{ json: '{"Version":"2012-10-17"}', characters: 300 }],
        charactersAllowed: 6_144,
        actions: [{ action: 'a:B', usedFor: 'c' }],
        partition: 'aws',
        partitions: ['aws', 'aws-cn'],
      },
    }),
  };
  const run = (...argv: readonly string[]) => runCommand([...argv, '--workspace', 'demo'], setting);

  it.each([
    ['table', /1,234\.57/],
    ['csv', /^model,usd\r\n'=Sonnet,1234\.56789\r\n$/],
    ['json', /"usd": "1234\.56789"/],
  ])('a report as %s', async (format, expected) => {
    const outcome = await run('report', 'cost-by-model', '--month', '2026-10', '--format', format);
    expect(outcome.code).toBe(0);
    expect(outcome.out).toMatch(expected);
    expect(outcome.backend.calls).toEqual([
      { method: 'workspace.get', input: {} },
      { method: 'report.build', input: { report: 'cost-by-model', month: '2026-10' } },
    ]);
  });

  it('a query as JSON with its own types, and says that it was cut', async () => {
    const { out, err } = await run('query', 'select 1', '--format', 'json');
    expect(JSON.parse(out)).toEqual([
      { n: '9007199254740993', text: 'a,b', flag: true },
      { n: 1, text: null, flag: false },
    ]);
    expect(err).toContain('cut at 5000 rows');
  });

  it('a query whose columns have one name loses none of them as JSON', async () => {
    const column = (name: string) => ({ name, type: 'INTEGER' });
    const columns = ['a', 'a', 'a:1', '__proto__'].map(column);
    const { out } = await runCommand(['query', 's', '--format', 'json', '--workspace', 'demo'], {
      answers: () => ({ 'query.run': { columns, rows: [[1, 2, 3, 4]], truncated: false } }),
    });
    expect(out.replaceAll(/\s/g, '')).toBe('[{"a":1,"a:1":2,"a:1:1":3,"__proto__":4}]');
  });

  it('a query as CSV', async () => {
    const { out } = await run('query', 'select 1', '--format', 'csv');
    expect(out).toBe('n,text,flag\r\n9007199254740993,"a,b",true\r\n1,,false\r\n');
  });

  it('the policy as it is to be pasted, of a workspace that was scanned', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'assay.duckdb'), '');
      const of = (...more: readonly string[]) =>
        runCommand(['policy', '--workspace', folder, ...more], setting);
      expect((await of()).out).toBe('{"Version":"2012-10-17"}\n');
      expect((await of('--format', 'table')).out).toContain('a:B');
      const chosen = await of('--partition', 'aws-cn');
      expect(chosen.backend.calls.at(-1)?.input).toEqual({ partition: 'aws-cn' });
      expect(chosen.err).toContain('the workspace connects others too: --partition aws-cn.');
      expect((await of('--partition', 'aws-moon')).err).toContain('aws, aws-us-gov, aws-cn');
    });
  });

  it('the policy before there is any workspace, without opening one', async () => {
    for (const workspace of ['/no/such/workspace', 'demo']) {
      const { code, out, backend } = await runCommand(['policy', '--workspace', workspace], {});
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ Version: '2012-10-17' });
      expect(out).toContain('bedrock:ListFoundationModels');
      expect(backend.calls).toEqual([]);
    }
  });
});
