/** What CloudTrail or an invocation log tells of a caller. */
export interface CallerFacts {
  /** The caller's ARN, of the session where there is one. */
  readonly callerArn: string;
  /** `userIdentity.type`: `AssumedRole`, `IAMUser`, `Root`, `AWSService`; null in invocation logs. */
  readonly type: string | null;
  /** `sessionContext.sourceIdentity`. */
  readonly sourceIdentity: string | null;
  /** `onBehalfOf.userId` of IAM Identity Center. */
  readonly onBehalfOf: string | null;
}

/**
 * Who is behind a call. `by` says what tells it, `sure` whether the caller could have chosen it:
 * session names of ordinary roles are free text of whoever assumed the role.
 */
export type CallerBehind =
  | {
      readonly kind: 'person';
      /** What people call them: mostly an address. */
      readonly name: string;
      readonly by: 'identity-center' | 'source-identity' | 'session-name' | 'user-name';
      readonly sure: boolean;
      /** The user's id in Identity Center, where CloudTrail tells it. */
      readonly userId: string | null;
    }
  /** An IAM user whose name is no address: nobody says whether a person or a machine has its key. */
  | { readonly kind: 'user'; readonly name: string }
  /** A machine: an instance, function, job or pipeline, by its session name. */
  | { readonly kind: 'workload'; readonly name: string }
  | { readonly kind: 'root' }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string };
