import type { AccessCatalogue } from '../catalogue/route.ts';
import { type DecisionWord, oneEnough } from '../decision-word.ts';
import { type ExplainQuestion, explainPart } from './explain-route.ts';

/** A principal's question about an action that has no resource. */
export interface ActionQuestion extends Omit<ExplainQuestion, 'operation'> {
  readonly catalogue: AccessCatalogue;
}

/** Where nothing tells which Regions an account uses. */
const SOME_REGION = 'us-east-1';

/**
 * The best decision on an action without a resource, as `bedrock:CallWithBearerToken`, in the Regions
 * from which the account can call models.
 */
export function decideAnywhere(question: ActionQuestion, action: string): DecisionWord {
  const routes = question.catalogue.routesIn(question.principal.accountId);
  const regions = new Set(routes.map(({ region }) => region));
  if (regions.size === 0) regions.add(SOME_REGION);
  const asked = { ...question, operation: 'invoke' } as const;
  const words = [...regions].map((requestedRegion) => {
    const of = { role: 'called', resource: '*', resourceAccount: null } as const;
    return explainPart(asked, { ...of, requestedRegion, keys: {} }, action).decision;
  });
  return oneEnough(words);
}
