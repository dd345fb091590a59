import { allow, CALLS, deny, type LintCase, MODEL, PROFILE, policy, when } from './lint-case.ts';

const EVERY_MODEL = 'arn:aws:bedrock:*::foundation-model/*';
const CALL = { Effect: 'Allow', Action: CALLS };
const THROUGH = when('ArnLike', 'bedrock:InferenceProfileArn', PROFILE);

function both(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

/** What a grant lacks, and what it grants beyond its words. */
export const GRANT_CASES: readonly LintCase[] = [
  {
    check: 'unpaired-profile',
    title: 'a profile alone',
    fires: allow({ Resource: PROFILE }),
    silent: both({ ...CALL, Resource: PROFILE }, { ...CALL, Resource: EVERY_MODEL, ...THROUGH }),
    path: 'Statement[0].Resource[0]',
    says: /no foundation model behind it/,
    remedy: /in every Region that may serve/,
  },
  {
    check: 'unpaired-profile',
    title: 'a profile with its model in one Region',
    fires: allow({ Resource: [PROFILE, MODEL] }),
    silent: allow({ Resource: [PROFILE, MODEL, MODEL.replace('east-1', 'west-2')] }),
    path: 'Statement[0].Resource[0]',
    says: /in us-east-1 alone/,
    remedy: /every destination Region/,
  },
  {
    check: 'unpaired-profile',
    title: 'a global profile without the model of no Region',
    fires: allow({ Resource: [PROFILE.replace('us.amazon', 'global.amazon'), MODEL] }),
    silent: allow({
      Resource: [
        PROFILE.replace('us.amazon', 'global.amazon'),
        MODEL,
        MODEL.replace('us-east-1', ''),
      ],
    }),
    path: 'Statement[0].Resource[0]',
    says: /without a Region too/,
    remedy: /arn:aws:bedrock:::foundation-model\/amazon\.nova-lite-v1:0/,
  },
  {
    check: 'unpaired-profile',
    title: 'a model through a profile that is not allowed',
    fires: policy({ ...CALL, Resource: EVERY_MODEL, ...THROUGH }),
    silent: allow({ Resource: EVERY_MODEL }),
    path: 'Statement[0].Condition.ArnLike.bedrock:InferenceProfileArn',
    says: /the profile itself is not/,
    remedy: /profile ARN/,
  },
  {
    check: 'rcp-elements',
    title: 'Bedrock, which RCPs do not protect',
    kind: 'rcp',
    fires: deny({ Principal: '*' }),
    silent: deny({ Principal: '*', Action: 's3:*' }),
    path: 'Statement[0].Action',
    says: /does not list bedrock, bedrock-mantle/,
    remedy: /SCP/,
  },
  {
    check: 'allow-not',
    title: 'NotAction',
    fires: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    silent: policy({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }),
    path: 'Statement[0].NotAction',
    says: /every action of every service save/,
    remedy: /Action/,
  },
  {
    check: 'allow-not',
    title: 'NotResource',
    fires: policy({ ...CALL, NotResource: MODEL }),
    silent: policy({ ...CALL, Resource: MODEL }),
    path: 'Statement[0].NotResource',
    says: /everything save/,
    remedy: /Resource/,
  },
  {
    check: 'growing-wildcard',
    title: 'all of Bedrock',
    fires: allow({ Action: 'bedrock:*', Resource: '*' }),
    silent: deny({ Action: 'bedrock:*' }),
    path: 'Statement[0].Action[0]',
    says: /bedrock:\* allows 262 actions as of \d{4}-\d\d-\d\d/,
    remedy: /Name the actions/,
  },
  {
    check: 'growing-wildcard',
    title: 'everything',
    fires: allow({ Action: '*', Resource: '*' }),
    silent: allow(),
    path: 'Statement[0].Action[0]',
    says: /\* allows 22,\d{3} actions/,
    remedy: /used/,
  },
  {
    check: 'growing-wildcard',
    title: 'a part of it',
    fires: allow({ Action: ['bedrock:GetAgent', 'bedrock:InvokeModel*'], Resource: '*' }),
    silent: allow({ Action: ['bedrock:GetAgent', 's3:Get*'], Resource: '*' }),
    path: 'Statement[0].Action[1]',
    says: /allows 2 actions .*\(bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream\)/,
    remedy: /used/,
  },
];
