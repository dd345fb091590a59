import { describe, expect, test } from 'vitest';
import { explainCell } from '../../../../shared/access/explain/explain-cell.ts';
import { explainRoute } from '../../../../shared/access/explain/explain-route.ts';
import { type AccessWorld, OPEN_CONTEXT } from '../../../../shared/access/world/access-world.ts';
import { createAccessWorld } from '../../../../shared/access/world/create-world.ts';
import type { OrganizationPolicy } from '../../../../shared/model/dataset.ts';
import {
  AT,
  AWS_OWN,
  allowing,
  controlPolicy,
  document,
  governed,
  identity,
  known,
  MEMBER,
  people,
  refused,
} from '../world/readings.ts';
import { CATALOGUE, direct, modelArn, SONNET, throughProfile } from './routes.ts';

const INVOKE = { Effect: 'Allow', Action: 'bedrock:InvokeModel' };

function worldWith(
  documents: Readonly<Record<string, string>>,
  policies: readonly OrganizationPolicy[] = [],
): AccessWorld {
  const users = Object.entries(documents).map(([name, text]) =>
    identity('user', name, { inlinePolicies: [{ name: 'own', document: text }] }),
  );
  return createAccessWorld([people(users), ...governed([...AWS_OWN, ...policies])]);
}

function questionOf(world: AccessWorld) {
  const [principal] = world.principals;
  if (principal === undefined) throw new Error('nobody');
  return { world, principal, operation: 'invoke', choice: OPEN_CONTEXT, at: AT } as const;
}

function explained(
  text: string,
  route = direct(SONNET),
  policies: readonly OrganizationPolicy[] = [],
) {
  return explainRoute(questionOf(worldWith({ ana: text }, policies)), route);
}

const US_EAST_1_ONLY = controlPolicy('region-guard', ['Workloads'], {
  content: known(
    document({
      Sid: 'Regions',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    }),
  ),
});

