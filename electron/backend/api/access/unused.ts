import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import { unusedModels } from '../../../../shared/access/least-privilege/unused-models.ts';
import { wildcardGrants } from '../../../../shared/access/least-privilege/wildcard-grants.ts';
import {
  type AccessGap,
  type AccessPrincipal,
  OPEN_CONTEXT,
} from '../../../../shared/access/world/access-world.ts';
import { gapOf } from '../../../../shared/access/world/world-readings.ts';
import type { UnusedAnswer, UnusedRow } from '../../../../shared/api/access-answers.ts';
import { ACCOUNT_SCOPE } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import type { AccessBase } from './access-base.ts';
import { gapsOf } from './matrix.ts';

/** Everybody who may call models, with what of it was used in the window of the base. */
export function unusedAccess(base: AccessBase): UnusedAnswer {
  const accessed = lastAccesses(base);
  const rows = base.world.principals
    .filter(({ kind }) => kind !== 'service-linked-role')
    .flatMap((principal) => unusedRow(base, principal, accessed.get(principal.arn)));
  return {
    window: base.use.window,
    rows: rows.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || most(a, b)),
    gaps: [...gapsOf(base), ...callerGaps(base)],
  };
}

const ORDER: readonly UnusedRow['verdict'][] = ['never-used', 'partly-used', 'not-known', 'used'];

/** Accounts whose callers nobody told. */
function callerGaps({ world, callersIn }: AccessBase): readonly AccessGap[] {
  const accounts = [...new Set(world.principals.map(({ accountId }) => accountId))].sort();
  return accounts.flatMap((accountId) => {
    const outcome = callersIn(accountId);
    if (outcome.status === 'collected') return [];
    const place = { dataset: 'observed-usage', accountId, region: ACCOUNT_SCOPE } as const;
    const consequence = `Who of account ${accountId} called a model is not known.`;
    return [gapOf({ ...place, consequence }, outcome)];
  });
}

function most(a: UnusedRow, b: UnusedRow): number {
  return b.allowedModels - a.allowedModels || (a.principalArn < b.principalArn ? -1 : 1);
}

function unusedRow(
  base: AccessBase,
  principal: AccessPrincipal,
  accessed: LastAccess | undefined,
): readonly UnusedRow[] {
  const { catalogue, use, compiled } = base;
  const letters = compiled(OPEN_CONTEXT).letters(principal, { operation: 'invoke', region: null });
  const idsOf = (letter: string) =>
    catalogue.models.flatMap(({ modelId }, place) => (letters[place] === letter ? [modelId] : []));
  const [allowed, conditional] = [idsOf('A'), idsOf('C')];
  if (allowed.length + conditional.length === 0) return [];
  const models = new Set(use.modelsOf(principal.arn).keys());
  const isTold = base.callersIn(principal.accountId).status === 'collected';
  return [
    {
      principalArn: principal.arn,
      accountId: principal.accountId,
      name: principal.name,
      kind: principal.kind,
      team: base.teamOf(principal),
      allowedModels: allowed.length,
      conditionalModels: conditional.length,
      ...unusedModels([...allowed, ...conditional], { models, isTold }),
      wildcards: wildcardGrants(principal),
      serviceLastAccessed: accessed?.at ?? null,
      serviceLastAccessedKnown: accessed !== undefined,
      lastDay: use.of(principal.arn)?.lastDay ?? null,
    },
  ];
}

/** IAM's own answer: refused calls count, the last 400 days. */
interface LastAccess {
  readonly at: Instant | null;
}

/** By principal; who was not asked for, or not told, is not in it. */
function lastAccesses({ readings }: AccessBase): ReadonlyMap<string, LastAccess> {
  const items = readingsByDataset(readings)('service-last-accessed').flatMap((one) => one.items);
  return new Map(
    items.flatMap(({ principalArn, services }) => {
      if (!services.read) return [];
      const times = services.value.flatMap(({ at }) => (at === null ? [] : [at]));
      return [[principalArn, { at: times.sort().at(-1) ?? null }] as const];
    }),
  );
}
