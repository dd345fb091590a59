/** What sort of identity a principal is; `identity-center` is the role of a permission set. */
export type PrincipalKind =
  | 'user'
  | 'api-key-user'
  | 'role'
  | 'identity-center'
  | 'service-role'
  | 'service-linked-role';

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
