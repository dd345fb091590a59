import { accountsOf } from '../../../../shared/api/connected-accounts.ts';
import type { PeriodUsage } from '../../../../shared/cost/build-spend.ts';
import type { Pricing } from '../../../../shared/cost/estimate.ts';
import type { Grouping, GroupNames } from '../../../../shared/cost/grouping.ts';
import { uncountedUsage } from '../../../../shared/cost/spend/uncounted-usage.ts';
import { type Day, dayOf, daysIn, type Period } from '../../../../shared/model/period.ts';
import type { TeamRule } from '../../../../shared/model/team-rules.ts';
import type { OpenWorkspace } from '../../workspace/open-workspace.ts';
import type { ApiContext } from '../context.ts';
import { currentReadings } from '../inventory-api.ts';
import { pricingOf } from '../pricing.ts';
import { readUsageGaps } from '../usage-gaps.ts';
import { type Needs, needsOf, type SpendFilter, wantedBy } from './needs.ts';
import { priceDays } from './price-days.ts';
import { readSpend } from './read-spend.ts';
import { chosenUsage } from './spend-filter.ts';
import { spendNames } from './spend-names.ts';

/** What a question about spend is asked with. */
export interface SpendAsking {
  /** Everything that the answer groups by. */
  readonly groupings: readonly Grouping[];
  readonly filter?: SpendFilter | undefined;
  readonly hourly?: boolean;
  /** Whether no piece of the answer is shorter than a month: prices are those of days all the same. */
  readonly monthly?: boolean;
  /** In place of those of the workspace. */
  readonly teamRules?: readonly TeamRule[] | undefined;
}

/** A workspace made ready for one question about spend. */
export interface SpendBase {
  readonly pricing: Pricing;
  readonly names: GroupNames;
  readonly accounts: ReadonlyMap<string, string>;
  readonly today: Day;
  /** Chosen usage of a period, with its gaps. */
  read(period: Period): Promise<PeriodUsage & { readonly notes: readonly string[] }>;
  /** Why nothing is known of a period, as the rest of a sentence; null where its usage was counted. */
  notCounted(period: Period): Promise<string | null>;
}

/** Makes ready what one question needs, and nothing else. */
export async function spendBase(context: ApiContext, asking: SpendAsking): Promise<SpendBase> {
  const workspace = context.workspace();
  const { filter = {}, hourly = false, groupings } = asking;
  const { settings } = workspace.file.current();
  const rules = asking.teamRules ?? settings.teamRules;
  const wanted = wantedBy(filter).map(({ grouping }) => grouping);
  const told = [...groupings, ...wanted];
  const needs = needsOf(told, rules);
  const [pricing, readings] = await Promise.all([pricingOf(context), currentReadings(context)]);
  const names = spendNames({ rules, readings });
  const merging = { groupings: told, names, profiles: pricing.profiles };
  const monthly = asking.monthly === true && !needs.dimensions.includes('session');
  const today = dayOf(context.host.now());
  const partedAt = (period: Period) => {
    if (!monthly) return undefined;
    const days = priceDays(period, pricing.prices.lines, settings.priceOverrides);
    return withDay(days, { day: today, period });
  };
  return {
    pricing,
    names,
    accounts: accountNames(workspace),
    today,
    async notCounted(period) {
      return (await readUsageGaps(workspace.store, period)).notCounted;
    },
    async read(period) {
      const monthsPartedAt = partedAt(period);
      const question = { ...needs, period, hourly, filter, monthsPartedAt, merging };
      const [counted, gaps] = await Promise.all([
        readSpend(workspace.store, question),
        readUsageGaps(workspace.store, period),
      ]);
      const usage = [...counted.usage, ...uncountedUsage(counted.calls, pricing)];
      const all = { ...counted, usage };
      const chosen = chosenUsage(all, filter, { profiles: pricing.profiles, names });
      const notes = [...gaps.notes, ...allocationNotes(all, needs)];
      const incompleteDays = gaps.notCounted === null ? gaps.incompleteDays : daysIn(period);
      return { ...chosen, period, ...gaps, incompleteDays, notes };
    },
  };
}

/** A day that is running is told apart, so that whole days can be compared. */
function withDay(
  days: readonly Day[],
  { day, period: { from, to } }: { readonly day: Day; readonly period: Period },
): readonly Day[] {
  return day <= from || day >= to ? days : [...new Set([...days, day])].sort();
}

/** Names of the connected accounts by id. */
export function accountNames({ file }: OpenWorkspace): ReadonlyMap<string, string> {
  const accounts = file.current().connections.flatMap(accountsOf);
  return new Map(accounts.map(({ accountId, name }) => [accountId, name]));
}

function allocationNotes(
  { usage }: Pick<PeriodUsage, 'usage'>,
  { dimensions }: Needs,
): readonly string[] {
  if (!dimensions.includes('principal')) return [];
  const allocated = usage.some(({ origin }) => origin?.allocated === true);
  const nobody = usage.some(({ principalArn }) => principalArn === null);
  return [
    ...(allocated
      ? [
          'Where metrics alone count tokens, they are shared out over principals by their calls in events: allocated, an estimate.',
        ]
      : []),
    ...(nobody ? ['Some usage is tied to no principal: neither logs nor events name one.'] : []),
  ];
}
