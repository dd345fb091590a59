import { addDays, dayOf, instantOfMs } from '../../../../../shared/model/period.ts';
import {
  type ProfileTargets,
  profileTargets,
} from '../../../../../shared/prices/profile-targets.ts';
import { provisionedThroughputs } from '../bedrock/capacity.ts';
import { batchJobs } from '../bedrock/jobs.ts';
import { type Calendar, HOUR_MS } from '../calendar.ts';
import { iamArn } from '../callers.ts';
import type { ManagementAct } from '../cloudtrail-record.ts';
import type { WorldInvocation } from '../facts.ts';
import { inferenceProfilesIn } from '../inference-profiles.ts';
import { once } from '../keep.ts';
import type { MantleCall } from '../mantle/mantle-calls.ts';
import { ACCOUNT, type AccountPlace } from '../organization.ts';
import { principalsIn } from '../principals.ts';
import { adjustmentLines } from './adjustment-lines.ts';
import type { BillWorld, WorldBillLine } from './bill-world.ts';
import { exportObjects, organisationExport } from './export-objects.ts';
import { listPrices } from './list-prices.ts';
import { billDays, chargeLines } from './other-lines.ts';
import { LATE_HOURS } from './planted.ts';
import { createPriceList } from './price-list.ts';
import { billedMantleCall, tokenLines } from './token-lines.ts';

const LATE_MS = LATE_HOURS * HOUR_MS;

/** What the bill is written from. */
export interface BillParts {
  readonly calendar: Calendar;
  readonly invocations: readonly WorldInvocation[];
  readonly mantleCalls: readonly MantleCall[];
  /** Data events, among them guardrails that were applied. */
  readonly dataActs: readonly ManagementAct[];
  readonly places: readonly AccountPlace[];
}

/**
 * The organisation's bill, from the same calls as its logs and metrics: tokens at list prices, what
 * tokens do not explain, and the differences that `planted.ts` lists.
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
  const { calendar, dataActs, invocations, mantleCalls, places } = parts;
  const untilMs = calendar.nowMs - LATE_MS;
  const lastDay = dayOf(instantOfMs(untilMs));
  const isBilled = ({ time, errorCode }: Pick<WorldInvocation, 'time' | 'errorCode'>) =>
    time < untilMs && errorCode === null;
  const billed = invocations.filter(isBilled);
  const mantle = mantleCalls.filter(isBilled).map(billedMantleCall);
  const tags = principalTags(places);
  const payerOf = (accountId: string) =>
    accountId === ACCOUNT.sandbox ? accountId : ACCOUNT.management;
  const tagsOf = (arn: string) => tags.get(arn) ?? {};
  const profiles = applicationProfiles(places);
  const prices = listPrices();
  const tokens = tokenLines([...billed, ...mantle], {
    places,
    profiles,
    prices,
    payerOf,
    tagsOf,
  });
  const days = billDays(calendar.firstDay, addDays(lastDay, -1));
  const charges = chargeLines(billed, {
    days,
    payerOf,
    prices,
    tagsOf,
    applied: dataActs.filter(({ time }) => time < untilMs),
    provisioned: provisionedThroughputs(calendar),
    batchJobs: batchJobs(calendar),
  });
  const usage = [...tokens, ...charges];
  const all = [...usage, ...adjustmentLines(usage, calendar.today)];
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function applicationProfiles(places: readonly AccountPlace[]): ProfileTargets {
  return profileTargets(
    places.flatMap(({ accountId, regions }) =>
      regions.flatMap((region) => inferenceProfilesIn(accountId, region)),
    ),
  );
}

function principalTags(
  places: readonly AccountPlace[],
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const principals = places.flatMap(({ accountId }) => principalsIn(accountId));
  return new Map(principals.map((principal) => [iamArn(principal), principal.tags ?? {}]));
}
