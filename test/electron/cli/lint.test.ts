import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0';

function document(statement: object): string {
  const usual = { Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: MODEL };
  return JSON.stringify(
    { Version: '2012-10-17', Statement: [{ ...usual, ...statement }] },
    null,
    2,
  );
}

const RIGHT = document({});
const WRONG = document({ Action: 'bedrock:Converse' });
const WIDE = document({ Action: 'bedrock:*', Resource: '*' });

/** Lints texts as files a.json, b.json, ... */
async function lint(texts: readonly string[], ...options: readonly string[]) {
  return withFolder(async (folder) => {
    const files = texts.map((_, index) => join(folder, `${'abc'[index]}.json`));
    await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? '')));
    return runCommand(['lint', ...files, ...options], { answers: () => ({}) });
  });
}

describe('assay lint', () => {
  it('lists what is wrong with line and remedy, and ends with 1', async () => {
    const { out, err, code, opened } = await lint([WRONG]);
    expect(code).toBe(1);
    expect(out).toContain('unknown-action');
    expect(out).toContain('allowed by bedrock:InvokeModel');
    expect(err).toBe('1 error, 0 warnings, 0 notes in 1 statement of 1 document\n');
    expect(opened).toEqual([]);
  });

  it('says nothing but the count where all is right', async () => {
    const { out, err, code } = await lint([RIGHT]);
    expect([out, code]).toEqual(['', 0]);
    expect(err).toContain('0 errors');
  });

  it('takes several files and names the one', async () => {
    const { out, code } = await lint([RIGHT, WRONG, WIDE], '--format', 'json');
    const { rows } = JSON.parse(out);
    expect(
      rows.map((row: Record<string, unknown>) => [String(row.file).at(-6), row.check, row.line]),
    ).toEqual([
      ['b', 'unknown-action', 6],
      ['c', 'growing-wildcard', 6],
    ]);
    expect(code).toBe(1);
  });

  it.each([
    [[], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'note'], 1],
  ])('fails at the limit: %j', async (options, expected) => {
    expect((await lint([WIDE], ...options)).code).toBe(expected);
  });

  it('reads documents as what they are', async () => {
    const identity = await lint([document({ Principal: '*' })], '--format', 'csv');
    expect(identity.out).toContain('refused');
    const resource = await lint([document({ Principal: '*' })], '--kind', 'resource');
    expect(resource.out).toBe('');
  });

  it('answers a text that is no JSON as a finding', async () => {
    const { out, code } = await lint(['{"Version":']);
    expect(out).toContain('is no JSON');
    expect(code).toBe(1);
    const long = await lint([`\n${'x'.repeat(1_200_000)}`]);
    expect(long.out).toContain('which no policy may');
  });

  it('says which file it cannot read, and that it needs one', async () => {
    const missing = await runCommand(['lint', '/nowhere/policy.json'], { answers: () => ({}) });
    expect(missing.err).toContain('The policy in /nowhere/policy.json cannot be read');
    expect(missing.code).toBe(3);
    const none = await runCommand(['lint'], { answers: () => ({}) });
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('<file> is missing')]);
    const twice = await runCommand(['lint', '-', '-'], { answers: () => ({}) });
    expect(twice.err).toContain('given twice');
    const kind = await runCommand(['lint', 'a', '--kind', 'role'], { answers: () => ({}) });
    expect(kind.err).toContain('--kind is one of identity');
  });
});
