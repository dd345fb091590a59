import { expect, test } from 'vitest';
import { runCommand } from '../../helpers/run-command.ts';

const never = { answers: () => ({ 'query.run': () => new Promise<never>(() => undefined) }) };
const argv = ['query', 'select 1', '--workspace', 'demo'];

test('a query that takes longer than --timeout ends with 3 and says what to do', async () => {
  const { code, out, err, backend } = await runCommand([...argv, '--timeout', '1'], never);
  expect([code, out]).toEqual([3, '']);
  expect(err).toMatch(/^assay: The query was ended after 1 s\. .*--timeout SECONDS\.\n$/);
  expect(backend.closed()).toBe(true);
});

test('Ctrl-C ends a query at once, with 130', async () => {
  const interrupt = new AbortController();
  const { code, out, backend } = await runCommand(argv, {
    signal: interrupt.signal,
    answers: () => ({
      'query.run': () => {
        interrupt.abort();
        return new Promise<never>(() => undefined);
      },
    }),
  });
  expect([code, out]).toEqual([130, '']);
  expect(backend.closed()).toBe(true);
});

test('a query that was begun after Ctrl-C ends too', async () => {
  expect((await runCommand(argv, { ...never, signal: AbortSignal.abort() })).code).toBe(130);
});
