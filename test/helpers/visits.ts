import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { PageServer } from '../../electron/server/index.ts';
import {
  launchBrowser,
  type PageOptions,
  settled,
  type TestBrowser,
  type WatchedPage,
} from './browser.ts';
import { PAGE_FOLDER, pageAddress } from './page-server.ts';

/** Until one process has scanned the demo; opening a page takes seconds. */
const SETUP_MS = 400_000;

/** What the tests of a file look at pages with. */
export interface Visits {
  /** Opens an address of the page with the server's token, and waits until it shows what it has. */
  visit(address: string, options?: PageOptions): Promise<Page>;
  /** Opens the page as it is, without the token. */
  visitWithoutToken(): Promise<Page>;
  /** What went wrong in the page that is open: uncaught errors, console errors, failed requests. */
  problems(): readonly string[];
}

/** A server of the page and all that stands behind it. */
export interface Served {
  readonly server: PageServer;
  close(): Promise<void>;
}

/**
 * Serves the built page to one browser for all tests of the file; every visit has a browser
 * context of its own, which ends with its test.
 */
export function visitsTo(serve: () => Promise<Served>): Visits {
  let served: Served;
  let browser: TestBrowser;
  let opened: WatchedPage | null = null;

  beforeAll(async () => {
    if (!existsSync(PAGE_FOLDER)) {
      throw new Error('The page is not built: run `npm run build` first.');
    }
    served = await serve();
    browser = await launchBrowser();
  }, SETUP_MS);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async () => {
    await opened?.context.close();
    opened = null;
  });

  const open = async (address: string, options: PageOptions = {}): Promise<Page> => {
    opened = await browser.open(address, options);
    return opened.page;
  };
  return {
    async visit(address, options) {
      const page = await open(pageAddress(served.server, address), options);
      await settled(page);
      return page;
    },
    visitWithoutToken: () => open(served.server.origin),
    problems() {
      if (opened === null) throw new Error('No page is open.');
      return opened.problems;
    },
  };
}
