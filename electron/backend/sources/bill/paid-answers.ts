import type { ResultByTime } from '@aws-sdk/client-cost-explorer';
import { z } from 'zod';
import { type Instant, msOfInstant } from '../../../../shared/model/period.ts';
import type { Store } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { CostQuestion } from './ce-questions.ts';

const amountSchema = z.object({ Amount: z.string().optional(), Unit: z.string().optional() });

/** What the rows of the bill are made of. */
const resultSchema = z.object({
  TimePeriod: z.object({ Start: z.string(), End: z.string() }).optional(),
  Estimated: z.boolean().optional(),
  Groups: z
    .array(
      z.object({
        Keys: z.array(z.string()).optional(),
        Metrics: z.record(z.string(), amountSchema).optional(),
      }),
    )
    .optional(),
});

const savedSchema = z.object({
  readAt: z.iso.datetime(),
  answers: z.array(
    z.tuple([
      z.string(),
      z.object({ results: z.array(resultSchema), next: z.string().nullable() }),
    ]),
  ),
});

/** The pages of an answer that were read, and what asks for the next one; null after the last. */
export interface PaidAnswer {
  readonly results: readonly ResultByTime[];
  readonly next: string | null;
}

/** Answers by question whose rows are not stored yet. */
export type PaidAnswers = Map<string, PaidAnswer>;

/** By what an answer is found again: a question names its days. */
export function keyOfQuestion(question: CostQuestion): string {
  return JSON.stringify(question);
}

/**
 * The answers that a reading cut short had paid for; none when they are older than `freshMs`, after
 * which AWS may tell other numbers.
 */
export async function loadPaidAnswers(
  store: Store,
  payer: string,
  { now, freshMs }: { readonly now: Instant; readonly freshMs: number },
): Promise<PaidAnswers> {
  const saved = await readCursor(store, nameOf(payer), savedSchema);
  const fresh = saved !== null && msOfInstant(now) - msOfInstant(saved.readAt) < freshMs;
  return new Map(fresh ? saved.answers : []);
}

/** Keeps the answers for the next reading; an empty map forgets them. */
export async function savePaidAnswers(
  store: Store,
  payer: string,
  { readAt, answers }: { readonly readAt: Instant; readonly answers: PaidAnswers },
): Promise<void> {
  await writeCursor(store, nameOf(payer), { readAt, answers: [...answers] });
}

function nameOf(payer: string): string {
  return `cost-explorer-answers:${payer}`;
}
