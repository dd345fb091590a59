import type { IamPolicy } from '../../../../shared/model/dataset.ts';
import { BEDROCK_FULL_ACCESS } from './aws-managed/bedrock-full-access.ts';
import { BEDROCK_LIMITED_ACCESS } from './aws-managed/bedrock-limited-access.ts';
import type { AwsManagedPolicy, Statement } from './aws-managed/managed-policy.ts';
import { LOG_BUCKET, READER_ROLE } from './organization.ts';

/** Ids of the permissions that principals of this world have; each is one policy. */
export type PermissionId =
  | 'administrator'
  | 'bedrock-full-access'
  | 'bedrock-limited-access'
  | 'invoke-approved'
  | 'invoke-guarded'
  | 'invoke-any'
  | 'invoke-committed'
  | 'invoke-over-mantle'
  | 'embed'
  | 'embed-catalog'
  | 'read-only'
  | 'assay-reader'
  | 'deliver-logs'
  | 'manage-guardrails'
  | 'research-boundary';

const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const PROFILES = 'arn:aws:bedrock:*:*:inference-profile/*';
const APPLICATION_PROFILES = 'arn:aws:bedrock:*:*:application-inference-profile/*';
const MODELS = 'arn:aws:bedrock:*::foundation-model';

const STATEMENTS: Readonly<Record<PermissionId, readonly Statement[]>> = {
  administrator: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  'bedrock-full-access': BEDROCK_FULL_ACCESS.statements,
  'bedrock-limited-access': BEDROCK_LIMITED_ACCESS.statements,
  'invoke-approved': [
    {
      Effect: 'Allow',
      Action: INVOKE,
      Resource: [
        PROFILES,
        APPLICATION_PROFILES,
        `${MODELS}/anthropic.claude-*`,
        `${MODELS}/amazon.nova-*`,
      ],
    },
  ],
  'invoke-guarded': [
    {
      Effect: 'Allow',
      Action: INVOKE,
      Resource: [PROFILES, APPLICATION_PROFILES, `${MODELS}/anthropic.claude-sonnet-*`],
      Condition: {
        StringLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:*:*:guardrail/*' },
      },
    },
  ],
  'invoke-any': [{ Effect: 'Allow', Action: INVOKE, Resource: '*' }],
  'invoke-committed': [
    {
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: 'arn:aws:bedrock:*:*:provisioned-model/*',
    },
  ],
  'invoke-over-mantle': [
    {
      Effect: 'Allow',
      Action: 'bedrock-mantle:CreateInference',
      Resource: 'arn:aws:bedrock-mantle:*:*:project/*',
    },
  ],
  embed: [
    {
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: [
        `${MODELS}/amazon.titan-embed-text-v2:0`,
        `${MODELS}/cohere.embed-v4:0`,
        `${MODELS}/cohere.rerank-v3-5:0`,
      ],
    },
  ],
  'embed-catalog': [
    {
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: `${MODELS}/cohere.embed-v4:0`,
    },
  ],
  'read-only': [
    {
      Effect: 'Allow',
      Action: [
        'bedrock:Get*',
        'bedrock:List*',
        'cloudtrail:LookupEvents',
        'cloudwatch:GetMetricData',
      ],
      Resource: '*',
    },
  ],
  'assay-reader': [
    {
      Effect: 'Allow',
      Action: [
        'bedrock:GetFoundationModel',
        'bedrock:GetGuardrail',
        'bedrock:GetInferenceProfile',
        'bedrock:GetModelInvocationLoggingConfiguration',
        'bedrock:ListFoundationModels',
        'bedrock:ListGuardrails',
        'bedrock:ListInferenceProfiles',
        'cloudtrail:DescribeTrails',
        'cloudtrail:GetEventSelectors',
        'cloudtrail:GetTrailStatus',
        'cloudtrail:LookupEvents',
        'cloudwatch:GetMetricData',
        'cloudwatch:ListMetrics',
        'iam:GenerateServiceLastAccessedDetails',
        'iam:GetAccessKeyLastUsed',
        'iam:GetAccountAuthorizationDetails',
        'iam:GetServiceLastAccessedDetails',
        'iam:ListAccessKeys',
        'iam:ListServiceSpecificCredentials',
        'logs:FilterLogEvents',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['s3:ListBucket', 's3:GetObject'],
      Resource: [LOG_BUCKET.name, 'acme-bedrock-logs-*'].flatMap((name) => [
        `arn:aws:s3:::${name}`,
        `arn:aws:s3:::${name}/*`,
      ]),
    },
  ],
  'research-boundary': [
    {
      Effect: 'Allow',
      Action: [
        ...INVOKE,
        'bedrock:Get*',
        'bedrock:List*',
        'bedrock-mantle:CreateInference',
        's3:GetObject',
        'logs:*',
      ],
      Resource: '*',
    },
  ],
  'deliver-logs': [
    { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
  ],
  'manage-guardrails': [
    {
      Effect: 'Allow',
      Action: ['bedrock:*Guardrail*', 'bedrock:PutModelInvocationLoggingConfiguration'],
      Resource: '*',
    },
  ],
};

const ADMINISTRATOR: AwsManagedPolicy = {
  name: 'AdministratorAccess',
  versionId: 'v1',
  statements: STATEMENTS.administrator,
};

const AWS_MANAGED: Readonly<Partial<Record<PermissionId, AwsManagedPolicy>>> = {
  administrator: ADMINISTRATOR,
  'bedrock-full-access': BEDROCK_FULL_ACCESS,
  'bedrock-limited-access': BEDROCK_LIMITED_ACCESS,
};

/** The managed policy of a permission as one account sees it: AWS's own or the account's. */
export function policyOf(permission: PermissionId, accountId: string): IamPolicy {
  const managed = AWS_MANAGED[permission];
  const name = managed?.name ?? `acme-${permission}`;
  return {
    arn: `arn:aws:iam::${managed === undefined ? accountId : 'aws'}:policy/${name}`,
    name,
    document: documentOf(STATEMENTS[permission]),
    versionId: managed?.versionId ?? 'v1',
  };
}

/** What the role of Assay is refused, as an inline policy document. */
export function denyDocument(actions: readonly string[]): string {
  return documentOf([{ Effect: 'Deny', Action: actions, Resource: '*' }]);
}

/** Who may assume a role: an AWS service, people through SAML, a CI system, or Assay's own user. */
export type TrustId = `${string}.amazonaws.com` | 'identity-center' | 'github' | 'assay';

/** The trust policy document of a role. */
export function trustDocument(trust: TrustId, accountId: string): string {
  const [principal, action] = trustParts(trust, accountId);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action }],
  });
}

function trustParts(
  trust: TrustId,
  accountId: string,
): readonly [Readonly<Record<string, string>>, string | readonly string[]] {
  const provider = `arn:aws:iam::${accountId}`;
  if (trust === 'identity-center') {
    const saml = `${provider}:saml-provider/AWSSSO_acme_DO_NOT_DELETE`;
    return [{ Federated: saml }, ['sts:AssumeRoleWithSAML', 'sts:TagSession']];
  }
  if (trust === 'github') {
    const oidc = `${provider}:oidc-provider/token.actions.githubusercontent.com`;
    return [{ Federated: oidc }, 'sts:AssumeRoleWithWebIdentity'];
  }
  if (trust === 'assay') return [{ AWS: 'arn:aws:iam::111122223333:user/assay' }, 'sts:AssumeRole'];
  return [{ Service: trust }, 'sts:AssumeRole'];
}

/** The ARN of the role that Assay assumes in an account. */
export function readerRoleArn(accountId: string): string {
  return `arn:aws:iam::${accountId}:role/${READER_ROLE}`;
}

function documentOf(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
