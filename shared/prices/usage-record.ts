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

/** The text of a member, with a word for one that is absent. */
const text = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : 'expected text'),
});

const unit = text
  .transform((id) => unitNamed(id)?.unit ?? id)
  .refine((id): id is BillableUnit => unitNamed(id) !== undefined, {
    error: ({ input }) => `'${String(input).slice(0, 80)}' is no unit (docs/prices.md lists them)`,
  });

/** JSON numbers are taken as they are written; beyond 15 digits they must be text to stay exact. */
const quantity = z
  .union([z.number(), z.string()], {
    error: ({ input }) =>
      input === undefined
        ? 'is missing'
        : typeof input === 'number'
          ? 'is too large for a number; write it as text'
          : 'expected a number or decimal text',
  })
  .transform((value) => (typeof value === 'number' ? plainDecimal(value) : value))
  .refine((text) => /^\d{1,30}(\.\d{1,12})?$/.test(text), {
    error:
      'expected a quantity from 0 with at most 12 decimals; write one of more than 15 digits as text',
  });

/** The shape of one row of usage as people write it. */
export const usageRecord = z
  .strictObject({
    modelId: text
      .min(1, 'is empty')
      .max(2_048, 'is longer than any id: 2,048 characters')
      .optional(),
    region: text.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'expected a Region code like us-east-1'),
    unit,
    quantity,
    tier: text
      .refine((word) => Object.hasOwn(TIER_WORDS, word), {
        error: `expected one of ${SERVICE_TIERS.join(', ')}`,
      })
      .transform((word) => TIER_WORDS[word] ?? 'standard')
      .optional(),
    scope: oneOf(['in-region', 'geographic', 'global']).optional(),
    context: oneOf(['short', 'long']).optional(),
    day: text.refine(isDay, 'expected a UTC day like 2026-10-14').optional(),
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
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { valid: false, reason: 'expected one JSON object' };
  }
  const parsed = usageRecord.safeParse(json);
  if (parsed.success) {
    if (membersIn(line) === Object.keys(json).length) return { valid: true, record: parsed.data };
    return { valid: false, reason: 'a member stands twice' };
  }
  const told = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return { valid: false, reason: told.join('; ') };
}

function oneOf<Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: `expected one of ${words.join(', ')}` });
}

/** How many members are written in the JSON of an object without objects in it. */
function membersIn(line: string): number {
  const strings = line.match(/"(?:[^"\\]|\\.)*"(\s*:)?/g) ?? [];
  return strings.filter((found) => found.endsWith(':')).length;
}

/** A number without exponent; the text of one that is not exact or not finite fails the pattern. */
function plainDecimal(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : 'too large';
  const text = String(value);
  if (text.replace(/\D/g, '').length > 16) return 'too precise';
  const [digits = '', exponent] = text.split('e-');
  if (exponent === undefined) return text;
  return `0.${'0'.repeat(Number(exponent) - 1)}${digits.replace('.', '')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
