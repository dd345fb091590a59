import type { GateQuestion } from '../../../../shared/access/catalogue/gates/gate-question.ts';
import { callGates } from '../../../../shared/access/catalogue/gates.ts';
import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import type { Route } from '../../../../shared/access/catalogue/route.ts';
import { shutness } from '../../../../shared/access/decision-word.ts';
import { routesTo } from '../../../../shared/access/explain/explain-cell.ts';
import { explainRoute } from '../../../../shared/access/explain/explain-route.ts';
import { partDecider } from '../../../../shared/access/preflight/part-decider.ts';
import { preflight } from '../../../../shared/access/preflight/preflight.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import type { PreflightAnswer, RegionGate } from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import { AppError } from '../../../../shared/model/app-error.ts';
import type { AccessBase } from './access-base.ts';
import { findPrincipal } from './find.ts';
import { callsOver, headline } from './gated-sentence.ts';
import { gapsOf } from './matrix.ts';

/** Whose gates are asked for. */
interface GatesOf {
  readonly principal: AccessPrincipal;
  readonly modelId: string;
  readonly asked: Pick<Input<'access.explain'>, 'operation' | 'region' | 'context'>;
}

/** The gates beside IAM of the most open way to a model, in each Region that has one. */
export function gatesOf(
  base: AccessBase,
  { principal, modelId, asked }: GatesOf,
): readonly RegionGate[] {
  const { accountId } = principal;
  const { catalogue, compiled, at } = base;
  const { region, operation, context } = asked;
  const routes = routesTo({ catalogue, modelId, region }, accountId);
  const access = compiled(context);
  const decider = partDecider({ world: base.world, principal, choice: context, at });
  const readings = readingsByDataset(base.readings);
  const decide: GateQuestion['decide'] = (action, part) => decider(action, part).decision;
  const regions = [...new Set(routes.map((route) => route.region))].sort();
  return regions.flatMap((here) => {
    const inside = routes.filter((route) => route.region === here);
    const best = bestOf(
      inside,
      // Of ways that are alike, the endpoint that knows guardrails.
      (one) =>
        shutness(access.decision(principal, one, operation)) * 2 +
        (one.plane === 'bedrock-mantle' ? 1 : 0),
    );
    if (best === null) return [];
    const { plane } = best;
    const gates = callGates({ modelId, accountId, region: here, plane, readings, at, decide });
    return gates.map((gate) => ({ ...gate, region: here }));
  });
}

/** Gates that are the same in several Regions as one. */
export function joinedGates(gates: readonly RegionGate[]): readonly RegionGate[] {
  const all = new Set(gates.map(({ region }) => region));
  const groups = new Map<string, RegionGate[]>();
  for (const one of gates) {
    const key = JSON.stringify([one.gate, one.state, one.sentence]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const regions = new Set(group.map(({ region }) => region));
    const everywhere = all.size > 1 && regions.size === all.size;
    return [{ ...first, region: everywhere ? 'all Regions' : [...regions].join(', ') }];
  });
}

function bestOf(routes: readonly Route[], rank: (route: Route) => number): Route | null {
  return routes.reduce<Route | null>(
    (best, route) => (best === null || rank(route) < rank(best) ? route : best),
    null,
  );
}

/**
 * One call, before it is made.
 * @throws AppError `not-found` saying what can be called instead.
 */
export function preflightAnswer(
  base: AccessBase,
  input: Input<'access.preflight'>,
): PreflightAnswer {
  const { world, catalogue, at } = base;
  const principal = findPrincipal(base, input.principalArn);
  const { called, region, operation, context: choice } = input;
  const question = {
    principal,
    called,
    region,
    operation,
    at,
    routes: catalogue.routesIn(principal.accountId),
    gaps: gapsOf(base),
    readings: readingsByDataset(base.readings),
    decide: partDecider({ world, principal, choice, at }),
  };
  const overRuntime = preflight({ ...question, plane: 'bedrock-runtime' });
  const overMantle = overRuntime.found
    ? overRuntime
    : preflight({ ...question, plane: 'bedrock-mantle' });
  if (!overRuntime.found && !overMantle.found) {
    throw new AppError('not-found', overRuntime.sentence);
  }
  const answer = overRuntime.found ? overRuntime : overMantle;
  if (!answer.found) throw new AppError('not-found', answer.sentence);
  const { route } = answer.judged;
  const proof = explainRoute({ world, principal, operation, choice, at }, route);
  const seen = callsOver(base, principal, route);
  const label = catalogue.models.find(({ modelId }) => modelId === route.modelId)?.label;
  return {
    principalArn: principal.arn,
    called,
    label: label ?? route.modelId,
    decision: proof.decision,
    sentence: headline({
      sentence: answer.sentence,
      decision: proof.decision,
      gates: answer.gates,
      seen,
    }),
    route: proof,
    gates: answer.gates,
    gaps: answer.gaps,
  };
}
