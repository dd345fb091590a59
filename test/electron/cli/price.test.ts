import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quoteInput } from '../../../shared/api/schemas.ts';
import type { UsageQuote } from '../../../shared/cost/quote-usage.ts';
import type { FakeAnswers } from '../../helpers/fake-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

const ROW = {
  modelId: 'us.anthropic.claude-sonnet-5-5',
  region: 'us-east-1',
  unit: 'input-tokens',
  quantity: 1_000,
  day: '2026-11-01',
};

/** Runs `assay price` over lines; `workspace` is one that exists, over a backend with `quotes`. */
async function price(
  lines: readonly string[],
  quotes?: (rows: readonly unknown[]) => readonly UsageQuote[],
) {
  return withFolder(async (folder) => {
    const file = join(folder, 'usage.ndjson');
    await writeFile(file, lines.join('\n'));
    const where = quotes === undefined ? [] : ['--workspace', folder];
    const answers: FakeAnswers = quotes === undefined ? {} : { 'prices.quote': asAnswer(quotes) };
    const run = await runCommand(['price', '--usage', file, '--format', 'json', ...where], {
      answers: () => answers,
    });
    const answered = run.out
      .trim()
      .split('\n')
      .filter((line) => line !== '');
    return { ...run, answered: answered.map((line): unknown => JSON.parse(line)) };
  });
}

function asAnswer(quotes: (rows: readonly unknown[]) => readonly UsageQuote[]) {
  return async (input: unknown) => quotes(quoteInput.parse(input).rows);
}

