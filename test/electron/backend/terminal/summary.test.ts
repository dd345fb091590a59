import { expect, test } from 'vitest';
import { summaryText } from '../../../../electron/backend/terminal/summary.ts';
import type { Call } from '../../../../shared/api/contract.ts';
import { buildSpend } from '../../../../shared/cost/build-spend.ts';
import type { Day } from '../../../../shared/model/period.ts';
import { calls, PRICES, usage } from '../../../shared/cost/builders.ts';

const WORKSPACE = { name: 'w', demo: false, now: '2026-10-20T08:00:00Z', oldestDay: null };

/** The summary of a workspace in which these models were called. */
async function summaryOf(models: readonly string[]): Promise<string> {
  const spend = buildSpend({
    usage: models.map((modelId) => usage({ modelId })),
    calls: models.map((modelId) => calls({ modelId })),
    groupBy: 'model',
    period: { from: '2026-10-01', to: '2026-11-01' },
    today: '2026-10-20' satisfies Day,
    accounts: new Map(),
    prices: PRICES,
    profiles: new Map(),
  });
  const answers: Readonly<Record<string, unknown>> = {
    'workspace.get': WORKSPACE,
    'spend.get': spend,
    'findings.list': { takenAt: null, rules: [], findings: [] },
    'coverage.list': [],
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
