import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** The organisation that an account is a member of (`organizations:DescribeOrganization`). */
export interface Organization {
  readonly organizationId: string;
  readonly managementAccountId: string;
  /** `ALL`, or `CONSOLIDATED_BILLING` where policies have no effect. */
  readonly featureSet: string;
  /** Only the management account and delegated administrators are told. */
  readonly tree: Part<OrganizationTree>;
}

/** The roots, units and accounts of an organisation; parents come before their children. */
export interface OrganizationTree {
  readonly units: readonly OrganizationUnit[];
  readonly accounts: readonly OrganizationAccount[];
}

/** A root or an organisational unit. */
export interface OrganizationUnit {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Null for a root. */
  readonly parentId: string | null;
  /** The policy types that are enabled, as `SERVICE_CONTROL_POLICY`; told of roots only. */
  readonly policyTypes: readonly string[];
}

/** A member account; its e-mail address is not kept. */
export interface OrganizationAccount {
  readonly accountId: string;
  readonly name: string;
  /** `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, ... */
  readonly state: string;
  readonly joinedAt: Instant | null;
  /** The id of the root or unit that it is in. */
  readonly parentId: string;
}

/** A tag of an account (`organizations:ListTagsForResource`). */
export interface AccountTag {
  readonly key: string;
  readonly value: string;
}

/** The tags of an account of the organisation, as only the management account is told them. */
export interface AccountTags {
  readonly accountId: string;
  readonly tags: Part<readonly AccountTag[]>;
}

/** The types of policies that say something about Bedrock. */
export type OrganizationPolicyType =
  | 'SERVICE_CONTROL_POLICY'
  | 'RESOURCE_CONTROL_POLICY'
  | 'BEDROCK_POLICY';

/** A policy of the organisation and what it is attached to. */
export interface OrganizationPolicy {
  readonly policyId: string;
  readonly arn: string;
  readonly name: string;
  readonly type: OrganizationPolicyType;
  /** Whether AWS wrote it: `FullAWSAccess`. */
  readonly awsManaged: boolean;
  /** The document as JSON text (`organizations:DescribePolicy`). */
  readonly content: Part<string>;
  /** `organizations:ListTargetsForPolicy`; empty for a policy without effect. */
  readonly targets: Part<readonly PolicyTarget[]>;
}

/** A root, unit or account that a policy is attached to. */
export interface PolicyTarget {
  readonly targetId: string;
  readonly name: string;
  readonly type: 'ACCOUNT' | 'ORGANIZATIONAL_UNIT' | 'ROOT' | 'unknown';
}

/**
 * What the Bedrock policies of the organisation come to for an account, which every account may ask
 * for itself (`organizations:DescribeEffectivePolicy`).
 */
export interface EffectiveBedrockPolicy {
  /** JSON text, its guardrails by Region; null where no such policy applies. */
  readonly content: string | null;
  readonly updatedAt: Instant | null;
}

/** What the organisation is and asks of its accounts. */
export interface OrganizationDatasets {
  organization: Organization;
  'account-tags': AccountTags;
  'organization-policies': OrganizationPolicy;
  'effective-bedrock-policy': EffectiveBedrockPolicy;
}