describe('one way', () => {
  test('allowed: the SCPs of every level, then the statement, in the order in which AWS judges', () => {
    const proof = explained(allowing('bedrock:InvokeModel'));
    expect(proof.decision).toBe('allowed');
    expect(proof.reason).toBe('allowed by policy own (inline), statement 0.');
    const [part] = proof.parts;
    expect(part?.statements.map(({ type, via, policyName }) => [type, via, policyName])).toEqual([
      ['scp', 'root', 'FullAWSAccess'],
      ['scp', 'OU Workloads', 'FullAWSAccess'],
      ['scp', 'account platform', 'FullAWSAccess'],
      ['identity', 'inline', 'own'],
    ]);
    expect(part?.statements.at(-1)).toMatchObject({
      policyId: `arn:aws:iam::${MEMBER}:user/ana inline own`,
      index: 0,
      sid: null,
      effect: 'Allow',
      applies: 'yes',
      missed: null,
      json: JSON.stringify(
        { Effect: 'Allow', Action: ['bedrock:InvokeModel'], Resource: '*' },
        null,
        2,
      ),
    });
  });

  test('denied by one destination: the SCP, its place and what it denies are named', () => {
    const proof = explained(allowing('bedrock:*'), throughProfile(SONNET), [US_EAST_1_ONLY]);
    expect(proof.decision).toBe('denied');
    expect(proof.reason).toBe(
      'destination us-east-2: denied by SCP region-guard (OU Workloads), statement Regions, which denies in any Region but us-east-1, or without a Region.',
    );
    expect(proof.parts.map(({ decision }) => decision)).toEqual(['allowed', 'allowed', 'denied']);
  });

  test.each([
    [
      'another resource',
      document({ ...INVOKE, Sid: 'Nova', Resource: modelArn('*', 'amazon.nova-*') }),
      `denied: no statement allows bedrock:InvokeModel; nearest is policy own (inline), statement Nova, which names another resource: ${modelArn('*', 'amazon.nova-*')}.`,
    ],
    [
      'a condition that fails',
      document({
        ...INVOKE,
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      'denied: no statement allows bedrock:InvokeModel; nearest is policy own (inline), statement 0, which allows only where aws:SecureTransport is false.',
    ],
    ['nothing near', allowing('s3:*'), 'denied: no statement allows bedrock:InvokeModel.'],
  ])('denied, nearest is %s', (_, text, reason) => {
    expect(explained(text)).toMatchObject({ decision: 'denied', reason });
  });

  test('denied: no SCP of a level allows it', () => {
    const [full, ...rest] = AWS_OWN;
    if (full === undefined) throw new Error('none');
    const narrow = controlPolicy('narrow', ['platform'], { content: known(allowing('s3:*')) });
    const targets = full.targets.read ? full.targets.value.slice(0, 2) : [];
    const world = createAccessWorld([
      people([
        identity('user', 'ana', { inlinePolicies: [{ name: 'own', document: allowing('*') }] }),
      ]),
      ...governed([{ ...full, targets: known(targets) }, narrow, ...rest]),
    ]);
    expect(explainRoute(questionOf(world), direct(SONNET)).reason).toBe(
      'denied: no SCP of account platform allows it.',
    );
  });

  test('denied by the boundary', () => {
    const edge = { arn: `arn:aws:iam::${MEMBER}:policy/edge`, name: 'edge', versionId: 'v1' };
    const user = identity('user', 'ana', {
      inlinePolicies: [{ name: 'own', document: allowing('*') }],
      permissionsBoundaryArn: edge.arn,
    });
    const world = createAccessWorld([
      people([user], [{ ...edge, document: allowing('s3:*') }]),
      ...governed(),
    ]);
    expect(explainRoute(questionOf(world), direct(SONNET)).reason).toBe(
      'denied: the permissions boundary edge does not allow it.',
    );
  });

  test('conditional: what it depends on, and an Allow that needs nothing makes others needless', () => {
    const withMfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const guarded = {
      Sid: 'Guarded',
      Effect: 'Deny',
      Action: 'bedrock:InvokeModel',
      Resource: '*',
      Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
    };
    const mfa = { ...INVOKE, Sid: 'Mfa', Resource: '*', Condition: withMfa };
    const proof = explained(document(mfa));
    expect(proof).toMatchObject({
      decision: 'conditional',
      reason:
        'allowed only with multi-factor authentication, by policy own (inline), statement Mfa.',
    });
    expect(proof.parts[0]?.statements.at(-1)?.conditions).toEqual([
      {
        operator: 'Bool',
        key: 'aws:MultiFactorAuthPresent',
        values: ['true'],
        words: 'allowed only with multi-factor authentication',
      },
    ]);
    expect(explained(document(mfa, guarded)).reason).toBe(
      'allowed only with multi-factor authentication, by policy own (inline), statement Mfa; and 1 more condition.',
    );
    expect(explained(document({ ...INVOKE, Resource: '*' }, mfa, guarded)).reason).toBe(
      'denied without a guardrail, by policy own (inline), statement Guarded.',
    );
  });

  test('unknown: which policy was not read, and the permission that it takes', () => {
    const secret = controlPolicy('secret', ['Workloads'], {
      content: refused('organizations:DescribePolicy'),
    });
    expect(explained(allowing('*'), direct(SONNET), [secret])).toMatchObject({
      decision: 'unknown',
      reason:
        'unknown: SCP secret (OU Workloads) was not read: organizations:DescribePolicy was denied.',
    });
  });

  test('unknown: what is wrong with a policy that AWS would refuse', () => {
    expect(explained(document({ Effect: 'Allow', Resource: '*' })).reason).toBe(
      'unknown: policy own (inline) Statement[0] has neither Action nor NotAction.',
    );
  });
});

describe('one cell', () => {
  const cell = (text: string, policies: readonly OrganizationPolicy[] = []) =>
    explainCell({
      ...questionOf(worldWith({ ana: text }, policies)),
      catalogue: CATALOGUE,
      modelId: SONNET,
      region: null,
    });

  test('the best way decides and stands first', () => {
    const proof = cell(allowing('bedrock:*'), [US_EAST_1_ONLY]);
    expect(proof?.decision).toBe('allowed');
    expect(proof?.routes.map(({ called, decision }) => [called, decision])).toEqual([
      [SONNET, 'allowed'],
      [`us.${SONNET}`, 'denied'],
    ]);
    expect(proof?.sentence).toBe(
      `ana may call it by 1 of 2 ways; as ${SONNET} in us-east-1 over bedrock-runtime: allowed by policy own (inline), statement 0.`,
    );
  });

  test('denied where every way is', () => {
    expect(cell(allowing('s3:*'))).toMatchObject({
      decision: 'denied',
      sentence: expect.stringMatching(/^ana may not call it by any of 2 ways; as .* over bedrock-/),
    });
  });

  test('nothing where the account or the Region has no way', () => {
    const question = { ...questionOf(worldWith({ ana: allowing('*') })), catalogue: CATALOGUE };
    expect(explainCell({ ...question, modelId: 'elsewhere', region: null })).toBeNull();
    expect(explainCell({ ...question, modelId: SONNET, region: 'eu-west-1' })).toBeNull();
  });
});
