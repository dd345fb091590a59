import { expect, test, vi } from 'vitest';
import { benchCompile, compileLines } from './compile-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the bench compiles an organisation as plain decide decides it', async () => {
  const measured = await benchCompile({ principals: 100, models: 20, sample: 300 });
  for (const line of compileLines(measured)) console.log(line);
  expect(measured.otherwise).toBe(0);
  expect(measured.letters).not.toMatch(/A 0|C 0|D 0/);
});
