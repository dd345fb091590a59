import { z } from 'zod';
import type { MonthClose, ReopenedMonth } from '../../../shared/api/answers.ts';
import { sharedCostRules } from '../../../shared/api/spend-settings.ts';
import { type BillableUnit, unitNamed } from '../../../shared/model/billable-units.ts';
import { SHARED_POTS } from '../../../shared/model/shared-cost.ts';

const proven = z.object({
  provenance: z.enum(['billed', 'metered', 'allocated']),
  usd: z.string(),
});
const pot = z.enum(SHARED_POTS);

const unit = z.custom<BillableUnit>(
  (id) => typeof id === 'string' && unitNamed(id) !== undefined,
  'is no billable unit',
);

const unpriced = {
  unpricedTokens: z.number(),
  /** Not kept by closes from before units beside tokens were told. */
  unpricedUnits: z.array(z.object({ unit, quantity: z.number() })).default([]),
};

const line = z.object({
  team: z.string(),
  own: z.array(proven),
  ownUsd: z.string(),
  shared: z.array(z.object({ pot, usd: z.string() })),
  sharedUsd: z.string(),
  totalUsd: z.string(),
  ...unpriced,
});

const keptPot = z.object({
  pot,
  amounts: z.array(proven),
  usd: z.string(),
  ...unpriced,
  reason: z.string(),
});

const monthBill = z.object({
  usd: z.string(),
  lastDay: z.string(),
  final: z.boolean(),
  causes: z.array(z.object({ title: z.string(), usd: z.string() })),
});

/** A closed month as the workspace file keeps it. */
export const monthClose = z.object({
  month: z.string(),
  closedAt: z.string(),
  note: z.string(),
  chargeback: z.object({
    month: z.string(),
    lines: z.array(line),
    kept: z.array(keptPot),
    totalUsd: z.string(),
    notCounted: z.null().default(null),
    totals: z.array(proven),
    ...unpriced,
  }),
  rules: sharedCostRules,
  inputsHash: z.string(),
  bill: monthBill.nullable().optional(),
}) satisfies z.ZodType<MonthClose>;

/** A close that was taken back, with the reason. */
export const reopenedMonth = z.object({
  close: monthClose,
  reopenedAt: z.string(),
  note: z.string(),
}) satisfies z.ZodType<ReopenedMonth>;
