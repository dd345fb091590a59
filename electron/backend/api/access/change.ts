import { changedCells } from '../../../../shared/access/compile/changed-cells.ts';
import { replacePolicies } from '../../../../shared/access/compile/replace-policies.ts';
import { type Turn, turnOf } from '../../../../shared/access/decision-word.ts';
import type { LintKind } from '../../../../shared/access/lint/lint-finding.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import type { AccessWorld } from '../../../../shared/access/world/access-world.ts';
import type { ChangeAnswer, ChangedCell } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { AccessBase } from './access-base.ts';
import { askedIn } from './compiled.ts';
import { kindOfPolicy, placedPolicies } from './placed-policies.ts';

/** Cells that one answer carries at most. */
const MOST_CELLS = 2_000;

/**
 * What edited policies would do to who may call what; nothing is sent anywhere. A text that AWS would
 * refuse changes nothing.
 * @throws AppError `not-found` naming a policy that was not read.
 */
export function changeAnswer(base: AccessBase, input: Input<'access.change'>): ChangeAnswer {
  const kinds = kindsOf(base.world, input.changes);
  const problems = input.changes.flatMap(({ document }, place) =>
    document === null ? [] : lintPolicy(document, kinds[place] ?? 'identity').findings,
  );
  const refused = problems.some(
    ({ check, severity }) => check === 'refused' && severity === 'error',
  );
  const cells = refused ? [] : cellsOf(base, input);
  const count = (turn: Turn) => cells.filter((cell) => turnIn(cell) === turn).length;
  return {
    window: base.use.window,
    refused,
    cells: cells.toSorted(lossesFirst).slice(0, MOST_CELLS),
    total: cells.length,
    gained: count('gained'),
    lost: count('lost'),
    problems,
  };
}

function cellsOf(base: AccessBase, input: Input<'access.change'>): readonly ChangedCell[] {
  const { world, use, at } = base;
  const { changes, context, ...filter } = input;
  const before = base.compiled(context);
  const next = replacePolicies(
    world,
    new Map(changes.map(({ policyId, document }) => [policyId, document])),
  );
  const after = before.again({
    world: next,
    requestOf: askedIn(next, context, at),
    changedKeys: [],
  });
  return changedCells(before, after, filter).map(({ principal, modelId, ...words }) => ({
    principalArn: principal.arn,
    accountId: principal.accountId,
    name: principal.name,
    modelId,
    label: labelIn(base, modelId),
    ...words,
    calls: use.modelsOf(principal.arn).get(modelId)?.calls ?? 0,
  }));
}

function kindsOf(
  world: AccessWorld,
  changes: Input<'access.change'>['changes'],
): readonly LintKind[] {
  const known = new Map(placedPolicies(world).map(({ policy }) => [policy.id, policy]));
  return changes.map(({ policyId }) => {
    const policy = known.get(policyId);
    if (policy !== undefined) return kindOfPolicy(policy);
    throw new AppError(
      'not-found',
      `No policy that was read has the id '${policyId}'. Scan again.`,
    );
  });
}

function labelIn({ catalogue }: AccessBase, modelId: string): string {
  return catalogue.models.find((model) => model.modelId === modelId)?.label ?? modelId;
}

const TURNS: readonly Turn[] = ['lost', 'unsure', 'gained'];

function turnIn({ before, after }: Pick<ChangedCell, 'before' | 'after'>): Turn {
  return turnOf(before, after);
}

function lossesFirst(a: ChangedCell, b: ChangedCell): number {
  return TURNS.indexOf(turnIn(a)) - TURNS.indexOf(turnIn(b)) || b.calls - a.calls;
}
