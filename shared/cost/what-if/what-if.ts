import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { PriceAnswer } from '../../prices/price-book.ts';
import { costOf } from '../estimate.ts';
import { applyChanges, type ChangedRow } from './apply-changes.ts';
import { assumptionsOf } from './assumptions.ts';
import { brokenApprovals } from './broken-approvals.ts';
import type {
  Commitment,
  NotCompared,
  WhatIfAnswer,
  WhatIfInput,
  WhatIfRow,
} from './what-if-answer.ts';

/**
 * What usage would have cost after changes, beside what it costs. Only usage with a price on both
 * sides is in the sums; the rest is listed with the reason, and no price is ever derived.
 * @throws AppError `invalid-input` when a change is out of range.
 */
export function whatIf(input: WhatIfInput): WhatIfAnswer {
  const changed = applyChanges(input.rows, input.changes);
  const sides = changed.map((row) => sidesOf(row, input.priceOf));
  const compared = sides.flatMap((side) => (side.compared ? [side] : []));
  const commitments = input.changes.flatMap(({ to }) =>
    to.kind === 'commitment' ? [to.commitment] : [],
  );
  const { amount, unpriced } = commitmentCost(commitments);
  const before = compared.reduce((sum, side) => sum + side.before, 0n);
  const after = compared.reduce((sum, side) => sum + side.after, amount);
  return {
    beforeUsd: formatUsd(before),
    afterUsd: formatUsd(after),
    differenceUsd: unpriced.length > 0 ? null : formatUsd(after - before),
    commitmentUsd: formatUsd(amount),
    committedTokens: changed.reduce((sum, { committed }) => sum + committed, 0),
    notCompared: sides.flatMap((side) => (side.compared ? [] : [side.why])),
    unpricedCommitments: unpriced,
    broken: brokenApprovals(
      input.rows,
      changed.flatMap(({ after: rows }) => rows),
      input.approvals,
    ),
    assumptions: assumptionsOf(input),
  };
}

type Sides =
  | { readonly compared: true; readonly before: Attodollars; readonly after: Attodollars }
  | { readonly compared: false; readonly why: NotCompared };

function sidesOf({ before, after }: ChangedRow, priceOf: WhatIfInput['priceOf']): Sides {
  const was = before.unpriced ?? priced(before, priceOf);
  if (typeof was === 'string') return left(before, { side: 'before', reason: was });
  let is: Attodollars = 0n;
  for (const row of after) {
    const amount = priced(row, priceOf);
    if (typeof amount === 'string')
      return left(before, { side: 'after', reason: amount, beforeUsd: formatUsd(was) });
    is += amount;
  }
  return { compared: true, before: was, after: is };
}

function left(row: WhatIfRow, why: Partial<NotCompared> & Pick<NotCompared, 'side' | 'reason'>) {
  return { compared: false, why: { row, beforeUsd: null, ...why } } as const;
}

/** The cost of a row, or why it has none. */
function priced(row: WhatIfRow, priceOf: (row: WhatIfRow) => PriceAnswer): Attodollars | string {
  if (!Number.isSafeInteger(row.quantity) || row.quantity < 0)
    return `the quantity ${row.quantity} is not a whole number`;
  if (row.quantity === 0) return 0n;
  const answer = priceOf(row);
  return answer.found ? costOf(row.quantity, answer.line) : answer.reason;
}

function commitmentCost(commitments: readonly Commitment[]) {
  const unpriced = commitments.flatMap(({ name, unitHour }) =>
    unitHour.found ? [] : [{ name, reason: unitHour.reason }],
  );
  const amount = commitments.reduce(
    (sum, { units, hours, unitHour }) =>
      unitHour.found ? sum + costOf(units * hours, unitHour.line) : sum,
    0n,
  );
  return { amount, unpriced };
}
