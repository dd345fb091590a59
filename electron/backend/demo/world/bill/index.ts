import { addDays, dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import { provisionedThroughputs } from '../bedrock/capacity.ts';
import type { Calendar } from '../calendar.ts';
import { iamArn } from '../callers.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldInvocation } from '../facts.ts';
import { once } from '../keep.ts';
import { ACCOUNT, type AccountPlace } from '../organization.ts';
import { principalsIn } from '../principals.ts';
import type { BillWorld, WorldBillLine } from './bill-world.ts';
import { exportObjects, organisationExport } from './export-objects.ts';
import { adjustmentLines, billDays, chargeLines } from './other-lines.ts';
import { createPriceList } from './price-list.ts';
import { tokenLines } from './token-lines.ts';

/** How late AWS is: usage stands on the bill a day after it happened. */
const LATE_MS = 24 * 3_600_000;

/** What the bill is written from. */
export interface BillParts {
  readonly calendar: Calendar;
  readonly invocations: readonly WorldInvocation[];
  /** Data events, among them guardrails that were applied. */
  readonly dataActs: readonly ManagementAct[];
  readonly places: readonly AccountPlace[];
}

/**
 * The organisation's bill, from the same calls as its logs and metrics: tokens at the bundled
 * prices (Opus 4.8 a tenth off), rounded as AWS rounds, and what tokens do not explain.
 * The sandbox pays for itself, the others are paid by the management account.
 */
export function createBillWorld(parts: BillParts): BillWorld {
  const { calendar, places } = parts;
  const lines = once(() => billLinesOf(parts));
  const members = places.filter(({ accountId }) => accountId !== ACCOUNT.sandbox);
  return {
    billLines: lines,
    billedAccounts: (accountId) =>
      accountId === ACCOUNT.management ? members.map((place) => place.accountId) : [accountId],
    exports: (accountId) =>
      accountId === ACCOUNT.management ? [organisationExport(calendar)] : [],
    priceList: createPriceList(calendar),
    billObjects: once(() => exportObjects(calendar, lines())),
  };
}

function billLinesOf(parts: BillParts): readonly WorldBillLine[] {
  const { calendar, dataActs, invocations, places } = parts;
  const untilMs = calendar.nowMs - LATE_MS;
  const lastDay = dayOf(instantOfMs(untilMs));
  const billed = invocations.filter(({ time, errorCode }) => time < untilMs && errorCode === null);
  const tags = principalTags(places);
  const payerOf = (accountId: string) =>
    accountId === ACCOUNT.sandbox ? accountId : ACCOUNT.management;
  const tokens = tokenLines(billed, { places, payerOf, tagsOf: (arn) => tags.get(arn) ?? {} });
  const days = billDays(calendar.firstDay, addDays(lastDay, -1));
  const charges = chargeLines(billed, {
    days,
    payerOf,
    applied: dataActs.filter(({ time }) => time < untilMs),
    provisioned: provisionedThroughputs(calendar),
  });
  const usage = [...tokens, ...charges];
  const all = [...usage, ...adjustmentLines(usage, calendar.today)];
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function principalTags(
  places: readonly AccountPlace[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const principals = places.flatMap(({ accountId }) => principalsIn(accountId));
  return new Map(principals.map((principal) => [iamArn(principal), principal.tags ?? {}]));
}
