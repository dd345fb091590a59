import type { ModelScope } from '../../model/model-id.ts';
import type { PartRole, Plane, RouteKind } from '../catalogue/route.ts';
import type { DecisionWord } from '../decision-word.ts';
import type { DecidedBy } from '../evaluate/decide.ts';
import type { PolicyType } from '../evaluate/request.ts';

/** A statement that decided, or came nearest. */
export interface StatementProof {
  readonly policyId: string;
  readonly policyName: string;
  /** How the policy comes to bear: `attached`, `group reviewers`, `OU Workloads`, ... */
  readonly via: string;
  readonly type: PolicyType;
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  /** `perhaps`: it rests on values that the request may or may not have. */
  readonly applies: 'yes' | 'perhaps' | 'no';
  /** What did not fit; null where it applies. */
  readonly missed: 'action' | 'resource' | 'principal' | 'condition' | null;
  readonly conditions: readonly ConditionProof[];
  /** The statement as it stands in the document. */
  readonly json: string;
}

/** A condition that decides. */
export interface ConditionProof {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** In words: "allowed with MFA", "allowed from 203.0.113.0/24". */
  readonly words: string;
}

/** The decision on one resource of a call. */
export interface PartProof {
  readonly role: PartRole;
  readonly action: string;
  readonly resource: string;
  readonly requestedRegion: string;
  readonly decision: DecisionWord;
  readonly by: DecidedBy;
  /** One sentence that says why. */
  readonly reason: string;
  /** In the order in which AWS judges. */
  readonly statements: readonly StatementProof[];
}

/** The decision on one way to call a model. */
export interface RouteProof {
  readonly id: string;
  readonly kind: RouteKind;
  /** The endpoint that is called: one id may be called over both. */
  readonly plane: Plane;
  readonly region: string;
  readonly scope: ModelScope;
  readonly called: string;
  readonly destinations: readonly string[];
  readonly decision: DecisionWord;
  /** One sentence; names Region and policy where one destination breaks a profile. */
  readonly reason: string;
  readonly parts: readonly PartProof[];
}

/** A way into a model that is open, or perhaps. */
export interface Way {
  readonly called: string;
  readonly plane: Plane;
  readonly region: string;
  readonly decision: DecisionWord;
}

/** A policy as it was read. */
export interface PolicyText {
  readonly policyId: string;
  readonly name: string;
  readonly type: PolicyType;
  readonly via: string;
  /** Null where it was not read. */
  readonly document: string | null;
}
