import type { DecisionWord, PrincipalKind, UnreadPolicy, WatchedAction } from '../access.ts';
import type { Day } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** Calls of one principal to one model in the observation window; a question over the store. */
export interface ObservedUsage {
  /** The last segment of an ARN. */
  readonly modelId: string;
  /** The ARN that was called, which tells the kind of an opaque id; null where none was. */
  readonly modelArn: string | null;
  /** The role or user ARN; null where only CloudWatch metrics saw the calls. */
  readonly principalArn: string | null;
  /** 0 where the calls stand under their principals and metrics add their tokens alone. */
  readonly calls: number;
  /** Null where nothing counted them. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** A statement of an identity policy that allows model calls, as it stands in the policy. */
export interface GrantingStatement {
  /** The managed policy's ARN, or `<identity ARN> inline <name>`. */
  readonly policyId: string;
  readonly policyName: string;
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sid: string | null;
  /** The statement's JSON. */
  readonly json: string;
}

/** Calls of a principal to a model in the observation window. */
export interface UsedModel {
  readonly modelId: string;
  readonly calls: number;
  readonly lastDay: Day;
}

/**
 * What one user or role may call in its account, by every policy that bears on it; a question over
 * policies, the organisation's included. Models are named by their base id, own ones by their ARN.
 */
export interface EffectiveAccess {
  readonly principalArn: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  /** How many models the account can call at all. */
  readonly offered: number;
  readonly allowed: readonly string[];
  /** Allowed or not by values that only a request has. */
  readonly conditional: readonly string[];
  /** Resting on a policy that could not be read. */
  readonly unknown: readonly string[];
  /** The policies that could not be read and bear on it, each kind of refusal once. */
  readonly unread: readonly UnreadPolicy[];
  /** Of those allowed or conditional, the ones that may be called without any guardrail. */
  readonly unguarded: readonly string[];
  /** On any resource. */
  readonly actions: Readonly<Record<WatchedAction, DecisionWord>>;
  /** What it called; not read where no source was read that names the callers of its account. */
  readonly used: Part<readonly UsedModel[]>;
  readonly grants: readonly GrantingStatement[];
}

/** A statement of an SCP that keeps a call from a Region. */
export interface RegionDenial {
  /** The Region that would serve the call; `unspecified` for a global profile. */
  readonly region: string;
  readonly resource: string;
  /** The policy and where it is attached: `the SCP region-guard (OU Workloads)`. */
  readonly policy: string;
  /** The statement's JSON. */
  readonly json: string;
}

/** A user or role that called a cross-Region profile in 90 days, or tried to. */
export interface ProfileCaller {
  readonly principalArn: string;
  readonly name: string;
  readonly calls: number;
  /** Calls that were refused for want of a permission, whichever it was. */
  readonly refused: number;
  readonly lastDay: Day;
  /** Resources of the call that SCPs on `aws:RequestedRegion` deny, each by one statement. */
  readonly denials: readonly RegionDenial[];
  /** Whether the profile itself and one of its destinations pass those SCPs. */
  readonly isPartly: boolean;
  /** Policies that could not be read, where the decision on a resource rests on one. */
  readonly unread: readonly UnreadPolicy[];
}

/** A geographic or global profile of an account and Region that was called or tried in 90 days. */
export interface TriedProfile {
  readonly profileArn: string;
  /** What goes into a call: the id, or the ARN of one of the account's own. */
  readonly called: string;
  readonly modelId: string;
  readonly region: string;
  readonly callers: readonly ProfileCaller[];
}

/** Questions that rules may join with configuration: over the store, and over policies. */
export interface ObservedDatasets {
  'observed-usage': ObservedUsage;
  'effective-access': EffectiveAccess;
  'tried-profiles': TriedProfile;
}
