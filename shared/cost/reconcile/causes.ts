import { parseUsd, type Usd } from '../../model/usd.ts';

/** What a difference between estimate and bill is made of. */
interface CauseFacts {
  readonly title: string;
  /** Whether it tells what the billed money is for; a named riddle is still a riddle. */
  readonly explains: boolean;
}

/** Every cause by id; docs/spend.md describes them. */
export const CAUSES = {
  rounding: { title: 'Rounding of billed lines', explains: true },
  discount: { title: 'Discount', explains: true },
  credit: { title: 'Credit', explains: true },
  refund: { title: 'Refund', explains: true },
  tax: { title: 'Tax', explains: true },
  support: { title: 'Support plan', explains: true },
  fee: { title: 'Fee', explains: true },
  'bill-alone': { title: 'Told by the bill alone', explains: true },
  'bought-capacity': { title: 'Served by bought capacity', explains: true },
  unpriced: { title: 'Usage without a price', explains: true },
  'not-told-by-metrics': { title: 'What metrics do not tell', explains: true },
  'late-bill': { title: 'Not on the bill yet', explains: true },
  'no-bill': { title: 'No bill was read', explains: true },
  'late-usage': { title: 'Usage not read in full yet', explains: true },
  'not-connected': { title: 'Account not connected', explains: true },
  'not-read': { title: 'Region not read', explains: true },
  price: { title: 'Another price than the price book has', explains: false },
  'unknown-usage-type': { title: 'Unknown usage type', explains: false },
  unexplained: { title: 'Unexplained', explains: false },
} as const satisfies Readonly<Record<string, CauseFacts>>;

/** The id of a cause. */
export type Cause = keyof typeof CAUSES;

const IDS: ReadonlySet<string> = new Set(Object.keys(CAUSES));

function isCause(id: string): id is Cause {
  return IDS.has(id);
}

/** All causes, in the order of the documentation. */
export const CAUSE_IDS: readonly Cause[] = Object.keys(CAUSES).filter(isCause);

/** Whether a cause stands without an amount: usage that was counted, is not on the bill and has no price. */
export function isWithoutAmount(cause: Cause, usd: Usd): boolean {
  return cause === 'unpriced' && parseUsd(usd) === 0n;
}
