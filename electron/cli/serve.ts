import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toApiError } from '../../shared/api/result.ts';
import { AppError } from '../../shared/model/app-error.ts';
import type { Caller } from '../backend/terminal/run-job.ts';
import { welcome } from '../backend/terminal/welcome.ts';
import { type PageServer, startPageServer } from '../server/index.ts';
import { noPositionals, PORT_OPTION, portOf } from './arguments.ts';
import type { CliHost, Command, CommandRun, GlobalOptions } from './command.ts';
import { EXIT } from './exit-code.ts';
import { openBrowser } from './open-browser.ts';
import { errorLine } from './output.ts';
import { defaultWorkspace, withBackend, workspaceOf } from './session.ts';
import { untilAborted } from './until-aborted.ts';

/** Serves the page in a browser, on loopback only, until Ctrl-C. */
export const serve: Command = {
  usage: 'serve',
  details:
    'Serves the page on 127.0.0.1 and opens it in the browser if there is a display. The printed address holds a token for this start; without it the page loads, and no data is answered. Without --workspace the default workspace is opened, or the demo workspace as long as there is no default one.',
  options: {
    port: PORT_OPTION,
    'no-open': { type: 'boolean', help: 'do not open a browser' },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const port = portOf(values);
    requirePage(host);
    const session = { workspace: servedWorkspace(host, global), readOnly: false, polling: true };
    return withBackend(host, session, async (caller) => {
      const server = await startPageServer({
        send: caller.send,
        onEvent: caller.onEvent,
        pageFolder: host.install.pageFolder,
        log: host.log,
        port,
      });
      try {
        await attend(host, server, { caller, open: values['no-open'] !== true });
      } finally {
        await server.close();
      }
      return EXIT.ok;
    });
  },
};

async function attend(
  host: CliHost,
  server: PageServer,
  { caller, open }: { readonly caller: Caller; readonly open: boolean },
): Promise<void> {
  host.out(`${server.address}\n`);
  const { env } = host;
  if (open) openBrowser(server.address, { platform: process.platform, env });
  const ended = untilAborted(host.signal);
  // The page works and says itself what is missing, even where the summary cannot be had.
  await welcome({ ...caller, terminal: host.err, signal: host.signal }).catch((thrown: unknown) => {
    host.log.info('The welcome was cut short', { thrown });
    host.err.write(errorLine(toApiError(thrown).message));
  });
  host.err.write(`Open ${server.address}\nCtrl-C ends Assay.\n`);
  await ended;
}

function requirePage(host: CliHost): void {
  if (existsSync(join(host.install.pageFolder, 'index.html'))) return;
  throw new AppError(
    'io-failed',
    `The page is not built in ${host.install.pageFolder}. Run \`npm run build\` in ${host.install.folder}.`,
  );
}

function servedWorkspace(host: CliHost, global: GlobalOptions): string {
  const named = global.workspace !== null || (host.env.ASSAY_WORKSPACE ?? '') !== '';
  return named || existsSync(defaultWorkspace(host.home)) ? workspaceOf(host, global) : 'demo';
}
