import { catalogueGaps } from '../../../../shared/access/catalogue/catalogue-gaps.ts';
import { GUARDRAIL_KEY } from '../../../../shared/access/catalogue/guardrail-uses.ts';
import type { AccessGap, AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import type { AccessMatrix, CellUse, MatrixRow } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';

/** Everybody who may call anything, by everything that can be called. */
export function accessMatrix(base: AccessBase, input: Input<'access.matrix'>): AccessMatrix {
  const { world, catalogue, use, compiled } = base;
  const { context, ...filter } = input;
  const access = compiled(context);
  const bare = compiled({ ...context, keys: { ...context.keys, [GUARDRAIL_KEY]: [] } });
  const placeOf = new Map(catalogue.models.map(({ modelId }, place) => [modelId, place]));
  const rows: MatrixRow[] = [];
  for (const principal of world.principals) {
    const letters = access.letters(principal, filter);
    const used = usedBy(base, principal, placeOf);
    if (!/[ACU]/.test(letters) && used.length === 0) continue;
    const unguarded = bare.letters(principal, filter);
    rows.push(rowOf(base, { principal, letters, unguarded, used }));
  }
  return {
    takenAt: base.takenAt,
    window: use.window,
    models: catalogue.models.map((model) => ({
      ...model,
      approved: base.isApproved(model.modelId),
      calls: use.callsTo(model.modelId),
    })),
    rows: rows.sort(byPlace),
    silent: world.principals.length - rows.length,
    principals: world.principals.length,
    neverCalled: rows.filter(({ calls }) => calls === 0).length,
    accountNames: Object.fromEntries(world.accountNames),
    gaps: gapsOf(base),
  };
}

/** Everything that decisions lack: of principals and policies, and of what can be called. */
export function gapsOf({ world, readings }: AccessBase): readonly AccessGap[] {
  return [...world.gaps, ...catalogueGaps(readings)];
}

function usedBy(
  { use }: AccessBase,
  { arn }: AccessPrincipal,
  placeOf: ReadonlyMap<string, number>,
): readonly CellUse[] {
  return [...use.modelsOf(arn)].flatMap(([modelId, { calls, lastDay }]) => {
    const model = placeOf.get(modelId);
    return model === undefined ? [] : [{ model, calls, lastDay }];
  });
}

interface Row extends Pick<MatrixRow, 'letters' | 'unguarded' | 'used'> {
  readonly principal: AccessPrincipal;
}

function rowOf({ use, teamOf }: AccessBase, { principal, ...cells }: Row): MatrixRow {
  const seen = use.of(principal.arn);
  return {
    principalArn: principal.arn,
    accountId: principal.accountId,
    name: principal.name,
    kind: principal.kind,
    team: teamOf(principal),
    ...cells,
    calls: seen?.calls ?? 0,
    lastDay: seen?.lastDay ?? null,
  };
}

function byPlace(a: MatrixRow, b: MatrixRow): number {
  return compare(a.accountId, b.accountId) || compare(a.kind, b.kind) || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
