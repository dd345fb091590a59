import { expect, test } from 'vitest';
import { printBudgetAlerts } from '../../../electron/cli/budget-lines.ts';
import type { BackendEvent, BudgetAlert } from '../../../shared/api/answers.ts';

const alert: BudgetAlert = {
  budgetId: 'b',
  month: '2026-11',
  percent: 80,
  on: 'actual',
  monthlyUsd: '3000',
  scope: { kind: 'workspace' },
  name: 'All',
  message: "Budget 'All': 2026-11 has cost $2,400.00, at or over 80 % of $3,000.00.",
};

test('prints what was crossed on stderr, one line each, and nothing of other events', () => {
  const listeners: ((event: BackendEvent) => void)[] = [];
  const lines: string[] = [];
  printBudgetAlerts(
    {
      onEvent: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    { err: { write: (text: string) => void lines.push(text), live: false } },
  );
  const tell = (event: BackendEvent) => {
    for (const listener of listeners) listener(event);
  };
  tell({ type: 'workspace' });
  tell({ type: 'budgets', alerts: [alert, { ...alert, message: 'with \u001b[31mcolour' }] });
  expect(lines[0]).toBe(`${alert.message}\n`);
  expect(lines).toHaveLength(2);
  expect(lines[1]).not.toContain('\u001b');
});
