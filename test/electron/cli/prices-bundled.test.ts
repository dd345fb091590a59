import { describe, expect, it } from 'vitest';
import { bundledPrices } from '../../../shared/prices/bundled-prices.ts';
import { runCommand } from '../../helpers/run-command.ts';

/** Without a workspace; a backend that is opened would answer nothing. */
const prices = (...args: readonly string[]) =>
  runCommand(['prices', ...args, '--format', 'ndjson'], { answers: () => ({}) });

const linesOf = (out: string): readonly { readonly model: string }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly model: string });

describe('assay prices without a workspace', () => {
  it('lists every line of the bundled table, and says that it is that table', async () => {
    const { out, err, code } = await prices();
    expect(code).toBe(0);
    expect(err).toBe('There is no workspace: these are the lines of the bundled table alone.\n');
    expect(linesOf(out)).toHaveLength(bundledPrices().length);
  });

  it.each(['anthropic.claude-sonnet-5-5', 'us.anthropic.claude-sonnet-5-5', 'Claude5.5Sonnet'])(
    'lists the lines of %s',
    async (spelling) => {
      const model = 'anthropic.claude-sonnet-5-5';
      const own = bundledPrices().filter(({ modelId }) => modelId === model);
      expect(own.length).toBeGreaterThan(0);
      const { out } = await prices('--model', spelling);
      expect(linesOf(out).map((line) => line.model)).toEqual(own.map(() => model));
    },
  );

  it('says that no line has a model, and that sources agree', async () => {
    const none = await prices('--model', 'nosuch');
    expect(none.code).toBe(2);
    expect(none.err).toContain("No price line has the model 'nosuch'.");
    const agreed = await prices('--conflicts');
    expect(agreed.err).toContain('Sources agree on every price that more than one of them has.');
  });
});
