import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser, scrollsSideways, settled } from './browser.ts';
import { startFixtureServer } from './fixture-server.ts';
import { pageAddress } from './page-server.ts';

/** Takes pictures of pages over the fixture: `tsx test/helpers/fixture-screenshots.ts <folder> <paths>`. */
const [folder = 'shots', ...paths] = process.argv.slice(2);
const { server } = await startFixtureServer();
const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const address of paths) {
  for (const size of ['laptop', 'desktop'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      const target = pageAddress(server, address);
      const { page, context, problems } = await browser.open(target, { size, theme });
      await settled(page);
      const name = `${address.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'overview'}`;
      await page.screenshot({ path: path.join(folder, `${name}-${size}-${theme}.png`) });
      const sideways = (await scrollsSideways(page)) ? ', SCROLLS SIDEWAYS' : '';
      console.log(`${name} ${size} ${theme}${sideways} ${problems.join(' | ')}`);
      await context.close();
    }
  }
}
await browser.close();
await server.close();
