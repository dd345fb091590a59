import fc from 'fast-check';
import type {
  AccessCatalogue,
  CallPart,
  Plane,
  Route,
} from '../../../../shared/access/catalogue/route.ts';
import { readPolicy } from '../../../../shared/access/policy/read-policy.ts';
import type {
  AccessPrincipal,
  AccessWorld,
  ContextChoice,
  PlacedPolicy,
  ResourceSide,
} from '../../../../shared/access/world/access-world.ts';
import { unreadPolicy } from '../../../../shared/access/world/policy-shelf.ts';
import { contexts } from '../random-conditions.ts';
import { identityPolicies, type Json, resourcePolicies } from '../random-policies.ts';

/** A whole world with what can be called in it, small enough that policies meet calls. */
export interface RandomWorld {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
  readonly choice: ContextChoice;
}

const ACCOUNTS = ['111122223333', '444455556666'] as const;
const [HERE, THERE] = ACCOUNTS;
const TAG = 'aws:PrincipalTag/';

/** The text of a policy; null where it was not read. One in ten is not read, or not sound. */
function texts(of: fc.Arbitrary<Json>): fc.Arbitrary<string | null> {
  return fc.oneof(
    { weight: 18, arbitrary: of.map((policy) => JSON.stringify(policy)) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: of.map((policy) => JSON.stringify({ ...policy, Remark: 'x' })) },
  );
}

const identityTexts = texts(identityPolicies);
const resourceTexts = texts(resourcePolicies);

/** One statement that names who calls and asks for what is seldom known. */
const conditionalShares: fc.Arbitrary<Json> = fc
  .record({
    effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
    principal: fc.constantFrom<Json>(
      { AWS: [`arn:aws:iam::${HERE}:user/bob`, `arn:aws:iam::${HERE}:role/app`] },
      { AWS: [HERE, THERE] },
      { AWS: '*' },
    ),
    condition: fc.constantFrom<Json>(
      { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
      { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    ),
  })
  .map(({ effect, principal, condition }) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: effect,
        Principal: principal,
        Action: 'bedrock:*',
        Resource: '*',
        Condition: condition,
      },
    ],
  }));

const policyTexts = fc.oneof(
  resourceTexts,
  conditionalShares.map((policy) => JSON.stringify(policy)),
);
const levelsOf = (of: fc.Arbitrary<string | null>) =>
  fc.option(fc.array(fc.array(of, { maxLength: 2 }), { maxLength: 2 }), { nil: null, freq: 2 });

const parts: fc.Arbitrary<CallPart> = fc.record({
  role: fc.constantFrom('called', 'destination'),
  resource: fc.constantFrom(
    ...[HERE, HERE, HERE, THERE].map((id) => `arn:aws:bedrock:us-east-1:${id}:custom-model/ml`),
    `arn:aws:bedrock:us-east-1:${HERE}:inference-profile/us.a`,
    'arn:aws:bedrock:us-east-1::foundation-model/a',
    'arn:aws:bedrock:us-west-2::foundation-model/a',
    'arn:aws:bedrock:us-east-1::foundation-model/b:0',
    'arn:aws:bedrock:::foundation-model/a',
    'arn:aws:bedrock:us-east-1:aws:inference-profile/x',
    '*',
  ),
  resourceAccount: fc.constantFrom(null, null, HERE, THERE),
  requestedRegion: fc.constantFrom('us-east-1', 'us-west-2', 'unspecified'),
  keys: fc.constantFrom<CallPart['keys']>(
    {},
    { 'bedrock:InferenceProfileArn': [] },
    { 'bedrock:InferenceProfileArn': [`arn:aws:bedrock:us-east-1:${HERE}:inference-profile/us.a`] },
    { 'bedrock:ServiceTier': ['flex'], 'Bedrock:inferenceProfileArn': ['abc'] },
  ),
});

const routes = fc.record({
  plane: fc.constantFrom<Plane>('bedrock-runtime', 'bedrock-runtime', 'bedrock-mantle'),
  modelId: fc.constantFrom('a', 'b', 'c'),
  region: fc.constantFrom('us-east-1', 'us-west-2'),
  parts: fc.array(parts, { minLength: 1, maxLength: 3 }),
});

type DrawnRoute = typeof routes extends fc.Arbitrary<infer T> ? T : never;

/** Many copies of a route fill more than one word of a set. */
const catalogues: fc.Arbitrary<AccessCatalogue> = fc
  .tuple(fc.array(routes, { maxLength: 3 }), fc.array(routes, { maxLength: 2 }), fc.boolean())
  .map(([here, there, many]) => {
    const own = new Map<string, Route[]>(
      [here, there].map((drawn, index) => {
        const accountId = ACCOUNTS[index] ?? HERE;
        const repeated = many ? Array.from({ length: 12 }, () => drawn).flat() : drawn;
        return [accountId, repeated.map((route, at) => routeOf(route, accountId, at))];
      }),
    );
    return { models: MODELS, routesIn: (accountId) => own.get(accountId) ?? [] };
  });

const MODELS = ['a', 'b', 'c'].map(
  (modelId) => ({ modelId, label: modelId, provider: 'x', nature: 'foundation' }) as const,
);

