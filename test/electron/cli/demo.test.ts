import { expect, test } from 'vitest';
import { runCommand } from '../../helpers/run-command.ts';

test('the exports name the Region for every tool', async () => {
  const { code, out } = await runCommand(['demo'], { signal: AbortSignal.abort() });
  expect(code).toBe(0);
  const exports = new Map(
    [...out.matchAll(/^export (\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(exports.get('AWS_REGION')).toMatch(/^[a-z]+-[a-z]+-\d$/);
  expect(exports.get('AWS_DEFAULT_REGION')).toBe(exports.get('AWS_REGION'));
});
