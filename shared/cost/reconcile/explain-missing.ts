import type { Cause } from './causes.ts';
import type { LineKey } from './line-key.ts';
import { firstBilledDay, type ReadState } from './read-state.ts';

/** A cause with what speaks for it. */
export interface Because {
  readonly cause: Cause;
  readonly reason: string;
}

/** Why the bill has less than was counted. */
export function whyNotBilled({ day, accountId }: LineKey, state: ReadState): Because {
  const bill = state.bills.get(accountId);
  const first = firstBilledDay(state);
  if (bill === undefined || first === null) {
    return { cause: 'no-bill', reason: `No bill of account ${accountId} was read.` };
  }
  if (day < first) return { cause: 'no-bill', reason: `The bill was read from ${first} on.` };
  if (day >= bill.lastDay) {
    const reason = `AWS bills about a day late: ${bill.lastDay} is the last day on the bill of account ${accountId}.`;
    return { cause: 'late-bill', reason };
  }
  return { cause: 'unexplained', reason: 'More was counted than AWS billed.' };
}

/** Why less was counted than the bill has. */
export function whyNotCounted({ day, accountId, region }: LineKey, state: ReadState): Because {
  const { connected, isCounted, incompleteDays } = state;
  if (!isCounted(accountId, null)) {
    const isConnected = connected?.has(accountId) ?? false;
    return isConnected
      ? { cause: 'not-read', reason: `No logs or metrics of account ${accountId} were read.` }
      : { cause: 'not-connected', reason: `Account ${accountId} is not connected.` };
  }
  if (!isCounted(accountId, region)) {
    const reason = `No logs or metrics of ${region ?? 'this Region'} were read in account ${accountId}.`;
    return { cause: 'not-read', reason };
  }
  if (incompleteDays.has(day)) {
    return { cause: 'late-usage', reason: `Usage of ${day} is not known in full.` };
  }
  return { cause: 'unexplained', reason: 'AWS billed more than was counted.' };
}
