import type { Instant } from '../../../model/period.ts';
import type { ReadOutcome } from '../../../model/read-outcome.ts';
import type { Decision } from '../../evaluate/decide.ts';
import type { CallGate } from '../call-gate.ts';
import type { Place, ReadingsOf } from '../place.ts';
import type { CallPart, Plane } from '../route.ts';

/** A call whose gates beside IAM are asked for. */
export interface GateQuestion extends Place {
  /** The model in its canonical spelling, or the ARN of one's own. */
  readonly modelId: string;
  readonly plane: Plane;
  readonly readings: ReadingsOf;
  /** When the call would be made. */
  readonly at: Instant;
  /** Whether the caller may do something beside the call itself. */
  readonly decide: (action: string, part: CallPart) => Decision['decision'];
}

/** A reading of the dataset that a gate rests on, whichever it is. */
export interface Rested {
  readonly outcome: ReadOutcome;
}

/** The gate where what it rests on was not read. */
export function unreadGate(
  gate: CallGate['gate'],
  what: string,
  reading: Rested | undefined,
): CallGate {
  const outcome = reading?.outcome;
  const reason =
    outcome === undefined || outcome.status === 'collected'
      ? 'it was not read yet.'
      : withoutCapital(outcome.reason);
  return { gate, state: 'unknown', sentence: `${what} is not known: ${reason}` };
}

/** The state of a gate that a permission opens. */
export function stateOf(decisions: readonly Decision['decision'][]): CallGate['state'] {
  if (decisions.includes('denied')) return 'closed';
  return decisions.every((decision) => decision === 'allowed') ? 'open' : 'unknown';
}

/** The readings of an account. */
export function inAccount<T extends Place>(
  readings: readonly T[],
  accountId: string,
): readonly T[] {
  return readings.filter((reading) => reading.accountId === accountId);
}

/** The reading of a place. */
export function inPlace<T extends Place>(readings: readonly T[], place: Place): T | undefined {
  return inAccount(readings, place.accountId).find(({ region }) => region === place.region);
}

function withoutCapital(sentence: string): string {
  return /^[A-Z][a-z]* [a-z]/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
