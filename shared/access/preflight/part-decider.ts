import type { CallPart } from '../catalogue/route.ts';
import { type Decision, decide } from '../evaluate/decide.ts';
import { type PartQuestion, requestOf } from '../world/request-of.ts';

/** Decides one action on one resource of a call, for one principal. */
export type PartDecider = (action: string, part: CallPart) => Decision;

/** Decides for a principal of a world, by every policy that bears on it there. */
export function partDecider(who: Omit<PartQuestion, 'part' | 'action'>): PartDecider {
  return (action, part) => {
    const { request, policies } = requestOf({ ...who, part, action });
    return decide(request, policies);
  };
}
