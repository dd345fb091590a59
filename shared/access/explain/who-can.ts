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

/** Somebody who may call a model, or perhaps. */
export interface WhoCan {
  readonly principal: AccessPrincipal;
  readonly decision: DecisionWord;
  /** The ways that are open, or perhaps, the best first; looked for when they are asked for. */
  readonly ways: () => readonly Way[];
  /** The best of them. */
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
}

/** Who may call a model. Reasons are not told: `reasonFor` gives the one of a row that is shown. */
export function whoCan(question: WhoCanQuestion): WhoCanFound {
  const { world, decide } = question;
  const routes = new Map<string, readonly Route[]>();
  const rows: WhoCan[] = [];
  let denied = 0;
  let notOffered = 0;
  for (const principal of world.principals) {
    const { accountId } = principal;
    const known = routes.get(accountId) ?? routesTo(question, accountId);
    routes.set(accountId, known);
    const found = openWays(known, decide(principal));
    if (found !== null) rows.push({ principal, ...found });
    else if (known.length === 0) notOffered += 1;
    else denied += 1;
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
export interface WhatCanQuestion extends Omit<WhoCanQuestion, 'world' | 'modelId'> {
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
    const found = openWays(routes, decideRoute);
    if (found !== null) rows.push({ model, ...found });
    else if (routes.length > 0) denied += 1;
  }
  rows.sort((left, right) => shutness(left.decision) - shutness(right.decision));
  return { rows, denied, notOffered: catalogue.models.length - rows.length - denied };
}

/** Why the best way of a row is as open as it is. */
export function reasonFor(question: ExplainQuestion, { route }: Pick<WhoCan, 'route'>): string {
  return explainRoute(question, route).reason;
}

/** The best way, with the look-up of all that are not denied; null where all are. */
function openWays(
  routes: readonly Route[],
  decide: (route: Route) => DecisionWord,
): Pick<WhoCan, 'decision' | 'ways' | 'route'> | null {
  let best: DecidedWay | null = null;
  for (const route of routes) {
    const decision = decide(route);
    if (decision === 'denied') continue;
    if (best === null || shutness(decision) < shutness(best.decision)) best = { route, decision };
    if (decision === 'allowed') break;
  }
  if (best === null) return null;
  return { ...best, ways: () => waysIn(routes, decide) };
}

interface DecidedWay {
  readonly route: Route;
  readonly decision: DecisionWord;
}

/** The ways that are not denied, the best first. */
function waysIn(routes: readonly Route[], decide: (route: Route) => DecisionWord): readonly Way[] {
  return routes
    .map((route) => ({ ...wayOf(route), decision: decide(route) }))
    .filter(({ decision }) => decision !== 'denied')
    .sort((left, right) => shutness(left.decision) - shutness(right.decision));
}

function wayOf({ called, plane, region }: Route): Omit<Way, 'decision'> {
  return { called, plane, region };
}
