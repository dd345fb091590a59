/** The policy put to the test against what was seen and against the whole catalogue. */
export interface LeastPrivilegeProof {
  readonly observedCalls: number;
  readonly observedKinds: number;
  /** Kinds of calls that it would not allow; empty. */
  readonly notAllowed: readonly string[];
  readonly catalogueRoutes: number;
  readonly deniedRoutes: number;
  /** Ways into models that were never used and that it allows all the same, each with its reason. */
  readonly alsoAllowed: readonly string[];
}

/** A policy made from what was seen, with its proof. */
export interface LeastPrivilegePolicy {
  readonly json: string;
  readonly terraform: string;
  readonly cloudFormation: string;
  readonly proof: LeastPrivilegeProof;
  /** What a reader has to know before using it. */
  readonly notes: readonly string[];
}

/** A statement that grants more than it names. */
export interface WildcardGrant {
  readonly policyId: string;
  readonly policyName: string;
  readonly index: number;
  readonly sid: string | null;
  /** As `bedrock:*` or `bedrock:Invoke*`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}
