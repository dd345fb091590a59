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
 * the resource policy from the resource and its account alone; nothing from the action. A condition
 * key follows from the principal, or from the resource and its account, from `keys` of the part and,
 * as `aws:RequestedRegion`, from its Region; `keys` that say that a family has no other key say so
 * of all parts alike.
 */
export type RequestOf = (asked: AskedPart) => {
  readonly request: AccessRequest;
  readonly policies: PolicySet;
};