function routeOf(drawn: DrawnRoute, accountId: string, at: number): Route {
  const id = `${drawn.region} ${at}`;
  const more = { id, accountId, called: drawn.modelId, destinations: [drawn.region] };
  return { ...drawn, ...more, kind: 'foundation-model', scope: 'in-region' };
}

const placed = (type: PlacedPolicy['type'], document: string | null, id: string): PlacedPolicy => ({
  type,
  name: id,
  id,
  via: 'attached',
  document,
  policy:
    document === null
      ? unreadPolicy('it is random.')
      : readPolicy(document, type === 'rcp' || type === 'resource' ? 'resource' : 'identity'),
});

function placedLevels(
  type: 'scp' | 'rcp',
  levels: readonly (readonly (string | null)[])[] | null,
  id: string,
) {
  return (
    levels?.map((level, at) =>
      level.map((text, number) => placed(type, text, `${id} ${type} ${at} ${number}`)),
    ) ?? null
  );
}

const principals = fc.record({
  arn: fc.constantFrom(
    `arn:aws:iam::${HERE}:user/bob`,
    `arn:aws:iam::${HERE}:role/app`,
    `arn:aws:iam::${HERE}:role/team/app`,
    `arn:aws:iam::${HERE}:root`,
    `arn:aws:iam::${HERE}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`,
    `arn:aws:iam::${THERE}:user/eve`,
  ),
  keys: fc.constantFrom<AccessPrincipal['keys']>(
    {},
    { [`${TAG}*`]: [] },
    { [`${TAG}team`]: ['ml'], [`${TAG}*`]: [] },
    { [`${TAG}team`]: ['a'] },
  ),
  shared: fc.array(fc.nat({ max: 2 }), { maxLength: 2 }),
  own: fc.array(identityTexts, { maxLength: 2 }),
  boundary: fc.option(identityTexts, { nil: undefined, freq: 2 }),
});

type DrawnPrincipal = typeof principals extends fc.Arbitrary<infer T> ? T : never;

interface Common {
  /** Policies that several may have. */
  readonly pool: readonly PlacedPolicy[];
  readonly scps: AccessPrincipal['policies']['scps'];
}

function principalOf(drawn: DrawnPrincipal, { pool, scps }: Common): AccessPrincipal {
  const { arn, keys, shared, own, boundary } = drawn;
  const accountId = arn.split(':')[4] ?? '';
  const mine = own.map((text, at) => placed('identity', text, `${arn} inline ${at}`));
  const attached = [...new Set(shared)].flatMap((at) => pool[at] ?? []);
  return {
    arn,
    accountId,
    name: arn,
    kind: arn.includes(':user/') ? 'user' : 'role',
    path: '/',
    createdAt: null,
    tags: {},
    keys,
    policies: {
      identity: [...mine, ...attached],
      boundary: boundary === undefined ? null : placed('boundary', boundary, `${arn} boundary`),
      session: null,
      scps,
      rcps: null,
      resource: null,
    },
  };
}

const sides = fc.record({
  rcps: levelsOf(resourceTexts),
  policy: fc.option(policyTexts, { nil: undefined }),
  tags: fc.constantFrom({}, { 'aws:ResourceTag/team': ['ml'] }, { 'aws:ResourceTag/*': [] }),
  org: fc.boolean(),
});

function sideOf(drawn: typeof sides extends fc.Arbitrary<infer T> ? T : never, id: string) {
  const model = `arn:aws:bedrock:us-east-1:${id}:custom-model/ml`;
  const resource =
    drawn.policy === undefined ? [] : [[model, placed('resource', drawn.policy, model)] as const];
  return {
    rcps: placedLevels('rcp', drawn.rcps, id),
    resourcePolicies: new Map(resource),
    resourceTags: new Map([[model, drawn.tags]]),
    keys: drawn.org ? { 'aws:ResourceTag/team': ['a'] } : {},
  } satisfies ResourceSide;
}

const NO_NAMES = { accountNames: new Map<string, string>(), gaps: [] };

/** Worlds of one to four principals in two accounts. */
export const randomWorlds: fc.Arbitrary<RandomWorld> = fc
  .record({
    people: fc.uniqueArray(principals, { selector: ({ arn }) => arn, minLength: 1, maxLength: 4 }),
    pool: fc.array(identityTexts, { maxLength: 3 }),
    scps: levelsOf(identityTexts),
    sides: fc.tuple(sides, sides),
    catalogue: catalogues,
    choice: fc.record({
      keys: contexts.map((keys) =>
        Object.fromEntries(
          Object.entries(keys).map(([key, value]) => [
            key,
            typeof value === 'string' ? [value] : value,
          ]),
        ),
      ),
      assumeUnreadAllows: fc.boolean(),
    }),
  })
  .map(({ people, pool, scps, sides: drawn, catalogue, choice }) => {
    const shared = pool.map((text, at) => placed('identity', text, `shared ${at}`));
    const common = { pool: shared, scps: placedLevels('scp', scps, 'organisation') };
    const world = {
      ...NO_NAMES,
      principals: people.map((person) => principalOf(person, common)),
      resources: new Map(
        drawn.map((side, at) => [ACCOUNTS[at] ?? HERE, sideOf(side, ACCOUNTS[at] ?? HERE)]),
      ),
    };
    return { world, catalogue, choice };
  });
