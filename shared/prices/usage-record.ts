import { z } from 'zod';
import { type BillableUnit, unitNamed } from '../model/billable-units.ts';
import type { ModelScope } from '../model/model-id.ts';
import { type Day, isDay } from '../model/period.ts';
import { type ContextLength, SERVICE_TIERS, type ServiceTier } from '../model/usage.ts';

/** One quantity that somebody wants priced. What is absent is told by the model's id, or usual. */
export interface UsageRecord {
  /** Any spelling; of no need for units of no model. */
  readonly modelId?: string | undefined;
  /** The Region that is called. */
  readonly region: string;
  readonly unit: BillableUnit;
  /** Exact decimal text; parts only of units that are billed in parts. */
  readonly quantity: string;
  readonly tier?: ServiceTier | undefined;
  readonly scope?: ModelScope | undefined;
  readonly context?: ContextLength | undefined;
  /** The UTC day of the usage; absent: today. */
  readonly day?: Day | undefined;
}

const TIER_WORDS: Readonly<Record<string, ServiceTier>> = {
  ...Object.fromEntries(SERVICE_TIERS.map((tier) => [tier, tier])),
  'latency-optimised': 'latency-optimized',
  optimized: 'latency-optimized',
  default: 'standard',
};

const unit = z
  .string()
  .transform((id) => unitNamed(id)?.unit ?? id)
  .refine((id): id is BillableUnit => unitNamed(id) !== undefined, {
    error: ({ input }) => `'${String(input).slice(0, 80)}' is no unit (docs/prices.md lists them)`,
  });

/** JSON numbers are taken as they are written; beyond 15 digits they must be text to stay exact. */
const quantity = z
  .union([z.number(), z.string()], { error: 'expected a number or decimal text' })
  .transform((value) => (typeof value === 'number' ? plainDecimal(value) : value))
  .refine((text) => /^\d{1,30}(\.\d{1,12})?$/.test(text), {
    error:
      'expected a quantity from 0 with at most 12 decimals; write one of more than 15 digits as text',
  });

/** The shape of one row of usage as people write it. */
export const usageRecord = z
  .strictObject({
    modelId: z.string().min(1).max(2_048).optional(),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected a Region code like us-east-1'),
    unit,
    quantity,
    tier: z
      .string()
      .refine((word) => Object.hasOwn(TIER_WORDS, word), {
        error: `expected one of ${SERVICE_TIERS.join(', ')}`,
      })
      .transform((word) => TIER_WORDS[word] ?? 'standard')
      .optional(),
    scope: z.enum(['in-region', 'geographic', 'global']).optional(),
    context: z.enum(['short', 'long']).optional(),
    day: z.string().refine(isDay, 'expected a UTC day like 2026-10-14').optional(),
  })
  .superRefine((row, context) => {
    const facts = unitNamed(row.unit);
    if (facts?.subject === 'model' && row.modelId === undefined) {
      context.addIssue({ code: 'custom', path: ['modelId'], message: 'is missing' });
    }
    if (facts?.parts === false && row.quantity.includes('.') && !/\.0+$/.test(row.quantity)) {
      const message = `expected a whole number: one unit is ${facts.one}`;
      context.addIssue({ code: 'custom', path: ['quantity'], message });
    }
  });

/** A line of usage read: a record, or what is wrong with it. */
export type ReadUsage =
  | { readonly valid: true; readonly record: UsageRecord }
  | { readonly valid: false; readonly reason: string };

/** Reads one line of newline-delimited JSON. Never throws. */
export function readUsageLine(line: string): ReadUsage {
  if (line.trim() === '') return { valid: false, reason: 'the line is empty' };
  const json = parseJson(line);
  if (json === undefined) return { valid: false, reason: 'the line is not JSON' };
  const parsed = usageRecord.safeParse(json);
  if (parsed.success) return { valid: true, record: parsed.data };
  const told = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return { valid: false, reason: told.join('; ') };
}

/** A number without exponent; the text of one that is not exact or not finite fails the pattern. */
function plainDecimal(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : 'too large';
  const text = String(value);
  if (text.replace(/\D/g, '').length > 16) return 'too precise';
  return /e-/.test(text) ? value.toFixed(12).replace(/0+$/, '') : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
