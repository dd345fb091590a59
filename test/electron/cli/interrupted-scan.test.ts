import { expect, test } from 'vitest';
import { createBackend } from '../../../electron/backend/create-backend.ts';
import { runCommand } from '../../helpers/run-command.ts';
import { withFolder } from '../../helpers/with-folder.ts';

test(
  'a scan that is interrupted is told as such by every command, until one comes to its end',
  () =>
    withFolder(async (home) => {
      const interrupt = new AbortController();
      const run = (argv: readonly string[], signal?: AbortSignal) =>
        runCommand([...argv, '--workspace', 'demo'], {
          home,
          openBackend: createBackend,
          onErr: (text) => {
            if (text.includes('Accounts')) interrupt.abort();
          },
          ...(signal === undefined ? {} : { signal }),
        });
      const scan = ['scan', '--sources', 'prices'];
      expect((await run(scan, interrupt.signal)).code).toBe(130);

      const said = /The scan of .* was interrupted: prices may be incomplete\./;
      for (const argv of [['check'], ['report', 'cost-by-model', '--month', '2026-11']]) {
        const { code, out, err } = await run(argv);
        expect([code, out]).toEqual([3, '']);
        expect(err).toMatch(said);
      }
      const { code, out } = await run(scan);
      expect(code).toBe(0);
      expect(out).not.toMatch(said);
      expect((await run(['check'])).err).not.toMatch(said);
    }),
  120_000,
);
