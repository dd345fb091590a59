import type { SeededRandom } from './seeded-random.ts';

/** Policies as organisations write them: of 2 to 40 statements about one in three is on Bedrock. */
export function benchPolicy(random: SeededRandom, at: number): string {
  const length = 2 + Math.min(random.int(39), random.int(39));
  return text(
    Array.from({ length }, () =>
      random.int(3) === 0 ? bedrockStatement(random, at) : otherStatement(random),
    ),
  );
}

const text = (statements: readonly object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

/** As AWS attaches it. */
export const FULL_ACCESS = text([{ Effect: 'Allow', Action: '*', Resource: '*' }]);

/** The same as AWS attaches it for resources. */
export const FULL_ACCESS_RCP = text([
  { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
]);

/** Keeps principals of other organisations out. */
export const OUTSIDERS_RCP = text([
  {
    Effect: 'Deny',
    Principal: '*',
    Action: '*',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-bench' } },
  },
]);

/** Denies Regions, save to platform roles. */
export const REGION_SCP = text([
  {
    Effect: 'Deny',
    NotAction: ['iam:*', 'organizations:*', 'sts:*', 'support:*'],
    Resource: '*',
    Condition: {
      StringNotEquals: {
        'aws:RequestedRegion': [
          'us-east-1',
          'us-east-2',
          'us-west-2',
          'eu-central-1',
          'unspecified',
        ],
      },
      ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform-*' },
    },
  },
]);

/** Some models only with a guardrail. */
export const GUARDRAIL_SCP = text([
  {
    Effect: 'Deny',
    Action: 'bedrock:InvokeModel*',
    Resource: 'arn:aws:bedrock:*::foundation-model/deepseek.*',
    Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
  },
]);

const SERVICES = ['s3', 'dynamodb', 'logs', 'sqs', 'lambda', 'ec2', 'kms', 'ssm'];

function otherStatement(random: SeededRandom): object {
  const service = random.pick(SERVICES);
  return {
    Effect: random.int(8) === 0 ? 'Deny' : 'Allow',
    Action: [`${service}:Get*`, `${service}:List*`, `${service}:Put${random.int(50)}`],
    Resource: `arn:aws:${service}:*:*:app-${random.int(500)}/*`,
  };
}

const PROVIDERS = [
  'anthropic',
  'amazon',
  'meta',
  'mistral',
  'cohere',
  'openai',
  'qwen',
  'deepseek',
];
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const ACTIONS: readonly (string | readonly string[])[] = [
  INVOKE,
  'bedrock:InvokeModel',
  'bedrock:Invoke*',
  ['bedrock:Get*', 'bedrock:List*'],
  'bedrock:*',
  ['bedrock:ApplyGuardrail', 'bedrock:Retrieve'],
  ['bedrock-mantle:CreateInference', ...INVOKE],
];

function bedrockStatement(random: SeededRandom, at: number): object {
  const denies = random.int(10) === 0;
  return {
    Effect: denies ? 'Deny' : 'Allow',
    Action: random.pick(ACTIONS),
    Resource: resources(random, denies),
    ...condition(random, at),
  };
}

function resources(random: SeededRandom, denies: boolean): string | readonly string[] {
  const provider = random.pick(PROVIDERS);
  const number = random.int(200);
  const model = `${PROVIDERS[number % PROVIDERS.length]}.model-${number}-v1:0`;
  switch (random.int(denies ? 4 : 6)) {
    case 0:
      return `arn:aws:bedrock:*::foundation-model/${provider}.*`;
    case 1:
      return [
        `arn:aws:bedrock:*::foundation-model/${model}`,
        `arn:aws:bedrock:*:*:inference-profile/*.${model}`,
      ];
    case 2:
      return [
        `arn:aws:bedrock:us-east-1::foundation-model/${model}`,
        `arn:aws:bedrock:eu-central-1::foundation-model/${model}`,
      ];
    case 3:
      return `arn:aws:bedrock:*:*:inference-profile/global.*`;
    case 4:
      return ['arn:aws:bedrock:*::foundation-model/*', 'arn:aws:bedrock:*:*:inference-profile/*'];
    default:
      return '*';
  }
}

function condition(random: SeededRandom, at: number): object {
  const conditions = [
    { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'].slice(random.int(2)) } },
    { StringEquals: { 'aws:PrincipalTag/team': `team-${at % 50}` } },
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { IpAddress: { 'aws:SourceIp': `203.0.${random.int(20)}.0/24` } },
    { ArnLike: { 'bedrock:InferenceProfileArn': `arn:aws:bedrock:*:*:inference-profile/us.*` } },
    { StringLike: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:*:*:guardrail/abc*' } },
    { StringEquals: { 'aws:PrincipalOrgID': 'o-bench' } },
  ];
  return random.int(3) === 0 ? { Condition: random.pick(conditions) } : {};
}
