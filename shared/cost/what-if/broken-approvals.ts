import { canonicalModelId } from '../../model/model-catalogue.ts';
import { modelLabel } from '../../model/model-label.ts';
import { compareText } from '../prices-used.ts';
import { tokenKind } from '../tokens.ts';
import type { Approvals, BrokenApproval, WhatIfRow } from './what-if-answer.ts';

type Trouble = Omit<BrokenApproval, 'already'>;

/** What has a trouble: calls of a model with a scope from a Region, and their tokens. */
interface Troubled {
  readonly trouble: Trouble;
  readonly place: string;
  readonly tokens: number;
}

/**
 * The approvals that usage lacks after the changes: models, the Regions that are called, and those
 * that geographic and global calls may be served in. `already` tells the ones that at least as many
 * tokens lack today: the changes add nothing to them. The reason names the calls that add most. Only
 * usage of models counts.
 */
export function brokenApprovals(
  before: readonly WhatIfRow[],
  after: readonly WhatIfRow[],
  approvals: Approvals,
): readonly BrokenApproval[] {
  const today = troubles(before, approvals);
  return [...troubles(after, approvals)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, found]) => judged(found, today.get(key) ?? []));
}

function judged(found: readonly Troubled[], today: readonly Troubled[]): BrokenApproval {
  const known = new Map(today.map(({ place, tokens }) => [place, tokens]));
  const added = ({ place, tokens }: Troubled) => tokens - (known.get(place) ?? 0);
  const most = found.reduce((a, b) => (added(b) > added(a) ? b : a));
  const before = tokensOf(today);
  const already = before >= tokensOf(found);
  const more = before > 0 && !already ? ' Some usage does so today; this adds to it.' : '';
  return { ...most.trouble, reason: most.trouble.reason + more, already };
}

function tokensOf(found: readonly Troubled[]): number {
  return found.reduce((sum, { tokens }) => sum + tokens, 0);
}

/** By what is not approved, the calls that have the trouble; none is without calls. */
function troubles(
  rows: readonly WhatIfRow[],
  approvals: Approvals,
): ReadonlyMap<string, readonly Troubled[]> {
  const found = new Map<string, readonly Troubled[]>();
  for (const [place, { row, tokens }] of placesOf(rows)) {
    for (const trouble of [...modelTrouble(row, approvals), ...regionTroubles(row, approvals)]) {
      const key = `${trouble.kind} ${trouble.name}`;
      found.set(key, [...(found.get(key) ?? []), { trouble, place, tokens }]);
    }
  }
  return found;
}

/** Rows of the same model, scope and Region as one, with their tokens. */
function placesOf(
  rows: readonly WhatIfRow[],
): ReadonlyMap<string, { readonly row: WhatIfRow; readonly tokens: number }> {
  const places = new Map<string, { readonly row: WhatIfRow; readonly tokens: number }>();
  for (const row of rows) {
    if (tokenKind(row.unit) === null || row.quantity <= 0) continue;
    const key = `${row.baseModelId} ${row.scope} ${row.region}`;
    places.set(key, { row, tokens: row.quantity + (places.get(key)?.tokens ?? 0) });
  }
  return places;
}

function modelTrouble(row: WhatIfRow, { approvedModels }: Approvals): readonly Trouble[] {
  const model = canonicalModelId(row.baseModelId);
  if (approvedModels === null || approvedModels.map(canonicalModelId).includes(model)) return [];
  return [{ kind: 'model', name: model, reason: `${modelLabel(model)} is not an approved model.` }];
}

function regionTroubles(row: WhatIfRow, approvals: Approvals): readonly Trouble[] {
  const { approvedRegions } = approvals;
  if (approvedRegions === null) return [];
  const label = modelLabel(row.baseModelId);
  const destinations = row.scope === 'in-region' ? [row.region] : approvals.destinationsOf(row);
  if (destinations === null)
    return [
      {
        kind: 'destination-not-known',
        name: `${canonicalModelId(row.baseModelId)} (${row.scope}, ${row.region})`,
        reason: `Where ${row.scope} calls of ${label} from ${row.region} are served was not read.`,
      },
    ];
  return [...new Set([row.region, ...destinations])]
    .filter((region) => !approvedRegions.includes(region))
    .map((region) => ({
      kind: 'region',
      name: region,
      reason:
        region === row.region
          ? `${label} is called in ${region}, which is not an approved Region.`
          : `${row.scope === 'global' ? 'Global' : 'Geographic'} calls of ${label} may be served in ${region}, which is not an approved Region.`,
    }));
}
