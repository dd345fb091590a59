import type { Instant } from '../period.ts';

/** A user, group or role with the policies that speak for it (`iam:GetAccountAuthorizationDetails`). */
export interface IamIdentity {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
  readonly arn: string;
  readonly path: string;
  readonly createdAt: Instant | null;
  readonly groups: readonly string[];
  readonly attachedPolicyArns: readonly string[];
  readonly inlinePolicies: readonly { readonly name: string; readonly document: string }[];
  readonly permissionsBoundaryArn: string | null;
  readonly trustPolicy: string | null;
}

/** A managed policy in its default version. */
export interface IamPolicy {
  readonly arn: string;
  readonly name: string;
  readonly document: string;
}

/** All of `iam:GetAccountAuthorizationDetails` for one account, as one item. */
export interface AccountAuthorization {
  readonly identities: readonly IamIdentity[];
  readonly policies: readonly IamPolicy[];
}

/** Who there is in an account and what speaks for them. */
export interface IdentityDatasets {
  'account-authorization': AccountAuthorization;
}
