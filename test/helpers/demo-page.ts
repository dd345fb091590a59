import { startPageServer } from '../../electron/server/index.ts';
import type { Api } from '../../shared/api/contract.ts';
import { dispatcher } from '../../shared/api/dispatch.ts';
import type { Instant } from '../../shared/model/period.ts';
import { type DemoBackend, scannedDemo } from './demo-backend.ts';
import { PAGE_FOLDER, silentLog } from './page-server.ts';
import { type Visits, visitsTo } from './visits.ts';

/** The built page over a demo of the file's own, already scanned. */
export interface DemoPage extends Visits {
  /** The backend behind the page, to be asked apart from it. */
  api(): Api;
  /** The instant at which the demo's world ends. */
  now(): Instant;
}

/** Gives the tests of a file the page over the real server and backend, on the simulated account. */
export function demoPage(): DemoPage {
  let demo: DemoBackend;
  const visits = visitsTo(async () => {
    demo = await scannedDemo();
    const { api, onEvent } = demo.backend;
    const send = dispatcher(api);
    const server = await startPageServer({
      send,
      onEvent,
      pageFolder: PAGE_FOLDER,
      log: silentLog,
    });
    const close = async () => {
      await server.close();
      await demo.close();
    };
    return { server, close };
  });
  return { ...visits, api: () => demo.backend.api, now: () => demo.now };
}
