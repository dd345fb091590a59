import { z } from 'zod';
import { daysBetween, isDay, isMonth } from '../model/period.ts';
import { isRegionCode } from '../model/region-code.ts';

/** The page's policy refuses `eval`, which zod's compiled parsers try; nothing here is hot. */
z.config({ jitless: true });

/** What inputs of the contract are made of: a UTC day. */
export const day = z.string().refine(isDay, 'expected a UTC day like 2026-10-14');
/** A UTC month. */
export const month = z.string().refine(isMonth, 'expected a UTC month like 2026-10');
/** An id or name of something in AWS. */
export const name = z.string().min(1).max(256);
/** A Region as AWS writes it. */
export const region = z.string().refine(isRegionCode, {
  error: ({ input }) =>
    `${String(input).slice(0, 40)} is no Region code; write it as AWS does, as in eu-west-1`,
  params: { sentence: true },
});

/** UTC days, `from` inclusive, `to` exclusive. */
export const periodShape = { from: day, to: day };
const LONGEST_PERIOD_DAYS = 1_100;

/** A period is at most three years, as long as anything is kept: an answer has cells for each day. */
export function ofPeriod<S extends z.ZodType<{ from: string; to: string }>>(schema: S): S {
  return schema.refine(
    ({ from, to }) => daysBetween(from, to) <= LONGEST_PERIOD_DAYS,
    `expected a period of at most ${LONGEST_PERIOD_DAYS} days`,
  );
}

/** Which rows of a larger answer. */
export const pageShape = {
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(500),
};
