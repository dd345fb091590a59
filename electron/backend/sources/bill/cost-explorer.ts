import type { ResultByTime } from '@aws-sdk/client-cost-explorer';
import { z } from 'zod';
import { ACCOUNT_SCOPE, type ReadOutcome } from '../../../../shared/model/dataset.ts';
import { dayOf, msOfInstant, type Period } from '../../../../shared/model/period.ts';
import { type Caller, CallFailure, createCaller, outcomeOf } from '../../aws/caller.ts';
import { errorFacts } from '../../aws/error-facts.ts';
import { paginate } from '../../aws/paginate.ts';
import { required } from '../../aws/required.ts';
import type { CostExplorerRow } from '../../store/bill/bill-store.ts';
import type { SourceReading } from '../../store/store.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type SourceInfo, type SourceTools, sourceReading } from '../source.ts';
import { cursorAfter, daysToAsk } from './bill-days.ts';
import {
  adjustmentQuestion,
  type CostQuestion,
  detailQuestions,
  discoveryQuestion,
  tagQuestion,
} from './ce-questions.ts';
import { adjustmentRows, billedOf, detailRows, tagRows } from './ce-rows.ts';
import { endpointRegion } from './endpoint-region.ts';
import {
  keyOfQuestion,
  loadPaidAnswers,
  type PaidAnswer,
  type PaidAnswers,
  savePaidAnswers,
} from './paid-answers.ts';
import type { BillPayer } from './payers.ts';
import { chooseTags } from './tag-keys.ts';

/** The bill by day, account and usage type; every page costs money. */
export const costExplorer: SourceInfo = {
  id: 'cost-explorer',
  title: 'Bill from Cost Explorer',
  iamActions: ['ce:GetCostAndUsage'],
};

/** AWS refreshes its numbers up to three times a day; asking again before that costs for nothing. */
const FRESH_MS = 8 * 3_600_000;
/** Far above what any organisation's Bedrock has; it ends answers that never end. */
const MOST_PAGES = 300;

const cursorSchema = z.object({
  readTo: z.iso.date(),
  settledTo: z.string(),
  readAt: z.iso.datetime(),
});

/**
 * Reads the days that are not closed, for the payer and all accounts that it pays for. Rows of a
 * period are stored together once all of them were read; answers of a reading that was cut short are
 * kept for the next one, so that none is paid for twice.
 * @throws AppError `cancelled`.
 */
export async function readCostExplorer(
  tools: SourceTools,
  payer: BillPayer,
): Promise<readonly SourceReading[]> {
  const { profile } = payer.clients.connection;
  const region = endpointRegion(payer.clients);
  const caller = createCaller({ region, profile, signal: tools.signal, identified: true });
  const counts = new Map<string, number>();
  let outcome: ReadOutcome = { status: 'collected' };
  try {
    await readAll({ tools, payer, call: caller.call, counts });
  } catch (error) {
    outcome = outcomeOf(error, costExplorer.title);
  }
  const { gaps } = chooseTags(payer.tagKeys, payer.chosenTagKeys);
  const leftOut = outcome.status === 'collected' && gaps.length > 0 ? { gaps } : {};
  return [payer.accountId, ...payer.members].map((accountId) =>
    sourceReading(costExplorer, {
      accountId,
      region: ACCOUNT_SCOPE,
      readAt: tools.clock(),
      calls: accountId === payer.accountId ? caller.calls() : 0,
      items: counts.get(accountId) ?? 0,
      outcome,
      ...(accountId === payer.accountId ? leftOut : {}),
    }),
  );
}

interface Reading {
  readonly tools: SourceTools;
  readonly payer: BillPayer;
  readonly call: Caller['call'];
  /** Rows by account. */
  readonly counts: Map<string, number>;
}

async function readAll(reading: Reading): Promise<void> {
  const { tools, payer } = reading;
  const now = tools.clock();
  const fresh = { now, freshMs: FRESH_MS };
  const paid = await loadPaidAnswers(tools.store, payer.accountId, fresh);
  const resumed = paid.size > 0;
  try {
    await readStreams({ ...reading, paid });
  } catch (error) {
    await savePaidAnswers(tools.store, payer.accountId, { readAt: now, answers: paid });
    throw error;
  }
  if (resumed) {
    await savePaidAnswers(tools.store, payer.accountId, { readAt: now, answers: new Map() });
  }
}

interface PeriodReading extends Reading {
  /** Of this reading and of one that was cut short. */
  readonly paid: PaidAnswers;
}