describe('assay price', () => {
  it('answers one line for each, in their order, with what the line rests on', async () => {
    const { answered, code, err } = await price([
      JSON.stringify(ROW),
      JSON.stringify({ ...ROW, modelId: 'xai.grok-4.6' }),
      JSON.stringify({ ...ROW, unit: 'output-tokens', scope: 'global', quantity: '3' }),
    ]);
    expect(code).toBe(0);
    expect(err).toContain('priced by the bundled table alone');
    expect(answered).toEqual([
      {
        status: 'priced',
        usd: '0.0022',
        unitPrice: '2.20',
        per: 1_000_000,
        scope: 'geographic',
        source: expect.stringContaining('rate card of 2026-10-07'),
        checkedOn: '2026-10-07',
        modelId: 'anthropic.claude-sonnet-5-5',
      },
      { status: 'unpriced', reason: 'no price for model xai.grok-4.6' },
      expect.objectContaining({ usd: '0.00003', unitPrice: '10.00', scope: 'global' }),
    ]);
  });

  it('answers a bad line as invalid in its place, and ends with 1', async () => {
    const { answered, code, err } = await price([
      `\uFEFF${JSON.stringify(ROW)}`,
      'nope',
      '',
      JSON.stringify({ ...ROW, quantity: -1 }),
      JSON.stringify(ROW),
    ]);
    expect(code).toBe(1);
    expect(err).toContain('3 of the lines could not be read');
    expect(answered).toMatchObject([
      { status: 'priced' },
      { status: 'invalid', line: 2, reason: 'the line is not JSON' },
      { status: 'invalid', line: 3, reason: 'the line is empty' },
      { status: 'invalid', line: 4, reason: expect.stringContaining('quantity') },
      { status: 'priced' },
    ]);
  });

  it('keeps the order over groups of lines', async () => {
    const rows = Array.from({ length: 4_500 }, (_, index) =>
      index === 2_100 ? '!' : JSON.stringify({ ...ROW, quantity: index }),
    );
    const sizes: number[] = [];
    const { answered } = await price(rows, (asked) => {
      sizes.push(asked.length);
      return asked.map((row) => ({ status: 'unpriced', reason: JSON.stringify(row) }));
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4_499);
    expect(answered[2_100]).toMatchObject({ status: 'invalid', line: 2_101 });
    const last: unknown = answered[4_499];
    expect(last).toMatchObject({ reason: expect.stringContaining('"quantity":"4499"') });
  });

  it('prices by the workspace where there is one', async () => {
    const { answered, backend, opened, err } = await price([JSON.stringify(ROW)], (rows) =>
      rows.map(() => ({ status: 'unpriced', reason: 'as the workspace says' })),
    );
    expect(answered).toEqual([{ status: 'unpriced', reason: 'as the workspace says' }]);
    expect(opened).toMatchObject([{ readOnly: true }]);
    expect(backend.closed()).toBe(true);
    expect(err).toBe('');
  });

  it('an empty file has no answers', async () => {
    expect(await price([])).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    [['price'], '--usage FILE is missing'],
    [['price', '--usage', 'x', '--format', 'csv'], '--format is one of json'],
    [['price', 'x', '--usage', 'x'], 'one argument too many'],
  ])('%j is a wrong call', async (argv, message) => {
    expect(await runCommand(argv)).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });

  it('a file that cannot be read is named', async () => {
    const run = await runCommand(['price', '--usage', '/nonexistent/usage.ndjson']);
    expect(run).toMatchObject({ code: 3, out: '' });
    expect(run.err).toContain('/nonexistent/usage.ndjson');
  });
});

describe('assay prices', () => {
  const line = {
    modelId: 'anthropic.claude-sonnet-5-5',
    unit: 'input-tokens',
    scope: 'global',
    tier: 'standard',
    usd: '2',
    per: 1_000_000,
    regions: '*',
    validFrom: '2026-01-01',
    source: 'rate card',
    checkedOn: '2026-10-07',
  } as const;
  const answers = () => ({
    'prices.list': async () => [line],
    'prices.conflicts': async () => [
      { used: line, others: [{ ...line, usd: '3', source: 'list' }], reason: 'They differ.' },
      { used: null, others: [{ ...line, modelId: 'other.model' }], reason: 'Elsewhere.' },
    ],
  });
  const run = (...argv: string[]) =>
    withFolder((folder) => runCommand(['prices', ...argv, '--workspace', folder], { answers }));

  it('lists the lines, and says how many conflict', async () => {
    const { out, err, code } = await run('--model', 'Claude5.5Sonnet', '--format', 'csv');
    expect(code).toBe(0);
    expect(out).toContain('anthropic.claude-sonnet-5-5,input-tokens,global,standard,short');
    expect(err).toContain('Sources disagree on 1 prices');
  });

  it('answers one object a line, prices as exact text', async () => {
    const { out, err } = await run('--model', 'Claude5.5Sonnet', '--format', 'ndjson');
    const [first, end] = out.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      model: 'anthropic.claude-sonnet-5-5',
      price: '2',
      per: 1_000_000,
      source: 'rate card',
    });
    expect(end).toBe('');
    expect(err).toContain('Sources disagree on 1 prices');
  });

  it('without a conflict says that sources agree', async () => {
    const agreeing = { ...answers(), 'prices.conflicts': async () => [] };
    await withFolder(async (folder) => {
      const argv = ['prices', '--conflicts', '--workspace', folder];
      const { out, code } = await runCommand(argv, { answers: () => agreeing });
      expect([code, out]).toEqual([
        0,
        'Sources agree on every price that more than one of them has.\n',
      ]);
    });
  });

  it('a model that no line has is not found', async () => {
    const none = { ...answers(), 'prices.list': async () => [] };
    await withFolder(async (folder) => {
      const argv = ['prices', '--model', 'nosuch', '--workspace', folder];
      const { out, err, code } = await runCommand(argv, { answers: () => none });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain("No price line has the model 'nosuch'.");
    });
  });

  it('stands in columns 80 wide, what is long below the row', async () => {
    const { out } = await run();
    const [head, , row, below] = out.split('\n');
    expect(head).toBe('Unit          Scope   Tier      Context  USD        Per');
    expect(row).toBe('input-tokens  global  standard  short    2    1,000,000');
    expect(below).toMatch(/^ {4}anthropic\.claude-sonnet-5-5 · Regions: all commercial/);
  });

  it('lists where sources disagree', async () => {
    const { out } = await run('--conflicts', '--format', 'csv');
    expect(out).toContain('They differ.');
    expect(out).toContain('Elsewhere.');
  });
});
