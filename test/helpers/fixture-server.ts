import { type PageServer, startPageServer } from '../../electron/server/index.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import { type FixtureBackend, type FixtureOptions, fixtureBackend } from './fixture-api.ts';
import { PAGE_FOLDER, silentLog } from './page-server.ts';

/** The built page, served by the real page server over the fixture. */
export interface FixtureServer {
  readonly server: PageServer;
  readonly backend: FixtureBackend;
}

/** Serves `dist/renderer` (build it first) over static data on the loopback interface. */
export async function startFixtureServer(options: FixtureOptions = {}): Promise<FixtureServer> {
  const backend = fixtureBackend(options);
  const server = await startPageServer({
    send: dispatcher(backend.api),
    onEvent: backend.onEvent,
    pageFolder: PAGE_FOLDER,
    log: silentLog,
  });
  return { server, backend };
}
