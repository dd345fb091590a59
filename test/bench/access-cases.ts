/**
 * Ordinary cases of `assay evaluate`, line by line: a role with three policies of three statements,
 * two levels of SCPs, one of them denying Regions, and a context that is told.
 */
export function accessCaseLine(index: number): string {
  const model = MODELS[index % MODELS.length] ?? '';
  const region = REGIONS[index % REGIONS.length] ?? '';
  const team = `team-${index % 40}`;
  return JSON.stringify({
    id: `case-${index}`,
    principal: `arn:aws:iam::111122223333:role/app-${index % 500}`,
    action: ACTIONS[index % ACTIONS.length],
    resource: `arn:aws:bedrock:${region}::foundation-model/${model}`,
    context: {
      'aws:RequestedRegion': region,
      'aws:PrincipalTag/team': team,
      'aws:SourceIp': `203.0.113.${index % 256}`,
      'bedrock:GuardrailIdentifier': `${GUARDRAIL}:${index % 5}`,
    },
    contextComplete: index % 2 === 0,
    identityPolicies: [0, 1, 2].map((at) => identityPolicy(at, team)),
    scps: [[FULL_ACCESS], [FULL_ACCESS, REGION_DENY]],
  });
}

const MODELS = [
  'anthropic.claude-sonnet-4-6',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'amazon.nova-lite-v1:0',
  'meta.llama4-maverick-17b-instruct-v1:0',
];
const REGIONS = ['us-east-1', 'eu-central-1', 'ap-southeast-2'];
const ACTIONS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const GUARDRAIL = 'arn:aws:bedrock:us-east-1:111122223333:guardrail/abc123';

const FULL_ACCESS = policy([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
const REGION_DENY = policy([
  {
    Sid: 'DenyOtherRegions',
    Effect: 'Deny',
    NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*'],
    Resource: '*',
    Condition: {
      StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-central-1'] },
      ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform-*' },
    },
  },
]);

function policy(statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

function identityPolicy(at: number, team: string): object {
  if (at === 0) {
    return policy([
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: `arn:aws:s3:::${team}/*`,
      },
      {
        Effect: 'Allow',
        Action: 'logs:*',
        Resource: 'arn:aws:logs:*:111122223333:log-group:/app/*',
      },
      { Effect: 'Allow', Action: ['bedrock:Get*', 'bedrock:List*'], Resource: '*' },
    ]);
  }
  if (at === 1) {
    return policy([
      {
        Sid: 'Invoke',
        Effect: 'Allow',
        Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        Resource: [
          'arn:aws:bedrock:*::foundation-model/anthropic.*',
          'arn:aws:bedrock:*:111122223333:inference-profile/*',
        ],
        Condition: { StringEquals: { 'aws:PrincipalTag/team': team } },
      },
      {
        Effect: 'Allow',
        Action: 'bedrock:ApplyGuardrail',
        Resource: `${GUARDRAIL}`,
      },
      { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' },
    ]);
  }
  return policy([
    {
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel*'],
      Resource: '*',
      Condition: { ArnNotLike: { 'bedrock:GuardrailIdentifier': `${GUARDRAIL}*` } },
    },
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] },
        Bool: { 'aws:ViaAWSService': 'false' },
      },
    },
    { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/shared-*' },
  ]);
}