/**
 * The bill itself, and the same money by each tag: each goes on from where it was read to, so that a tag
 * that is chosen later asks for its own days and no other.
 */
async function readStreams(reading: PeriodReading): Promise<void> {
  const { store } = reading.tools;
  const { accountId, tagKeys, chosenTagKeys } = reading.payer;
  const name = `cost-explorer:${accountId}`;
  const before = await readCursor(store, name, cursorSchema);
  await readStream(reading, { name, cursor: before }, (period) => readPeriod(reading, period));
  for (const tag of chooseTags(tagKeys, chosenTagKeys).read) {
    const own = `cost-explorer-tag:${accountId}:${tag}`;
    const known = await readCursor(store, own, cursorSchema);
    const cursor = known ?? ((await store.bill.knowsTag(accountId, tag)) ? before : null);
    await readStream(reading, { name: own, cursor }, (period) => readTag(reading, period, tag));
  }
}

/** How far something was read; null when it never was. */
interface Stream {
  readonly name: string;
  readonly cursor: z.infer<typeof cursorSchema> | null;
}

async function readStream(
  { tools }: PeriodReading,
  { name, cursor }: Stream,
  read: (period: Period) => Promise<void>,
): Promise<void> {
  const now = tools.clock();
  if (cursor !== null && msOfInstant(now) - msOfInstant(cursor.readAt) < FRESH_MS) return;
  const today = dayOf(now);
  for (const period of daysToAsk(cursor, today)) await read(period);
  await writeCursor(tools.store, name, { ...cursorAfter(today), readAt: now });
}

async function readPeriod(reading: PeriodReading, period: Period): Promise<void> {
  const { tools, payer, counts } = reading;
  const billed = billedOf(await ask(reading, discoveryQuestion(period)));
  const rows: CostExplorerRow[] = [];
  for (const detail of detailQuestions(billed, period)) {
    rows.push(...detailRows(await ask(reading, detail.question), detail));
  }
  if (billed.services.length > 0) {
    rows.push(...adjustmentRows(await ask(reading, adjustmentQuestion(billed, period))));
  }
  await tools.store.bill.putCostExplorer({ payer: payer.accountId, ...period, rows });
  for (const { accountId } of rows) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
}

/** The days are stored already: which services to ask about costs nothing to know. */
async function readTag(reading: PeriodReading, period: Period, tagKey: string): Promise<void> {
  const { bill } = reading.tools.store;
  const days = { payer: reading.payer.accountId, ...period };
  const services = await bill.servicesTold(days);
  if (services.length === 0) return;
  const answer = await ask(reading, tagQuestion({ services }, period, tagKey));
  await bill.putCostExplorerTag({ ...days, tagKey, rows: tagRows(answer, tagKey) });
}

/** An answer in full; pages that were paid for already are not asked again. */
async function ask(
  reading: PeriodReading,
  question: CostQuestion,
): Promise<readonly ResultByTime[]> {
  const key = keyOfQuestion(question);
  const known = reading.paid.get(key);
  if (known?.next === null) return known.results;
  try {
    return await askOn(reading, question, known);
  } catch (error) {
    if (known === undefined || !isPageGone(error)) throw error;
    reading.paid.delete(key);
    return askOn(reading, question, undefined);
  }
}

/** Whether AWS no longer takes the token of a reading that was cut short. */
function isPageGone(error: unknown): boolean {
  return (
    error instanceof CallFailure &&
    /^(InvalidNextToken|Validation)Exception$/.test(errorFacts(error.cause).name)
  );
}

/** The pages that are not known yet; each is booked before it is asked for, because AWS charges for each. */
async function askOn(
  { tools, payer, call, paid }: PeriodReading,
  question: CostQuestion,
  known: PaidAnswer | undefined,
): Promise<readonly ResultByTime[]> {
  const pages = paginate(
    (NextPageToken = known?.next ?? undefined) => {
      tools.meter.book('ce:GetCostAndUsage', 1);
      return call('ce:GetCostAndUsage', async (options) =>
        (await payer.clients.costExplorer(endpointRegion(payer.clients))).getCostAndUsage(
          { ...question, NextPageToken },
          options,
        ),
      );
    },
    (page) => page.NextPageToken,
    { of: 'ce:GetCostAndUsage', limit: MOST_PAGES },
  );
  const results = [...(known?.results ?? [])];
  for await (const page of pages) {
    results.push(...required(page.ResultsByTime, 'ResultsByTime'));
    paid.set(keyOfQuestion(question), { results, next: page.NextPageToken ?? null });
  }
  return results;
}
