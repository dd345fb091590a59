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

/** A gate and where it stands. */
export interface RegionGate extends CallGate {
  /** A Region, several after commas, or `all Regions` where it is the same wherever there is a way. */
  readonly region: string;
}
