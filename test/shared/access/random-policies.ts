import fc from 'fast-check';
import { conditions, contexts } from './random-conditions.ts';

/** A statement, policy or case as plain JSON. */
export type Json = Readonly<Record<string, unknown>>;

const USER = 'arn:aws:iam::111122223333:user/bob';
const ROLE = 'arn:aws:iam::111122223333:role/app';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/app/s1';
const OWN = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/ml';
const OTHERS = 'arn:aws:bedrock:us-east-1:444455556666:custom-model/ml';
const TEAM = '$' + '{aws:PrincipalTag/team}';
const TEAM_OR_ML = '$' + "{aws:PrincipalTag/team, 'ml'}";
const REQUESTED = '$' + '{aws:RequestedRegion}';
const FEDERATED = 'arn:aws:sts::111122223333:federated-user/bob';
const LINKED = 'arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX';
const LINKED_SESSION = 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s1';
const SERVICE = 'bedrock.amazonaws.com';
const PATH_ROLE = 'arn:aws:iam::111122223333:role/team/app';
const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/a';

const actions = fc.constantFrom(
  'bedrock:InvokeModel',
  'bedrock:invoke*',
  'bedrock:*',
  '*',
  's3:GetObject',
  'bedrock:Invoke?odel',
  'Bedrock:*Model*',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock-mantle:Create*',
);
const resources = fc.constantFrom(
  '*',
  OWN,
  MODEL,
  'arn:aws:bedrock:*',
  'arn:aws:bedrock:us-*-1:*:custom-model/*',
  `arn:aws:bedrock:*:*:custom-model/${TEAM}`,
  `arn:aws:bedrock:*:*:custom-model/${TEAM_OR_ML}`,
  'arn:aws:s3:::x',
  'arn:aws:bedrock:*:*:custom-model/m?',
  'arn:aws:bedrock:*:custom-model/ml',
  'arn:*:bedrock:us-east-?::foundation-model/*',
  'arn:aws:bed*:custom-model/ml',
  'arn:aws:bedrock:us-east-1:*/ml',
  `arn:aws:bedrock:*:*:custom-model/${'$'}{*}`,
  '*:custom-model/*',
  'arn:aws:bedrock:*:*:inference-profile/*',
  'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.a',
  'arn:aws:bedrock:*::foundation-model/*',
  `arn:aws:bedrock:${REQUESTED}::foundation-model/?`,
);
function statements(extra: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc
    .record({
      effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Allow', 'Deny'),
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), actions),
      resource: fc.tuple(
        fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
        fc.oneof({ weight: 1, arbitrary: fc.constant('*') }, { weight: 2, arbitrary: resources }),
      ),
      condition: conditions,
      extra,
    })
    .map(({ effect, action, resource, condition, extra: more }) => ({
      Effect: effect,
      [action[0]]: action[1],
      [resource[0]]: resource[1],
      ...(condition !== undefined && { Condition: condition }),
      ...more,
    }));
}

function policies(statement: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: fc.array(statement, { maxLength: 3 }),
  });
}

const principals = fc
  .tuple(
    fc.constantFrom('Principal', 'Principal', 'NotPrincipal'),
    fc.constantFrom<unknown>(
      '*',
      { AWS: USER },
      { AWS: [ROLE, 'arn:aws:iam::111122223333:root'] },
      { AWS: SESSION },
      { AWS: '111122223333' },
      { AWS: 'arn:aws:iam::444455556666:root' },
      { AWS: ['*'] },
      { AWS: PATH_ROLE, Service: SERVICE },
      { AWS: FEDERATED },
      { Service: [SERVICE, 's3.amazonaws.com'] },
      { Federated: 'cognito-identity.amazonaws.com' },
    ),
  )
  .map(([form, who]) => ({ [form]: who }));

/** Policies without principals. */
export const identityPolicies = policies(statements(fc.constant({})));
/** Policies that name principals. */
export const resourcePolicies = policies(statements(principals));

const levels = (of: fc.Arbitrary<Json>) =>
  fc.option(fc.array(fc.array(of, { minLength: 1, maxLength: 2 }), { maxLength: 2 }), {
    nil: null,
    freq: 2,
  });

/** Whole cases of `assay evaluate` over a small vocabulary, so that statements meet. */
export const cases: fc.Arbitrary<Json> = fc.record({
  id: fc.constant('random'),
  principal: fc.constantFrom(
    USER,
    USER,
    ROLE,
    SESSION,
    'arn:aws:iam::111122223333:root',
    FEDERATED,
    LINKED,
    LINKED_SESSION,
    PATH_ROLE,
    SERVICE,
  ),
  action: fc.constantFrom('bedrock:InvokeModel', 'bedrock:invokemodel'),
  resource: fc.constantFrom(OWN, OTHERS, MODEL, '*'),
  resourceAccount: fc.option(fc.constantFrom('111122223333', '444455556666'), {
    nil: null,
    freq: 1,
  }),
  context: contexts,
  contextComplete: fc.boolean(),
  identityPolicies: fc.array(identityPolicies, { maxLength: 3 }),
  boundary: fc.option(identityPolicies, { nil: null, freq: 2 }),
  sessionPolicies: fc.option(fc.array(identityPolicies, { minLength: 1, maxLength: 2 }), {
    nil: null,
    freq: 2,
  }),
  scps: levels(identityPolicies),
  rcps: levels(resourcePolicies),
  resourcePolicy: fc.option(resourcePolicies, { nil: null }),
});

/** The same with an action without its service, as AWS refuses it. */
export const casesWithRefused: fc.Arbitrary<Json> = cases.map((given) =>
  JSON.parse(JSON.stringify(given).replaceAll('"bedrock:invoke*"', '"bedrock*"')),
);
