import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/** The window sizes that every page must look good at. */
export const SIZES = {
  laptop: { width: 1280, height: 800 },
  desktop: { width: 1920, height: 1080 },
  narrow: { width: 1024, height: 768 },
} as const;

const MAX_PROBLEM = 300;

/** Sizes and themes that between them show every one. */
export const LOOKS = [
  { size: 'laptop', theme: 'light' },
  { size: 'desktop', theme: 'dark' },
  { size: 'narrow', theme: 'light' },
] as const satisfies readonly PageOptions[];

/** How a page is opened. */
export interface PageOptions {
  readonly size?: keyof typeof SIZES;
  readonly theme?: 'light' | 'dark';
}

/** A page with everything that went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, console errors and failed requests, in order. */
  readonly problems: readonly string[];
}

/** A browser for one test file. */
export interface TestBrowser {
  open(address: string, options?: PageOptions): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Launches Chromium; every page has its own context, so nothing is remembered between pages. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser: Browser = await launchChromium();
  return {
    open: (address, options = {}) => openPage(browser, address, options),
    close: () => browser.close(),
  };
}

async function openPage(
  browser: Browser,
  address: string,
  { size = 'laptop', theme = 'light' }: PageOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  const note = (problem: string) => problems.push(problem.slice(0, MAX_PROBLEM));
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const stopped = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!stopped) note(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  await page.goto(address);
  return { page, context, problems };
}

/** Waits until a page shows what it has: its heading, and no skeleton any more, of a part or in a table. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('.skeleton, .skeleton-cell').first().waitFor({ state: 'detached' });
}

/** Whether a page scrolls sideways; it never should. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
}
