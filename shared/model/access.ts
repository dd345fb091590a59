import type { Unread } from './read-outcome.ts';

/** What sort of identity a principal is; `identity-center` is the role of a permission set. */
export type PrincipalKind =
  | 'user'
  | 'api-key-user'
  | 'role'
  | 'identity-center'
  | 'service-role'
  | 'service-linked-role';

/** Where policies are told: what is not read of these makes decisions unknown. */
export type PolicyDataset =
  | 'account-authorization'
  | 'organization'
  | 'organization-policies'
  | 'resource-policies'
  | 'agent-resource-policies';

/** A policy that bears on somebody and could not be read. */
export interface UnreadPolicy {
  readonly dataset: PolicyDataset;
  /** Where it was asked for: the organisation's policies are told to its management account. */
  readonly accountId: string;
  readonly outcome: Unread;
}

/** The word of a decision on access. */
export type DecisionWord = 'allowed' | 'denied' | 'conditional' | 'unknown';

/** Actions beside model calls that decide who may do what with Bedrock. */
export const WATCHED_ACTIONS = [
  'bedrock:CallWithBearerToken',
  'bedrock-mantle:CallWithBearerToken',
  'bedrock:ApplyGuardrail',
  'bedrock:PutModelInvocationLoggingConfiguration',
  'bedrock:DeleteModelInvocationLoggingConfiguration',
  'bedrock:CreateFoundationModelAgreement',
  'aws-marketplace:Subscribe',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateAccessKey',
  'iam:PassRole',
] as const;

/** One of them. */
export type WatchedAction = (typeof WATCHED_ACTIONS)[number];
