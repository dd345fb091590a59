import { type Attodollars, formatUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { BilledSide, CollectedLine } from './collect-lines.ts';
import { type ExplainState, explainLine, type Part } from './explain-line.ts';
import type { LineState, ReconciledLine } from './reconciled-line.ts';

/** A line with the parts of its difference, exact. */
export interface ExplainedLine {
  readonly key: string;
  readonly line: CollectedLine;
  readonly difference: Attodollars;
  readonly parts: readonly Part[];
  readonly state: LineState;
}

/** Explains a line's difference and says how the two sides stand. */
export function explained(key: string, line: CollectedLine, read: ExplainState): ExplainedLine {
  const difference = (line.billed?.cost ?? 0n) - (line.counted?.cost ?? 0n);
  const parts = explainLine(line, read);
  return { key, line, difference, parts, state: stateOf(line, parts) };
}

function stateOf({ billed, counted }: CollectedLine, parts: readonly Part[]): LineState {
  if (billed === null) return 'estimate-only';
  if (counted === null || counted.pricedRows === 0) return 'billed-only';
  return parts.every(({ cause }) => cause === 'rounding') ? 'matched' : 'differs';
}

/** A line as answers carry it. */
export function toReconciledLine({
  line,
  difference,
  parts,
  state,
}: ExplainedLine): ReconciledLine {
  const { key, billed, counted } = line;
  const { day, accountId, region, modelId, scope, tier, context, unit } = key;
  return {
    day,
    accountId,
    region,
    modelId,
    scope,
    tier,
    context,
    unit,
    billedAs: [...(billed?.as ?? [])].sort(compareText),
    billedUsd: usdOf(billed?.cost),
    listUsd: usdOf(billed?.list),
    estimatedUsd: counted === null || counted.pricedRows === 0 ? null : formatUsd(counted.cost),
    billedQuantity: quantityOf(billed),
    countedQuantity: counted === null ? null : counted.pricedQuantity + counted.unpricedQuantity,
    basis: [...(counted?.basis ?? [])].sort(compareText),
    state,
    differenceUsd: formatUsd(difference),
    parts: parts.map(({ cause, amount, reason }) => ({ cause, usd: formatUsd(amount), reason })),
  };
}

function usdOf(amount: Attodollars | null | undefined): string | null {
  return amount === undefined || amount === null ? null : formatUsd(amount);
}

/** Quantities are scaled as money is, so that the same text writes them. */
function quantityOf(billed: BilledSide | null): string | null {
  return billed === null || billed.quantity === null ? null : formatUsd(billed.quantity);
}
