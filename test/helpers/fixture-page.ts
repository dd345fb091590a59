import type { FixtureBackend, FixtureOptions } from './fixture-api.ts';
import { startFixtureServer } from './fixture-server.ts';
import { type Visits, visitsTo } from './visits.ts';

/** The built page over answers that never change by themselves. */
export interface FixturePage extends Visits {
  api(): FixtureBackend['api'];
}

/** Gives the tests of a file the page over the real server and the fixture. */
export function fixturePage(options: FixtureOptions): FixturePage {
  let backend: FixtureBackend;
  const visits = visitsTo(async () => {
    const fixture = await startFixtureServer(options);
    backend = fixture.backend;
    return { server: fixture.server, close: () => fixture.server.close() };
  });
  return { ...visits, api: () => backend.api };
}
