import type { Cause } from '../../../../shared/cost/reconcile/causes.ts';
import type { LineState } from '../../../../shared/cost/reconcile/reconciled-line.ts';
import { type Given, reconciled } from './builders.ts';

type Parts = Readonly<Partial<Record<Cause, string>>>;

/** What is given, the state of the one line it makes, and what its difference is taken apart into. */
export type Case = readonly [what: string, given: Given, state: LineState, parts: Parts];

/** The state and the parts of each line. */
export function explained(
  given: Given,
): readonly { readonly state: LineState; readonly parts: Parts }[] {
  return reconciled(given).lines.map(({ state, parts }) => ({
    state,
    parts: Object.fromEntries(parts.map(({ cause, usd }) => [cause, usd])),
  }));
}
