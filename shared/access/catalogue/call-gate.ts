/** Gates beside IAM that a first call may meet. */
export interface CallGate {
  readonly gate:
    | 'entitlement'
    | 'agreement'
    | 'use-case'
    | 'marketplace-subscribe'
    | 'guardrail'
    | 'lifecycle'
    | 'data-retention';
  readonly state: 'open' | 'closed' | 'unknown';
  readonly sentence: string;
}
