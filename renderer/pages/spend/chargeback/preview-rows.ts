import type { Chargeback } from '../../../../shared/api/answers.ts';
import { addUsd, formatUsd, parseUsd, type Usd } from '../../../../shared/model/usd.ts';

/** What a team uses by the rules that hold, and by those that are being edited. */
export interface PreviewRow {
  /** Null for usage without a team. */
  readonly team: string | null;
  readonly nowUsd: Usd;
  readonly thenUsd: Usd;
  readonly changeUsd: Usd;
}

/** Every team's own cost before and after, the most changed first; usage without a team is last. */
export function previewRows(now: Chargeback, then: Chargeback): readonly PreviewRow[] {
  const before = ownByTeam(now);
  const after = ownByTeam(then);
  const teams = [...new Set([...before.keys(), ...after.keys()])];
  const rows = teams.map((team) => rowOf(team, before.get(team), after.get(team)));
  const unassigned = rowOf(null, unassignedOf(now), unassignedOf(then));
  return [...rows.sort(byChange), unassigned];
}

function ownByTeam({ lines }: Chargeback): ReadonlyMap<string, Usd> {
  return new Map(
    lines.flatMap(({ team, own, ownUsd }) => (own.length === 0 ? [] : [[team, ownUsd] as const])),
  );
}

/** What is kept apart as unassigned, or was spread over the teams as their part of it. */
function unassignedOf({ kept, lines }: Chargeback): Usd {
  const parts = lines.flatMap(({ shared }) =>
    shared.flatMap(({ pot, usd }) => (pot === 'unassigned' ? [usd] : [])),
  );
  const apart = kept.flatMap(({ pot, usd }) => (pot === 'unassigned' ? [usd] : []));
  return addUsd(...parts, ...apart);
}

function rowOf(team: string | null, now: Usd = '0', then: Usd = '0'): PreviewRow {
  const changeUsd = formatUsd(parseUsd(then) - parseUsd(now));
  return { team, nowUsd: now, thenUsd: then, changeUsd };
}

function byChange(a: PreviewRow, b: PreviewRow): number {
  const [x, y] = [sizeOf(a), sizeOf(b)];
  return x === y ? ((a.team ?? '') < (b.team ?? '') ? -1 : 1) : x < y ? 1 : -1;
}

function sizeOf({ changeUsd }: PreviewRow): bigint {
  const change = parseUsd(changeUsd);
  return change < 0n ? -change : change;
}

/** What the edited rules would change, in a sentence. */
export function previewSentence(rows: readonly PreviewRow[]): string {
  const changed = rows.filter(({ team, changeUsd }) => team !== null && changeUsd !== '0').length;
  if (changed === 0) return 'No team would use more or less than by the saved rules.';
  return changed === 1 ? 'One team would change.' : `${changed} teams would change.`;
}
