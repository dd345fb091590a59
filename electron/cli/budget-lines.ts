import { printable } from '../../shared/model/printable.ts';
import type { Caller } from '../backend/terminal/run-job.ts';
import type { CliHost } from './command.ts';

/** Prints thresholds of budgets as they are crossed, until the backend closes; each is told once a month. */
export function printBudgetAlerts(
  caller: Pick<Caller, 'onEvent'>,
  { err }: Pick<CliHost, 'err'>,
): void {
  caller.onEvent((event) => {
    if (event.type !== 'budgets') return;
    for (const { message } of event.alerts) err.write(`${printable(message)}\n`);
  });
}
