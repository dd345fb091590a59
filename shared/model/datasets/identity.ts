import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

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
  /** Empty for groups, which have none. */
  readonly tags: Readonly<Record<string, string>>;
  /** When and where a role acted last in the last 400 days; null when it did not, and for others. */
  readonly lastUsed: RoleUse | null;
}

/** The last use of a role, whatever the service. */
export interface RoleUse {
  readonly at: Instant;
  readonly region: string | null;
}

/** A managed policy in its default version. */
export interface IamPolicy {
  readonly arn: string;
  readonly name: string;
  readonly document: string;
  /** The default version: `v3`. */
  readonly versionId: string;
}

/** All of `iam:GetAccountAuthorizationDetails` for one account, as one item. */
export interface AccountAuthorization {
  readonly identities: readonly IamIdentity[];
  readonly policies: readonly IamPolicy[];
}

/**
 * A long-term Bedrock API key (`iam:ListServiceSpecificCredentials`): a credential of an IAM user
 * that can do whatever the policies of that user allow. IAM does not tell when it was used last.
 */
export interface ApiKey {
  readonly credentialId: string;
  readonly userName: string;
  /** Whether the name of the user (`BedrockAPIKey-`) says that it was made for a key alone. */
  readonly madeForKey: boolean;
  readonly alias: string | null;
  readonly status: 'Active' | 'Inactive' | 'Expired' | 'unknown';
  readonly createdAt: Instant | null;
  /** Null for a key that never expires. */
  readonly expiresAt: Instant | null;
}

/** An access key of an IAM user (`iam:ListAccessKeys`). */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly userName: string;
  readonly status: 'Active' | 'Inactive' | 'Expired' | 'unknown';
  readonly createdAt: Instant | null;
  /** `iam:GetAccessKeyLastUsed`; null where AWS knows of no use. */
  readonly lastUsed: Part<AccessKeyUse | null>;
}

/** The last use of an access key. */
export interface AccessKeyUse {
  readonly at: Instant;
  /** The service's namespace, as `bedrock`; null where AWS does not tell. */
  readonly service: string | null;
  readonly region: string | null;
}

/**
 * When a principal whose policies can reach Bedrock last tried to
 * (`iam:GetServiceLastAccessedDetails`). AWS counts refused calls too, and looks back 400 days.
 */
export interface ServiceLastAccessed {
  readonly principalArn: string;
  /** The namespaces of Bedrock that the principal's policies allow in some way; one entry each. */
  readonly services: Part<readonly ServiceAccess[]>;
}

/** The last access of one service by one principal. */
export interface ServiceAccess {
  readonly namespace: string;
  /** Null when it was not accessed in the time that AWS looks back. */
  readonly at: Instant | null;
  readonly region: string | null;
  /** The actions that AWS tracks one by one and that were tried; inference is not among them. */
  readonly actions: readonly ActionAccess[];
}

/** The last access by one action, its name without the namespace: `ListGuardrails`. */
export interface ActionAccess {
  readonly action: string;
  readonly at: Instant;
  readonly region: string | null;
}

/** Who there is in an account and what speaks for them. */
export interface IdentityDatasets {
  'account-authorization': AccountAuthorization;
  'api-keys': ApiKey;
  'access-keys': AccessKey;
  'service-last-accessed': ServiceLastAccessed;
}
