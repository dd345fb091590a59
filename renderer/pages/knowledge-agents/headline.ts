import type { InventoryAnswer, InventoryPlace } from '../../../shared/api/answers.ts';
import { msOfInstant } from '../../../shared/model/period.ts';
import { countOf } from '../../format.ts';
import { guardedAliases } from '../../inventory/describe-agent.ts';
import { lastSync, newestSyncFailed } from '../../inventory/describe-knowledge-base.ts';

const DAY_MS = 86_400_000;
/** Documents change; a month without a sync is named. */
export const STALE_DAYS = 30;

/** The page's answer: how many agents, which of them unguarded; how many knowledge bases, how fresh. */
export function headline(
  agents: InventoryAnswer<'agents'>,
  bases: InventoryAnswer<'knowledge-bases'>,
  nowMs: number,
): string {
  return `${agentsPart(agents)}; ${basesPart(bases, nowMs)}.`;
}

function agentsPart({ rows, outcomes, total }: InventoryAnswer<'agents'>): string {
  if (nowhereRead(outcomes)) return 'Agents: not read';
  const count = `${countOf(total, 'agent')}${placesPart(outcomes)}`;
  if (rows.length === 0) return count;
  const guarded = rows.map(({ item }) => guardedAliases(item));
  const aliases = guarded.flatMap((part) => (part.read ? part.value : []));
  const open = aliases.filter(({ guardrail }) => guardrail.read && guardrail.value === null).length;
  const unknown =
    aliases.filter(({ guardrail }) => !guardrail.read).length +
    guarded.filter((part) => !part.read).length;
  const known = open === 0 ? 'no alias' : countOf(open, 'alias', 'aliases');
  return `${count}, ${known} without a guardrail${unknown === 0 ? '' : `, ${unknown} not known`}`;
}

function basesPart(
  { rows, outcomes, total }: InventoryAnswer<'knowledge-bases'>,
  nowMs: number,
): string {
  if (nowhereRead(outcomes)) return 'knowledge bases: not read';
  const count = `${countOf(total, 'knowledge base')}${placesPart(outcomes)}`;
  const syncs = rows.map(({ item }) => lastSync(item));
  const ages = syncs.flatMap((sync) =>
    sync?.state === 'synced' ? [Math.floor((nowMs - msOfInstant(sync.at)) / DAY_MS)] : [],
  );
  const stale = ages.filter((days) => days > STALE_DAYS);
  const never = syncs.filter((sync) => sync?.state === 'never').length;
  const failed = rows.filter(({ item }) => newestSyncFailed(item)).length;
  const unknown = syncs.filter((sync) => sync?.state === 'unknown').length;
  return [
    count,
    ...(stale.length === 0 ? [] : [stalePart(stale)]),
    ...(failed === 0 ? [] : [`the newest sync of ${failed} failed`]),
    ...(never === 0 ? [] : [`${never} never synced`]),
    ...(unknown === 0 ? [] : [`the last sync of ${unknown} not known`]),
  ].join(', ');
}

function stalePart(days: readonly number[]): string {
  const oldest = countOf(Math.max(...days), 'day');
  if (days.length === 1) return `1 last synced ${oldest} ago`;
  return `${days.length} last synced over ${STALE_DAYS} days ago, the oldest ${oldest}`;
}

/** True where something was tried and nothing could be read. */
function nowhereRead(outcomes: readonly InventoryPlace[]): boolean {
  return outcomes.length > 0 && unread(outcomes).length === outcomes.length;
}

function placesPart(outcomes: readonly InventoryPlace[]): string {
  const missing = unread(outcomes).length;
  return missing === 0 ? '' : ` (${missing} of ${countOf(outcomes.length, 'place')} not read)`;
}

function unread(outcomes: readonly InventoryPlace[]): readonly InventoryPlace[] {
  return outcomes.filter(({ outcome }) => ['denied', 'failed'].includes(outcome.status));
}
