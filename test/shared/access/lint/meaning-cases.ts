import {
  allow,
  CALLS,
  deny,
  GUARDRAIL,
  type LintCase,
  MODEL,
  PROFILE,
  policy,
  when,
} from './lint-case.ts';

const REGIONS = ['us-east-1', 'us-west-2'];
const OUTSIDE = when('StringNotEquals', 'aws:RequestedRegion', REGIONS);
const EVERY_MODEL = 'arn:aws:bedrock:*::foundation-model/*';

function both(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

/** What a policy means for Bedrock, and what its writer may not have meant. */
export const MEANING_CASES: readonly LintCase[] = [
  {
    check: 'key-never-applies',
    title: 'a guardrail where none is applied to a model call',
    fires: allow({
      Action: 'bedrock:ApplyGuardrail',
      Resource: GUARDRAIL,
      ...when('ArnLike', 'bedrock:GuardrailIdentifier', GUARDRAIL),
    }),
    silent: allow(when('ArnLike', 'bedrock:GuardrailIdentifier', GUARDRAIL)),
    path: 'Statement[0].Condition.ArnLike.bedrock:GuardrailIdentifier',
    says: /\(bedrock:ApplyGuardrail\) never have .*: the statement never allows them/,
    remedy: /Take the condition out/,
  },
  {
    check: 'key-never-applies',
    title: 'tags of a request that streams',
    fires: allow({
      Action: 'bedrock:InvokeModelWithResponseStream',
      ...when('StringEquals', 'aws:RequestTag/team', 'a'),
    }),
    silent: allow(when('StringEquals', 'aws:RequestTag/team', 'a')),
    path: 'Statement[0].Condition.StringEquals.aws:RequestTag/team',
    says: /never have aws:RequestTag\/team/,
    remedy: /name actions that have the key/,
  },
  {
    check: 'key-never-applies',
    title: 'tags of a foundation model',
    fires: allow(when('StringEquals', 'aws:ResourceTag/team', 'a')),
    silent: allow({
      Resource: 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/*',
      ...when('StringEquals', 'aws:ResourceTag/team', 'a'),
    }),
    path: 'Statement[0].Condition.StringEquals.aws:ResourceTag/team',
    says: /never allows them/,
    remedy: /Take/,
  },
  {
    check: 'key-never-applies',
    title: 'a Deny of everything that has no guardrail',
    fires: deny({
      Action: 'bedrock:*',
      ...when('StringNotEquals', 'bedrock:GuardrailIdentifier', GUARDRAIL),
    }),
    silent: deny({
      Action: CALLS,
      ...when('StringNotEquals', 'bedrock:GuardrailIdentifier', GUARDRAIL),
    }),
    path: 'Statement[0].Condition.StringNotEquals.bedrock:GuardrailIdentifier',
    says: /Requests of 260 of its actions .*: the statement always denies them/,
    remedy: /in a statement of their own/,
  },
  {
    check: 'absent-key',
    title: 'a Deny of all but one profile',
    fires: deny({ Action: CALLS, ...when('ArnNotLike', 'bedrock:InferenceProfileArn', PROFILE) }),
    silent: deny({
      Action: CALLS,
      Condition: {
        ArnNotLike: { 'bedrock:InferenceProfileArn': PROFILE },
        Null: { 'bedrock:InferenceProfileArn': 'false' },
      },
    }),
    path: 'Statement[0].Condition.ArnNotLike.bedrock:InferenceProfileArn',
    says: /without bedrock:InferenceProfileArn are denied as well/,
    remedy: /"Null": \{"bedrock:InferenceProfileArn": "false"\}/,
  },
  {
    check: 'absent-key',
    title: 'MFA, which access keys do not have',
    fires: deny(when('Bool', 'aws:MultiFactorAuthPresent', 'false')),
    silent: deny(when('BoolIfExists', 'aws:MultiFactorAuthPresent', 'false')),
    path: 'Statement[0].Condition.Bool.aws:MultiFactorAuthPresent',
    says: /Access keys are spared/,
    remedy: /BoolIfExists/,
  },
  {
    check: 'absent-key',
    title: 'IfExists, which does not spare them',
    fires: deny(when('StringNotEqualsIfExists', 'aws:SourceVpce', 'vpce-1')),
    silent: deny(when('StringNotEquals', 'bedrock:GuardrailIdentifier', GUARDRAIL)),
    path: 'Statement[0].Condition.StringNotEqualsIfExists.aws:SourceVpce',
    says: /with IfExists too/,
    remedy: /makes no difference/,
  },
  {
    check: 'for-all-values',
    title: 'an Allow',
    fires: allow(when('ForAllValues:StringEquals', 'aws:TagKeys', ['team'])),
    silent: allow({
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
        Null: { 'aws:TagKeys': 'false' },
      },
    }),
    path: 'Statement[0].Condition.ForAllValues:StringEquals.aws:TagKeys',
    says: /Requests without aws:TagKeys are allowed as well/,
    remedy: /"Null"/,
  },
  {
    check: 'source-ip',
    title: 'calls through an endpoint',
    fires: deny(when('NotIpAddress', 'aws:SourceIp', '203.0.113.0/24')),
    silent: deny({
      Condition: {
        NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
        StringNotEquals: { 'aws:SourceVpce': 'vpce-1' },
      },
    }),
    path: 'Statement[0].Condition.NotIpAddress.aws:SourceIp',
    says: /denies them whatever the address/,
    remedy: /aws:SourceVpce/,
  },
  {
    check: 'source-ip',
    title: 'a private range',
    fires: allow(when('IpAddress', 'aws:SourceIp', '10.0.0.0/8')),
    silent: allow({
      Condition: {
        IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' },
        StringEquals: { 'aws:SourceVpc': 'vpc-1' },
      },
    }),
    path: 'Statement[0].Condition.IpAddress.aws:SourceIp',
    says: /private range/,
    remedy: /aws:VpcSourceIp/,
  },
  {
    check: 'region-deny',
    title: 'global profiles',
    kind: 'scp',
    fires: policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', ...OUTSIDE }),
    silent: policy({
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: '*',
      Condition: {
        StringNotEquals: { 'aws:RequestedRegion': REGIONS },
        ArnNotLike: { 'bedrock:InferenceProfileArn': '*' },
      },
    }),
    path: 'Statement[0].Condition.StringNotEquals.aws:RequestedRegion',
    says: /global inference profiles are denied.*unspecified/,
    remedy: /add unspecified/,
  },
  {
    check: 'region-deny',
    title: 'geographic profiles',
    kind: 'scp',
    fires: deny(when('StringNotEquals', 'aws:RequestedRegion', [...REGIONS, 'unspecified'])),
    silent: deny({ Action: 's3:*', ...OUTSIDE }),
    path: 'Statement[0].Condition.StringNotEquals.aws:RequestedRegion',
    says: /Geographic inference profiles.*listed: us-east-1, us-west-2/,
    remedy: /destination Regions/,
  },
  {
    check: 'deny-without-mantle',
    title: 'models',
    kind: 'scp',
    fires: deny({ Action: 'bedrock:InvokeModel*', Resource: EVERY_MODEL }),
    silent: deny(),
    path: 'Statement[0].Action',
    says: /bedrock-mantle:CreateInference\) stays open/,
    remedy: /bedrock-mantle:Model/,
  },
  {
    check: 'deny-without-mantle',
    title: 'a list of approved models',
    kind: 'scp',
    fires: policy({ Effect: 'Deny', Action: CALLS, NotResource: [MODEL] }),
    silent: both(
      { Effect: 'Deny', Action: CALLS, NotResource: [MODEL] },
      { Effect: 'Deny', Action: 'bedrock-mantle:*', Resource: '*' },
    ),
    path: 'Statement[0].Action',
    says: /stays open/,
    remedy: /bedrock-mantle:Model/,
  },
  {
    check: 'deny-without-mantle',
    title: 'API keys',
    fires: deny({ Action: 'bedrock:CallWithBearerToken' }),
    silent: deny({ Action: '*' }),
    path: 'Statement[0].Action',
    says: /API keys.*bedrock-mantle:CallWithBearerToken/,
    remedy: /as well/,
  },
  {
    check: 'deny-without-streaming',
    title: 'whole answers alone',
    fires: deny({ Action: 'bedrock:InvokeModel' }),
    silent: deny({ Action: 'bedrock:InvokeModel*' }),
    path: 'Statement[0].Action',
    says: /InvokeModelWithResponseStream is not/,
    remedy: /Deny bedrock:InvokeModelWithResponseStream/,
  },
];
