import { z } from 'zod';
import { CAUSE_IDS } from '../cost/reconcile/causes.ts';
import { LINE_STATES } from '../cost/reconcile/reconciled-line.ts';
import { daysBetween, isDay } from '../model/period.ts';

/** Inputs about the bill. Answers are typed in `reconcile-answers.ts`. */
const day = z.string().refine(isDay, 'expected a UTC day like 2026-10-14');
const names = z.array(z.string().min(1).max(256)).max(200).optional();

/** A bill has many lines a day: a year of them is as much as anybody looks at together. */
const MOST_DAYS = 400;

function ofPeriod<S extends z.ZodType<{ from: string; to: string }>>(schema: S): S {
  return schema.refine(
    ({ from, to }) => daysBetween(from, to) <= MOST_DAYS,
    `expected a period of at most ${MOST_DAYS} days`,
  );
}

/** UTC days, `from` inclusive, `to` exclusive. */
const periodShape = { from: day, to: day };

export const reconcileInput = ofPeriod(
  z.strictObject({
    ...periodShape,
    /** Accounts, Regions and base models narrow every figure; states and causes the rows alone. */
    filter: z
      .strictObject({
        accounts: names,
        regions: names,
        models: names,
        states: z.array(z.enum(LINE_STATES)).optional(),
        causes: z.array(z.enum(CAUSE_IDS)).optional(),
      })
      .optional(),
    /** Rows by day (when absent), or with all days of the period together. */
    by: z.enum(['day', 'period']).optional(),
    offset: z.number().int().min(0).max(10_000_000),
    limit: z.number().int().min(1).max(500),
  }),
);

export const otherCostsInput = ofPeriod(z.strictObject(periodShape));
