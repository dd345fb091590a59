import type { AccessCatalogue, AccessModel, Route } from '../catalogue/route.ts';
import { type DecisionWord, shutness } from '../decision-word.ts';
import type { AccessPrincipal, AccessWorld } from '../world/access-world.ts';
import { routesTo } from './explain-cell.ts';
import { type ExplainQuestion, explainRoute } from './explain-route.ts';
import type { Way } from './proof.ts';

/**
 * The decision on one way of one principal, without its reasons; of a whole organisation it is
 * asked often, so that it is given by what was compiled.
 */
export type DecideRoute = (principal: AccessPrincipal) => (route: Route) => DecisionWord;

/** The best decision of a principal on the model that is asked about; null where no way leads to it. */
export type DecideModel = (principal: AccessPrincipal) => DecisionWord | null;

/** Somebody who may call a model, or perhaps. */
export interface WhoCan {
  readonly principal: AccessPrincipal;
  readonly decision: DecisionWord;
  /** The ways that are open, or perhaps, the best first; looked for when they are asked for. */
  readonly ways: () => readonly OpenWay[];
}

/** A way that is open, or perhaps, with its route. */
export interface OpenWay extends Way {
  readonly route: Route;
}

/** Everybody who may call a model; the denied are counted. */
export interface WhoCanFound {
  /** Allowed first, then conditional, then unknown; else as in the world. */
  readonly rows: readonly WhoCan[];
  readonly denied: number;
  /** Principals whose account has no way to call it. */
  readonly notOffered: number;
}

/** What `whoCan` goes through. */
export interface WhoCanQuestion {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  readonly modelId: string;
  /** Null for any Region. */
  readonly region: string | null;
  readonly decide: DecideRoute;
  readonly decideModel: DecideModel;
}

/** Who may call a model. Reasons are not told: `reasonFor` gives the one of a row that is shown. */
export function whoCan(question: WhoCanQuestion): WhoCanFound {
  const { world, decide, decideModel } = question;
  const rows: WhoCan[] = [];
  let denied = 0;
  let notOffered = 0;
  for (const principal of world.principals) {
    const decision = decideModel(principal);
    if (decision === null) notOffered += 1;
    else if (decision === 'denied') denied += 1;
    else {
      const ways = () => waysIn(routesTo(question, principal.accountId), decide(principal));
      rows.push({ principal, decision, ways });
    }
  }
  rows.sort((left, right) => shutness(left.decision) - shutness(right.decision));
  return { rows, denied, notOffered };
}

/** A model that a principal may call, or perhaps. */
export interface WhatCan extends Omit<WhoCan, 'principal'> {
  readonly model: AccessModel;
}

/** Everything that a principal may call; the denied are counted. */
export interface WhatCanFound {
  /** Allowed first, then conditional, then unknown; else as in the catalogue. */
  readonly rows: readonly WhatCan[];
  readonly denied: number;
  /** Models that the account has no way to call. */
  readonly notOffered: number;
}

/** What `whatCan` goes through. */
export interface WhatCanQuestion extends Omit<WhoCanQuestion, 'world' | 'modelId' | 'decideModel'> {
  readonly principal: AccessPrincipal;
}

/** What a principal may call. */
export function whatCan({ catalogue, principal, region, decide }: WhatCanQuestion): WhatCanFound {
  const byModel = new Map<string, Route[]>();
  for (const route of catalogue.routesIn(principal.accountId)) {
    if (region !== null && route.region !== region) continue;
    const known = byModel.get(route.modelId);
    if (known === undefined) byModel.set(route.modelId, [route]);
    else known.push(route);
  }
  const rows: WhatCan[] = [];
  let denied = 0;
  const decideRoute = decide(principal);
  for (const model of catalogue.models) {
    const routes = byModel.get(model.modelId) ?? [];
    const open = waysIn(routes, decideRoute);
    const [best] = open;
    if (best !== undefined) rows.push({ model, decision: best.decision, ways: () => open });
    else if (routes.length > 0) denied += 1;
  }
  rows.sort((left, right) => shutness(left.decision) - shutness(right.decision));
  return { rows, denied, notOffered: catalogue.models.length - rows.length - denied };
}

/** Why the best of the ways of a row is as open as it is. */
export function reasonFor(question: ExplainQuestion, [best]: readonly OpenWay[]): string {
  return best === undefined ? '' : explainRoute(question, best.route).reason;
}

/** The ways that are not denied, the best first. */
function waysIn(
  routes: readonly Route[],
  decide: (route: Route) => DecisionWord,
): readonly OpenWay[] {
  return routes
    .map((route) => ({ ...wayOf(route), decision: decide(route), route }))
    .filter(({ decision }) => decision !== 'denied')
    .sort((left, right) => shutness(left.decision) - shutness(right.decision));
}

function wayOf({ called, plane, region }: Route): Omit<Way, 'decision'> {
  return { called, plane, region };
}
