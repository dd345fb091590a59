import type { OrganizationPolicyType } from '../../../../../shared/model/dataset.ts';
import { guardrailArnOf } from '../guardrails/guardrail-ids.ts';
import { ACCOUNT, ORGANIZATION_ID } from '../organization.ts';
import { UNIT } from './organization-tree.ts';

/** A policy of the simulated organisation. */
export interface WorldPolicy {
  readonly policyId: string;
  readonly arn: string;
  readonly name: string;
  readonly description: string;
  readonly type: OrganizationPolicyType;
  readonly awsManaged: boolean;
  readonly content: string;
  /** Ids of roots, units and accounts. */
  readonly targetIds: readonly string[];
}

const FULL_ACCESS = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const RCP_FULL_ACCESS = document({
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: '*',
});
const EVERYWHERE = [
  UNIT.root,
  UNIT.security,
  UNIT.infrastructure,
  UNIT.workloads,
  UNIT.production,
  UNIT.research,
];

/**
 * The policies of this organisation. `region-guard` denies all Regions but two to Infrastructure,
 * where a `us.` profile would also go to us-east-2: its calls fail. `approved-providers` keeps
 * DeepSeek out of Production: calls of it are refused there. `regions-with-profiles` in Research denies
 * Regions too, but lets every destination of the profiles in use through. `models-inside-only` is
 * an RCP. The baseline guardrail is enforced in Infrastructure alone.
 */
export const ORGANIZATION_POLICIES: readonly WorldPolicy[] = [
  awsManaged('SERVICE_CONTROL_POLICY', 'p-FullAWSAccess', 'FullAWSAccess'),
  own('SERVICE_CONTROL_POLICY', 'region-guard', {
    content: document(regionDeny(['us-east-1', 'us-west-2'])),
    targetIds: [UNIT.infrastructure],
  }),
  own('SERVICE_CONTROL_POLICY', 'regions-with-profiles', {
    content: document(
      regionDeny(['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'unspecified']),
    ),
    targetIds: [UNIT.research],
  }),
  own('SERVICE_CONTROL_POLICY', 'approved-providers', {
    content: document({
      Sid: 'NoDeepSeek',
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      Resource: [
        'arn:aws:bedrock:*::foundation-model/deepseek.*',
        'arn:aws:bedrock:*:*:inference-profile/*.deepseek.*',
      ],
    }),
    targetIds: [UNIT.production],
  }),
  own('SERVICE_CONTROL_POLICY', 'no-api-keys', {
    content: document({
      Sid: 'NoBearerTokens',
      Effect: 'Deny',
      Action: ['bedrock:CallWithBearerToken', 'bedrock-mantle:CallWithBearerToken'],
      Resource: '*',
    }),
    targetIds: [],
  }),
  awsManaged('RESOURCE_CONTROL_POLICY', 'p-RCPFullAWSAccess', 'RCPFullAWSAccess'),
  own('RESOURCE_CONTROL_POLICY', 'models-inside-only', {
    content: document({
      Sid: 'OwnOrganizationOnly',
      Effect: 'Deny',
      Principal: '*',
      Action: ['s3:GetObject', 'sts:AssumeRole'],
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION_ID },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
    targetIds: [UNIT.production],
  }),
  own('BEDROCK_POLICY', 'baseline-guardrail', {
    content: JSON.stringify(bedrockPolicy((value) => ({ '@@assign': value }))),
    targetIds: [UNIT.infrastructure],
  }),
];

/** The Bedrock policy in effect for an account, from the ids above it; null where none applies. */
export function effectiveBedrockPolicy(path: readonly string[]): string | null {
  const applies = ORGANIZATION_POLICIES.some(
    ({ type, targetIds }) =>
      type === 'BEDROCK_POLICY' && targetIds.some((target) => path.includes(target)),
  );
  return applies ? JSON.stringify(bedrockPolicy((value) => value)) : null;
}

/** The policy with every value written by `assign`: with the operator, or plain where in effect. */
function bedrockPolicy(assign: (value: string) => unknown): object {
  const guardrail = guardrailArnOf(ACCOUNT.management, 'us-east-1', 'organisation-baseline');
  const config = { identifier: assign(`${guardrail}:1`), input_tags: assign('ignore') };
  return { bedrock: { guardrail_inference: { 'us-east-1': { config_1: config } } } };
}

/** Denies every Region but some, for all services that have Regions. */
function regionDeny(regions: readonly string[]): object {
  return {
    Sid: 'DenyOtherRegions',
    Effect: 'Deny',
    NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*', 'cloudfront:*', 'route53:*'],
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
  };
}

function own(
  type: OrganizationPolicyType,
  name: string,
  rest: Pick<WorldPolicy, 'content' | 'targetIds'>,
): WorldPolicy {
  const policyId = `p-${name.replaceAll('-', '').slice(0, 10).padEnd(10, '0')}`;
  const place = `${ACCOUNT.management}:policy/${ORGANIZATION_ID}/${type.toLowerCase()}`;
  return {
    policyId,
    arn: `arn:aws:organizations::${place}/${policyId}`,
    name,
    description: '',
    type,
    awsManaged: false,
    ...rest,
  };
}

function awsManaged(type: OrganizationPolicyType, policyId: string, name: string): WorldPolicy {
  return {
    policyId,
    arn: `arn:aws:organizations::aws:policy/${type.toLowerCase()}/${policyId}`,
    name,
    description: 'Allows access to every operation',
    type,
    awsManaged: true,
    content: type === 'RESOURCE_CONTROL_POLICY' ? RCP_FULL_ACCESS : FULL_ACCESS,
    targetIds: EVERYWHERE,
  };
}

function document(statement: object): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}
