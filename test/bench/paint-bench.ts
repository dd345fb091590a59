import type { Page } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { buildMatrix } from '../helpers/fixture/access-matrix.ts';
import { startFixtureServer } from '../helpers/fixture-server.ts';
import { pageAddress } from '../helpers/page-server.ts';
import { median } from './median.ts';

/** How long a matrix takes from its answer in the page to its first painted cells. */
export interface PaintMeasurement {
  readonly principals: number;
  readonly models: number;
  /** Milliseconds by the page's clock, the median of the rounds. */
  readonly ms: number;
  /** The same of 20 principals by 20 models: what the page itself costs. */
  readonly smallMs: number;
  /** Elements of the grid in the document. */
  readonly elements: number;
}

const ROUNDS = 5;

/** Opens the built page over a matrix of this size in Chromium; build it first. */
export async function benchPaint(principals: number, models: number): Promise<PaintMeasurement> {
  const large = await paintOf(principals, models);
  const small = await paintOf(20, 20);
  return { principals, models, ms: large.ms, smallMs: small.ms, elements: large.elements };
}

/** What `npm run bench` prints. */
export function paintLine(measured: PaintMeasurement): string {
  const { principals, models, ms, smallMs, elements } = measured;
  return (
    `matrix of ${principals} principals by ${models} models: first cells ${Math.round(ms)} ms after ` +
    `its answer, ${(ms / smallMs).toFixed(2)} times one of 20 by 20 (${Math.round(smallMs)} ms); ` +
    `${elements} elements`
  );
}

interface Painted {
  readonly ms: number;
  readonly elements: number;
}

async function paintOf(rows: number, models: number): Promise<Painted> {
  const matrix = buildMatrix({ rows, models });
  const { server } = await startFixtureServer({ api: { 'access.matrix': async () => matrix } });
  const browser = await launchChromium();
  try {
    const rounds: Painted[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
      const page = await context.newPage();
      rounds.push(await paintIn(page, pageAddress(server, '/access')));
      await context.close();
    }
    return { ms: median(rounds.map(({ ms }) => ms)), elements: rounds[0]?.elements ?? 0 };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Marks the frame that shows the first cell. */
const MARK = `new MutationObserver((_, observer) => {
  if (document.querySelector('.matrix [role="gridcell"]') === null) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first-cells')));
}).observe(document, { childList: true, subtree: true });`;

/** From the end of the answer on the wire to the first frame with cells. */
async function paintIn(page: Page, address: string): Promise<Painted> {
  await page.addInitScript({ content: MARK });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('first-cells').length > 0);
  return page.evaluate(() => {
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('access.matrix'));
    const end = Math.max(...answers.map((entry) => entry.startTime + entry.duration));
    const [mark] = performance.getEntriesByName('first-cells');
    const ms = (mark?.startTime ?? Number.NaN) - end;
    return { ms, elements: document.querySelectorAll('.matrix *').length };
  });
}
