import { canonicalModelId } from '../../model/model-catalogue.ts';
import { modelLabel } from '../../model/model-label.ts';
import { compareText } from '../prices-used.ts';
import { tokenKind } from '../tokens.ts';
import type { Approvals, BrokenApproval, WhatIfRow } from './what-if-answer.ts';

type Trouble = Omit<BrokenApproval, 'already'>;

/**
 * The approvals that usage lacks after the changes: models, the Regions that are called, and those
 * that geographic and global calls may be served in. `already` tells the ones that today's usage
 * lacks too. Only usage of models counts.
 */
export function brokenApprovals(
  before: readonly WhatIfRow[],
  after: readonly WhatIfRow[],
  approvals: Approvals,
): readonly BrokenApproval[] {
  const today = troubles(before, approvals);
  return [...troubles(after, approvals)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, trouble]) => ({ ...trouble, already: today.has(key) }));
}

function troubles(rows: readonly WhatIfRow[], approvals: Approvals): ReadonlyMap<string, Trouble> {
  const places = new Map(
    rows
      .filter(({ unit, quantity }) => tokenKind(unit) !== null && quantity > 0)
      .map((row) => [`${row.baseModelId} ${row.scope} ${row.region}`, row]),
  );
  const found = [...places.values()].flatMap((row) => [
    ...modelTrouble(row, approvals),
    ...regionTroubles(row, approvals),
  ]);
  return new Map(found.map((trouble) => [`${trouble.kind} ${trouble.name}`, trouble]));
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
