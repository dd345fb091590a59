import { expect, test, vi } from 'vitest';
import { accessLine, benchAccess } from './access-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

test('the bench decides ordinary cases and answers each line', async () => {
  const measured = await benchAccess(5_000);
  console.log(accessLine(measured));
  expect(measured.answers).toBe(5_000);
});
