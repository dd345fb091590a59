import { judgeLayer } from '../evaluate/judge-layer.ts';
import type { AttachedPolicy } from '../evaluate/request.ts';
import type { AskedRequest } from '../world/request-of.ts';
import { placeOf } from './statement-proof.ts';

/**
 * The root, unit or account whose policies do not allow a request, as it is known there; empty where
 * it has none that would name it.
 */
export function levelWithoutAllow(
  levels: readonly (readonly AttachedPolicy[])[],
  { request, policies }: AskedRequest,
): string {
  const bounded = policies.boundary !== null;
  const judged = { ...request, bounded, lowerAction: request.action.toLowerCase() };
  const shut = levels.find((level) => judgeLayer(level, judged).allow === 'no');
  const [policy] = shut ?? [];
  return policy === undefined ? '' : placeOf(policy).via;
}
