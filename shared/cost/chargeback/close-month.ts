import { AppError } from '../../model/app-error.ts';
import { addMonths, dayOf, type Instant, monthPeriod } from '../../model/period.ts';
import { canonicalInputs } from './canonical-inputs.ts';
import type { ChargebackInput, MonthBill, MonthClose } from './chargeback-answer.ts';
import { shareOut } from './share-out.ts';

/** What is said of a close beside its figures. */
export interface CloseWords {
  readonly closedAt: Instant;
  readonly note: string;
  /** Hash of text, as SHA-256 in hex: `shared` has none of its own. */
  readonly hash: (text: string) => string;
  /** The month's bill as it stands; null where none was read. */
  readonly bill: MonthBill | null;
}

/**
 * Closes a month: the figures as they are now, kept with a hash of what they follow from.
 * @throws AppError `conflict` when the month is closed already, `invalid-input` while it runs
 * and where its usage is not known.
 */
export function closeMonth(
  input: ChargebackInput,
  words: CloseWords,
  closed: readonly MonthClose[],
): MonthClose {
  const { month, rules } = input;
  const before = closed.find((close) => close.month === month);
  if (before !== undefined)
    throw new AppError(
      'conflict',
      `${month} was closed on ${dayOf(before.closedAt)}: a closed month does not change.`,
    );
  const over = monthPeriod(month).to;
  if (dayOf(words.closedAt) < over)
    throw new AppError(
      'invalid-input',
      `${month} is still running: close it in ${addMonths(month, 1)}, from ${over} UTC on.`,
    );
  if ((input.notCounted ?? null) !== null)
    throw new AppError(
      'invalid-input',
      `${month} cannot be closed: its usage is not known (${input.notCounted}). Read invocation logs or metrics of the month first.`,
    );
  const { closedAt, note, hash, bill } = words;
  const inputsHash = hash(canonicalInputs(input));
  return { month, closedAt, note, chargeback: shareOut(input), rules, inputsHash, bill };
}
