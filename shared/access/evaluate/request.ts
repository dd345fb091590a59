import type { RequestContext } from '../context.ts';
import type { Caller } from '../matching/caller.ts';
import type { Policy } from '../policy/policy.ts';

/** One action of one caller on one resource. */
export interface AccessRequest {
  readonly caller: Caller;
  /** As `bedrock:InvokeModel`, in any case. */
  readonly action: string;
  /** An ARN, or `*` where the action has no resource. */
  readonly resource: string;
  /** The account that owns the resource; null where it is the ARN's, or nobody's but AWS's. */
  readonly resourceAccount: string | null;
  readonly context: RequestContext;
}

/** A request, with what the policies say of its caller. */
export interface JudgedRequest extends AccessRequest {
  /** Whether the caller has a permissions boundary. */
  readonly bounded: boolean;
  /** The action in lower case. */
  readonly lowerAction: string;
}

/** The kinds of policies that decide together. */
export type PolicyType = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'resource';

/** A policy with where it comes from. */
export interface AttachedPolicy {
  readonly type: PolicyType;
  /** What a reader calls it: an ARN, a name, or its place in an input. */
  readonly name: string;
  readonly policy: Policy;
}

/** All policies that bear on a request. */
export interface PolicySet {
  /** Inline, attached and group policies. */
  readonly identity: readonly AttachedPolicy[];
  /** Null where the principal has none. */
  readonly boundary: AttachedPolicy | null;
  /** Null where the session was made without. */
  readonly session: readonly AttachedPolicy[] | null;
  /** From the root to the account, one list for each; null outside an organisation with SCPs. */
  readonly scps: readonly (readonly AttachedPolicy[])[] | null;
  /** Likewise of the account that owns the resource. */
  readonly rcps: readonly (readonly AttachedPolicy[])[] | null;
  readonly resource: AttachedPolicy | null;
}
