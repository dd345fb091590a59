import { listed } from '../../model/listed.ts';
import { foundationId, modelKey, parseModelId } from '../../model/model-id.ts';
import { modelLabel } from '../../model/model-label.ts';
import type { Plane, Route } from '../catalogue/route.ts';
import { segments } from '../matching/match-arn.ts';
import type { AccessGap } from '../world/access-world.ts';

/** What would be put into `modelId` of a call, and where. */
export interface RouteQuestion {
  /** A model id, a profile id, or an ARN of anything that can be called. */
  readonly called: string;
  readonly accountId: string;
  readonly region: string;
  readonly plane: Plane;
  /** Every way to call a model in that account. */
  readonly routes: readonly Route[];
  /** What is missing from them. */
  readonly gaps: readonly AccessGap[];
}

/** The route that a call takes, or why there is none as far as is known. */
export type FoundRoute =
  | { readonly found: true; readonly route: Route }
  | { readonly found: false; readonly sentence: string; readonly gaps: readonly AccessGap[] };

/**
 * Finds what a call would reach: by the id or ARN itself, as Bedrock resolves `modelId`. Where there
 * is nothing, says what is known: another Region, profiles over the model, what serves one's own.
 */
export function findRoute(question: RouteQuestion): FoundRoute {
  const here = question.routes.filter(
    ({ region, plane }) => region === question.region && plane === question.plane,
  );
  const route = here.find((each) => reaches(each, question.called));
  if (route !== undefined) return { found: true, route };
  const gaps = question.gaps.filter(
    ({ accountId, region }) => accountId === question.accountId && region === question.region,
  );
  return { found: false, sentence: whyNot(question, here, gaps), gaps };
}

/** Over mantle a model is called by its id alone; elsewhere by id or by the ARN of what is called. */
function reaches({ called, plane, parts }: Route, asked: string): boolean {
  if (called === asked) return true;
  return plane === 'bedrock-runtime' && parts[0]?.resource === asked;
}

function whyNot(
  question: RouteQuestion,
  here: readonly Route[],
  gaps: readonly AccessGap[],
): string {
  const { called, accountId, region, routes, plane } = question;
  const elsewhere = arnElsewhere(question);
  if (elsewhere !== null) return elsewhere;
  const place = `account ${accountId} in ${region}${plane === 'bedrock-mantle' ? ' over bedrock-mantle' : ''}`;
  const modelId = modelMeant(called);
  const ways = here.filter((each) => each.modelId === modelId).map((each) => each.called);
  if (ways.length > 0) {
    return `${called} is not called by that name from ${place}; call ${modelLabel(modelId)} through ${listed(unique(ways))}.`;
  }
  const regions = routes
    .filter((each) => each.plane === plane && (reaches(each, called) || each.modelId === modelId))
    .map((each) => each.region);
  if (regions.length > 0) {
    return `Nothing is called ${called} for ${place}; the account can call it from ${listed([...unique(regions)].sort())}.`;
  }
  const [gap] = gaps;
  if (gap !== undefined) {
    const grant = gap.action === null ? '' : ` Grant ${gap.action} and scan again.`;
    return `Whether ${called} can be called by ${place} is not known: ${gap.consequence}${grant}`;
  }
  return `Nothing that was read can be called ${called} by ${place}.`;
}

/** An ARN that names another Region or account can only be called there. */
function arnElsewhere({ called, accountId, region }: RouteQuestion): string | null {
  if (!called.startsWith('arn:')) return null;
  const [, , , at = '', owner = ''] = segments(called);
  if (at !== '' && at !== region)
    return `${called} lies in ${at}; call it from there, not from ${region}.`;
  if (owner !== '' && owner !== accountId) {
    return `${called} belongs to account ${owner}, whose policies decide too; it was not read as something that account ${accountId} can call.`;
  }
  return null;
}

/** The model behind a name: a foundation model's id, one's own by its ARN. */
function modelMeant(called: string): string {
  const { kind } = parseModelId(called);
  const own = kind === 'custom-model' || kind === 'imported-model';
  return own ? called : foundationId(called.startsWith('arn:') ? modelKey(called) : called);
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
