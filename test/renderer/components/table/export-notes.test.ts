import { expect, test } from 'vitest';
import {
  type ExportPage,
  exportNotes,
} from '../../../../renderer/components/table/export-notes.ts';

const PAGE: ExportPage = {
  workspace: {
    name: 'acme',
    demo: false,
    version: '0.1.0',
    newestDay: '2026-11-20',
    lastScanFailure: null,
    unfinishedScan: null,
  },
  period: null,
  address: '/audit?principal=x',
  now: '2026-11-20T12:34:56Z',
};
const FIRST = 'Workspace acme, /audit?principal=x, written 2026-11-20 12:34 UTC by Assay 0.1.0.';

function workspace(change: Partial<ExportPage['workspace']>): Partial<ExportPage> {
  return { workspace: { ...PAGE.workspace, ...change } };
}

test.each<[string, Partial<ExportPage>, readonly string[]]>([
  ['nothing else to say', {}, []],
  [
    'a period that is over',
    { period: { from: '2026-10-01', to: '2026-11-01' } },
    ['Period: 2026-10-01 to 2026-10-31, days in UTC.'],
  ],
  [
    'a period that is not',
    { period: { from: '2026-11-01', to: '2026-12-01' } },
    ['Period: 2026-11-01 to 2026-11-30, days in UTC; read up to 2026-11-20.'],
  ],
  [
    'nothing read',
    { ...workspace({ newestDay: null }), period: { from: '2026-11-01', to: '2026-11-02' } },
    ['Period: 2026-11-01 to 2026-11-01, days in UTC; nothing was read yet.'],
  ],
  [
    'the demo account',
    workspace({ demo: true }),
    ['Demo account: simulated traffic. No figure here is yours.'],
  ],
  [
    'a scan that failed',
    workspace({ lastScanFailure: { at: '2026-11-20T08:00:00Z', message: 'No network.' } }),
    ['The scan of 2026-11-20 08:00 UTC failed: No network.'],
  ],
  [
    'a scan that was interrupted',
    workspace({ unfinishedScan: { at: '2026-11-20T08:00:00Z', sources: ['metrics'] } }),
    [
      'The scan of 2026-11-20 08:00 UTC was interrupted: metrics may be incomplete. Scan again to complete them.',
    ],
  ],
])('%s', (_, change, notes) => {
  expect(exportNotes({ ...PAGE, ...change })).toEqual([FIRST, ...notes]);
});
