import { expect, test } from 'vitest';
import { summaryText } from '../../../../electron/backend/terminal/summary.ts';
import type { WorkspaceInfo } from '../../../../shared/api/answers.ts';
import type { Call } from '../../../../shared/api/contract.ts';
import { coverageSummary } from '../../../../shared/api/coverage.ts';
import { buildSpend, type SpendInput } from '../../../../shared/cost/build-spend.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { costByModel } from '../../../../shared/reports/cost-by-model.ts';
import { sampleWorkspace } from '../../../helpers/sample-answers.ts';
import { calls, PRICES, usage } from '../../../shared/cost/builders.ts';

const WORKSPACE = sampleWorkspace({
  name: 'w',
  now: '2026-10-20T08:00:00Z',
  newestDay: '2026-10-19',
});

/** The summary of a workspace in which these models were called. */
async function summaryOf(
  models: readonly string[],
  changes: Partial<WorkspaceInfo> = {},
  unread: Pick<SpendInput, 'notCounted' | 'billed'> = {},
): Promise<string> {
  const used = {
    usage: models.map((modelId) => usage({ modelId })),
    calls: models.map((modelId) => calls({ modelId })),
    prices: PRICES,
    profiles: new Map(),
  };
  const spend = buildSpend({
    ...used,
    groupBy: 'model',
    period: { from: '2026-10-01', to: '2026-11-01' },
    today: '2026-10-20' satisfies Day,
    accounts: new Map(),
    ...unread,
  });
  const answers: Readonly<Record<string, unknown>> = {
    'workspace.get': { ...WORKSPACE, ...changes },
    'spend.get': spend,
    'report.build': costByModel.build({
      ...used,
      month: '2026-10',
      beside: { usd: '0', amounts: [], lastBilledDay: null },
    }),
    'findings.list': { takenAt: null, rules: [], findings: [] },
    'coverage.summary': coverageSummary([]),
  };
  const call = (async (method: string) => ({ ok: true, value: answers[method] })) as Call;
  return summaryText(call);
}

test('what has no price is unpriced, never $0', async () => {
  const text = await summaryOf(['test.nobody']);
  expect(text).toMatch(/^Spend {6}unpriced in 2026-10 .*1 model unpriced$/m);
  expect(text).toMatch(/^Models {5}.+ unpriced$/m);
  expect(text).not.toContain('$0');
});

test('what has a price is summed, what has none is named beside it', async () => {
  const text = await summaryOf(['test.model', 'test.nobody']);
  expect(text).toMatch(/^Spend {6}\$3\.00 in 2026-10 so far \(metered\), .*1 model unpriced$/m);
  expect(text).toMatch(/^Models {5}.+ \$3\.00, .+ unpriced$/m);
});

const EMPTY = { oldestDay: null, newestDay: null };

test.each([
  ['never scanned', null, /^Nothing was read yet\. Connect an account and scan it/m],
  [
    'a failed scan',
    { at: '2026-10-20T07:59:12.345Z', message: 'AWS does not accept the credentials.' },
    /^Nothing was read yet\. The scan of 2026-10-20 07:59 UTC failed: AWS does not accept the cred/m,
  ],
])('%s is no all clear', async (_, lastScanFailure, said) => {
  const text = await summaryOf([], { ...EMPTY, lastScanFailure });
  expect(text).toMatch(said);
  expect(text).not.toMatch(/Spend|Findings|Coverage|\$0/);
});

const scanned = { ...EMPTY, lastScanAt: '2026-10-20T07:00:00Z' };
const notCounted = 'no invocation logs or metrics were read, which count calls';

test('no calls are only $0 where what counts them was read', async () => {
  const unread = await summaryOf([], scanned, { notCounted });
  expect(unread).toMatch(
    /^Spend {6}not known for 2026-10: no invocation logs or metrics were read/m,
  );
  expect(unread).not.toMatch(/\$0|none called|Billed/);
  const read = await summaryOf([], scanned);
  expect(read).toMatch(/^Spend {6}\$0\.00 .* 0 calls$/m);
});

test('a bill that was read says nothing of calls, and stands beside what is not known', async () => {
  const billed = [{ cost: '3043.3215', currency: 'USD' }];
  const text = await summaryOf([], scanned, { notCounted, billed });
  expect(text).toMatch(/^Spend {6}not known for 2026-10: no invocation logs or metrics were read/m);
  expect(text).toMatch(/^Billed {5}3,043\.32 USD in 2026-10 so far$/m);
  expect(text).not.toMatch(/\$0|none called/);
});

test('an import alone has neither findings nor coverage', async () => {
  const text = await summaryOf(['test.model']);
  expect(text).toMatch(/^Findings {3}nothing judged yet$/m);
  expect(text).toMatch(/^Coverage {3}no account read yet$/m);
});
