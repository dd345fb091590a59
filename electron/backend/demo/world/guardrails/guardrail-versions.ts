import { addDays, type Instant } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { guardrailArnOf, guardrailId } from './guardrail-ids.ts';
import { type GuardrailPlan, plansIn } from './guardrail-plans.ts';
import { settingsOf } from './guardrail-settings.ts';
import type { WorldGuardrail } from './guardrails-world.ts';

/** The ids of the guardrails of one account and Region. */
export function guardrailIds(accountId: string, region: string): readonly string[] {
  return plansIn(accountId, region).map(({ name }) => guardrailId(accountId, name));
}

/** Every guardrail of one account and Region: its DRAFT, then its numbered versions, newest first. */
export function guardrailsIn(
  accountId: string,
  region: string,
  calendar: Calendar,
): readonly (readonly WorldGuardrail[])[] {
  return plansIn(accountId, region).map((entry) => versionsOf(entry, calendar));
}

function versionsOf(entry: GuardrailPlan, calendar: Calendar): readonly WorldGuardrail[] {
  const { accountId, region, name, team, history } = entry;
  const published = history.length - 1;
  return [...history].reverse().map((planned, age) => ({
    guardrailId: guardrailId(accountId, name),
    guardrailArn: guardrailArnOf(accountId, region, name),
    name,
    version: age === 0 ? 'DRAFT' : String(published - age + 1),
    status: 'READY',
    crossRegionProfile: planned.tier === 'STANDARD' ? profileOf(entry) : null,
    createdAt: changedAt(calendar, age === 0 ? published : age - 1),
    updatedAt: changedAt(calendar, Math.max(0, age - 1)),
    settings: settingsOf(entry, planned),
    tags: team === null ? [] : [{ key: 'team', value: team }],
  }));
}

/** The profile of the geography; the standard tier needs one (Bedrock user guide, "Guardrails tiers"). */
function profileOf({ accountId, region }: GuardrailPlan): WorldGuardrail['crossRegionProfile'] {
  const id = `${region.slice(0, 2)}.guardrail.v1:0`;
  return { id, arn: `arn:aws:bedrock:${region}:${accountId}:guardrail-profile/${id}` };
}

function changedAt(calendar: Calendar, age: number): Instant {
  return `${addDays(calendar.guardrailDay, -45 * age)}T14:20:00Z`;
}
