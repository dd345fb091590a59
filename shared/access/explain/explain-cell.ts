import type { AccessCatalogue, Route } from '../catalogue/route.ts';
import { type DecisionWord, oneEnough, shutness } from '../decision-word.ts';
import { type ExplainQuestion, explainRoute } from './explain-route.ts';
import type { RouteProof } from './proof.ts';

/** One cell of the matrix. */
export interface CellQuestion extends ExplainQuestion {
  readonly catalogue: AccessCatalogue;
  /** As in `Route.modelId`. */
  readonly modelId: string;
  /** Null for any Region. */
  readonly region: string | null;
}

/** What a principal may do with a model, with the proof of every way. */
export interface CellProof {
  readonly decision: DecisionWord;
  /** One sentence that says why. */
  readonly sentence: string;
  /** The best way first. */
  readonly routes: readonly RouteProof[];
}

/**
 * Whether a principal may call a model in some way, with all ways; null where the account of the
 * principal has none.
 */
export function explainCell(question: CellQuestion): CellProof | null {
  const { principal } = question;
  const ways = routesTo(question, principal.accountId);
  if (ways.length === 0) return null;
  const routes = ways
    .map((route) => explainRoute(question, route))
    .sort(
      (left, right) =>
        shutness(left.decision) - shutness(right.decision) || shareShut(left) - shareShut(right),
    );
  return {
    decision: oneEnough(routes.map(({ decision }) => decision)),
    sentence: cellSentence(principal.name, routes),
    routes,
  };
}

/** Of ways that are alike, those come first of which the most is open: they lack the least. */
function shareShut({ parts }: RouteProof): number {
  const shut = parts.filter(({ decision }) => decision !== 'allowed').length;
  return parts.length === 0 ? 1 : shut / parts.length;
}

/** The ways into a model from an account, in one Region or in any. */
export function routesTo(
  { catalogue, modelId, region }: Pick<CellQuestion, 'catalogue' | 'modelId' | 'region'>,
  accountId: string,
): readonly Route[] {
  return catalogue
    .routesIn(accountId)
    .filter((route) => route.modelId === modelId && (region === null || route.region === region));
}

const MAY: Readonly<Record<DecisionWord, string>> = {
  allowed: 'may call it',
  conditional: 'may call it under a condition',
  unknown: 'may or may not call it',
  denied: 'may not call it',
};

function cellSentence(name: string, routes: readonly RouteProof[]): string {
  const [best] = routes;
  if (best === undefined) return `${name} has no way to call it.`;
  const { decision, called, region, plane, reason } = best;
  const way = `${called} in ${region} over ${plane}`;
  return `${name} ${MAY[decision]} ${byWays(decision, routes)}; as ${way}: ${reason}`;
}

/** How many ways there are, and how many of them are as open as the best. */
function byWays(best: DecisionWord, routes: readonly RouteProof[]): string {
  if (routes.length === 1) return 'by the one way there is';
  if (best === 'denied') return `by any of ${routes.length} ways`;
  const same = routes.filter(({ decision }) => decision === best).length;
  return `by ${same} of ${routes.length} ways`;
}
