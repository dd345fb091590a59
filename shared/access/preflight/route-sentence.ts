import { listed } from '../../model/listed.ts';
import { UNSPECIFIED_REGION } from '../catalogue/parts.ts';
import type { Route } from '../catalogue/route.ts';
import { denierWords, openKeys, unreadWords } from './blame.ts';
import type { JudgedPart, JudgedRoute } from './judge-route.ts';

/**
 * Says in words whether a call works, and what breaks it: a destination that a policy keeps a profile
 * from is named with its Region, the policy and where that is attached, and the destinations that
 * are fine are named too. `principal` is what people call the caller.
 */
export function routeSentence(judged: JudgedRoute, principal: string): string {
  switch (judged.decision) {
    case 'allowed':
      return allowedSentence(judged, principal);
    case 'conditional': {
      const keys = [...new Set(judged.parts.flatMap(({ decision }) => openKeys(decision)))].sort();
      return `${principal} may ${callWords(judged.route)}, depending on ${listed(keys)}.`;
    }
    case 'unknown': {
      const unread = judged.parts.filter(({ decision }) => decision.decision === 'unknown');
      const reasons = [...new Set(unread.map(({ decision }) => unreadWords(decision)))];
      return `Whether ${principal} may ${callWords(judged.route)} is not known: ${listed(reasons)}.`;
    }
    default:
      return deniedSentence(judged, principal);
  }
}

function callWords({ called, region, plane }: Route): string {
  return `call ${called} from ${region} over ${plane}`;
}

function allowedSentence({ route, parts }: JudgedRoute, principal: string): string {
  const rest = parts.length > 1 ? `; all ${parts.length} resources of the call are allowed` : '';
  return `${principal} may ${callWords(route)}${rest}.`;
}

function deniedSentence(judged: JudgedRoute, principal: string): string {
  const denied = judged.parts.filter(({ decision }) => decision.decision === 'denied');
  const itself = denied.filter(({ part }) => part.role !== 'destination');
  const behind = denied.filter(({ part }) => part.role === 'destination');
  const whole = judged.parts.length === denied.length;
  if (itself.length > 0 && (whole || behind.length === 0)) {
    const sentence = itselfSentence(judged.route, itself, principal);
    return whole || judged.parts.length === itself.length
      ? sentence
      : `${sentence} The models behind it are allowed.`;
  }
  const first = itself.length > 0 ? [itselfSentence(judged.route, itself, principal)] : [];
  return [...first, ...behindSentences(judged, behind, principal), ...fineSentences(judged)].join(
    ' ',
  );
}

function itselfSentence(route: Route, [first]: readonly JudgedPart[], principal: string): string {
  const who = first === undefined ? '' : denierWords(first, principal);
  const what = first?.part.resource ?? route.called;
  return `${principal} may not ${callWords(route)}: ${who} ${what}.`;
}

/** One sentence for each policy, or lack of one, that keeps the call from destinations. */
function behindSentences(
  { route }: JudgedRoute,
  behind: readonly JudgedPart[],
  principal: string,
): readonly string[] {
  const byDenier = new Map<string, JudgedPart[]>();
  for (const judged of behind) {
    const denier = denierWords(judged, principal);
    byDenier.set(denier, [...(byDenier.get(denier) ?? []), judged]);
  }
  return [...byDenier].map(([denier, parts]) => {
    const models = [...new Set(parts.map(({ part }) => part.resource))];
    const explicit = parts[0]?.decision.by === 'explicit-deny';
    const where = `${route.called} may be served in ${listed(regionsOf(parts, route))}`;
    return explicit ? `${where}, which ${denier}.` : `${where}, but ${denier} ${listed(models)}.`;
  });
}

function fineSentences({ route, parts }: JudgedRoute): readonly string[] {
  const destinations = parts.filter(({ part }) => part.role === 'destination');
  const fine = destinations.filter(({ decision }) => decision.decision === 'allowed');
  if (destinations.length < 2) return [];
  if (fine.length === 0) return ['None of its destinations is allowed.'];
  const regions = listed(regionsOf(fine, route));
  return [`${regions} ${fine.length > 1 ? 'are' : 'is'} allowed.`];
}

/** The Regions of parts as people read them; one that only sends calls on is told apart. */
function regionsOf(parts: readonly JudgedPart[], route: Route): readonly string[] {
  return [...new Set(parts.map(({ part }) => regionWords(part.requestedRegion, route)))];
}

function regionWords(region: string, { scope, destinations }: Route): string {
  if (region === UNSPECIFIED_REGION)
    return 'any commercial Region (aws:RequestedRegion unspecified)';
  const source = scope === 'geographic' && !destinations.includes(region);
  return source ? `${region} (its source Region)` : region;
}
