import type { CallPart } from '../catalogue/route.ts';
import type { AccessRequest, PolicySet } from '../evaluate/request.ts';
import type { AccessPrincipal } from '../world/access-world.ts';

/** One part of a call by one principal. */
export interface AskedPart {
  readonly principal: AccessPrincipal;
  readonly part: CallPart;
  /** As `bedrock:InvokeModel`. */
  readonly action: string;
}

/**
 * The request that a part of a call makes, with every policy that bears on it: what `decide` takes.
 * Identity policies, boundary, session policies and SCPs follow from the principal alone; RCPs and
 * the resource policy from the part alone; each condition key from one of the two; neither from the
 * action.
 */
export type RequestOf = (asked: AskedPart) => {
  readonly request: AccessRequest;
  readonly policies: PolicySet;
};
