import { AppError } from '../../model/app-error.ts';
import { assertNever } from '../../model/assert-never.ts';
import { canonicalModelId } from '../../model/model-catalogue.ts';
import type { BillableUnit } from '../../model/usage.ts';
import type { CacheTtl } from '../cache/cache-answer.ts';
import { tokenKind } from '../tokens.ts';
import type { CachePolicy, WhatIfChange, WhatIfRow, WhatIfSelection } from './what-if-answer.ts';

/** What becomes of a row: what stays on demand, and what a commitment serves instead. */
export interface ChangedRow {
  readonly before: WhatIfRow;
  readonly after: readonly WhatIfRow[];
  /** Tokens that are no longer billed by themselves. */
  readonly committed: number;
}

const WRITE_UNITS: Readonly<Record<CacheTtl, BillableUnit>> = {
  '5m': 'cache-write-5m-tokens',
  '30m': 'cache-write-30m-tokens',
  '1h': 'cache-write-1h-tokens',
};

/**
 * Applies changes one after the other to each row; no token is lost or made.
 * @throws AppError `invalid-input` when a change's percent, or reads per write, is out of range.
 */
export function applyChanges(
  rows: readonly WhatIfRow[],
  changes: readonly WhatIfChange[],
): readonly ChangedRow[] {
  for (const [index, change] of changes.entries()) refuse(change, index + 1);
  return rows.map((before) =>
    changes.reduce<ChangedRow>(applyOne, { before, after: [before], committed: 0 }),
  );
}

function refuse({ percent, to }: WhatIfChange, number: number): void {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100)
    throw new AppError('invalid-input', `Change ${number}: ${percent} % is not 1 to 100 %.`);
  const cached = to.kind === 'cache' && to.policy.kind === 'cache-input' ? to.policy : null;
  if (cached !== null && (!Number.isInteger(cached.readsPerWrite) || cached.readsPerWrite < 0))
    throw new AppError(
      'invalid-input',
      `Change ${number}: ${cached.readsPerWrite} reads per write is not a whole number.`,
    );
}

function applyOne(row: ChangedRow, change: WhatIfChange): ChangedRow {
  let committed = row.committed;
  const after = row.after.flatMap((piece) => {
    if (!isSelected(piece, change.select)) return [piece];
    const moved = shareOf(piece.quantity, change.percent);
    const stays = { ...piece, quantity: piece.quantity - moved };
    if (change.to.kind === 'commitment') committed += moved;
    return [stays, ...moveTo({ ...piece, quantity: moved }, change.to)].filter(
      ({ quantity }) => quantity > 0,
    );
  });
  return { before: row.before, after, committed };
}

/** Whether a change is about a row: tokens only, hours and images are bought otherwise. */
export function isSelected(row: WhatIfRow, select: WhatIfSelection): boolean {
  const whole = Number.isSafeInteger(row.quantity);
  return whole && tokenKind(row.unit) !== null && fits(row, select);
}

/** Whether a row is where a change looks, whatever its unit. */
export function fits(row: WhatIfRow, select: WhatIfSelection): boolean {
  const models = select.models?.map(canonicalModelId);
  return (
    (models?.includes(canonicalModelId(row.baseModelId)) ?? true) &&
    (select.accounts?.includes(row.accountId) ?? true) &&
    (select.regions?.includes(row.region) ?? true) &&
    (select.tiers?.includes(row.tier) ?? true) &&
    (select.scopes?.includes(row.scope) ?? true)
  );
}

/** A share of a whole quantity, rounded down, exact for any safe integer. */
function shareOf(quantity: number, percent: number): number {
  return Number((BigInt(quantity) * BigInt(percent)) / 100n);
}

function moveTo(row: WhatIfRow, to: WhatIfChange['to']): readonly WhatIfRow[] {
  switch (to.kind) {
    case 'model':
      return [{ ...row, baseModelId: to.baseModelId }];
    case 'tier':
      return [{ ...row, tier: to.tier }];
    case 'scope':
      return [{ ...row, scope: to.scope }];
    case 'cache':
      return cachedAs(row, to.policy);
    case 'commitment':
      return [];
    default:
      return assertNever(to);
  }
}

function cachedAs(row: WhatIfRow, policy: CachePolicy): readonly WhatIfRow[] {
  const kind = tokenKind(row.unit);
  switch (policy.kind) {
    case 'off':
      return kind === 'cacheRead' || kind === 'cacheWrite'
        ? [{ ...row, unit: 'input-tokens' }]
        : [row];
    case 'time-to-live':
      return kind === 'cacheWrite' ? [{ ...row, unit: WRITE_UNITS[policy.ttl] }] : [row];
    case 'cache-input': {
      if (row.unit !== 'input-tokens') return [row];
      const written = Math.ceil(row.quantity / (1 + policy.readsPerWrite));
      return [
        { ...row, unit: WRITE_UNITS[policy.ttl], quantity: written },
        { ...row, unit: 'cache-read-tokens', quantity: row.quantity - written },
      ];
    }
    default:
      return assertNever(policy);
  }
}
