import { describe, expect, test } from 'vitest';
import type { WorkspaceInfo } from '../../shared/api/answers.ts';
import { fixturePage } from '../helpers/fixture-page.ts';

/** What every page says of a newest scan that did not come to its end. */
const at = '2026-11-20T08:00:00Z';

const notices: readonly {
  readonly name: string;
  readonly workspace: Partial<WorkspaceInfo>;
  readonly header: string;
  readonly says: readonly string[];
}[] = [
  {
    name: 'that was interrupted',
    workspace: { unfinishedScan: { at, sources: ['logs', 'metrics'] } },
    header: 'The last scan was interrupted',
    says: ['was interrupted: logs, metrics may be incomplete. Scan again to complete them'],
  },
  {
    name: 'that failed before anything was read',
    workspace: { lastScanAt: null, lastScanFailure: { at, message: 'The credentials expired.' } },
    header: 'The last scan failed',
    says: ['The credentials expired. Nothing was read yet.'],
  },
  {
    name: 'that failed after one that was interrupted',
    workspace: {
      lastScanFailure: { at, message: 'The credentials expired.' },
      unfinishedScan: { at, sources: ['bill'] },
    },
    header: 'The last scan failed',
    says: [
      'The credentials expired. What was read before is shown.',
      'was interrupted: bill may be incomplete.',
    ],
  },
];

describe.each(notices)('a scan $name', ({ workspace, header, says }) => {
  const { visit, problems } = fixturePage({ workspace });

  test('is told on every page', async () => {
    for (const address of ['/', '/findings']) {
      const page = await visit(address);
      await page.getByText(header, { exact: true }).waitFor();
      const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
      for (const one of says) expect(text).toContain(one);
    }
    expect(problems()).toEqual([]);
  });
});

describe('a scan that came to its end', () => {
  const { visit } = fixturePage({});

  test('is not spoken of', async () => {
    const page = await visit('/findings');
    expect(await page.getByText(/^The last scan (failed|was interrupted)/).count()).toBe(0);
  });
});
