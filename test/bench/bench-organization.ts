import type {
  AccessCatalogue,
  AccessModel,
  CallPart,
  Route,
} from '../../shared/access/catalogue/route.ts';
import { readPolicy } from '../../shared/access/policy/read-policy.ts';
import type {
  AccessPrincipal,
  AccessWorld,
  PlacedPolicy,
  ResourceSide,
} from '../../shared/access/world/access-world.ts';
import {
  benchPolicy,
  FULL_ACCESS,
  FULL_ACCESS_RCP,
  GUARDRAIL_SCP,
  OUTSIDERS_RCP,
  REGION_SCP,
} from './bench-policies.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** An organisation of a size, with realistic policies; the same every time. */
export interface BenchOrganization {
  readonly world: AccessWorld;
  readonly catalogue: AccessCatalogue;
}

const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-3',
  'eu-north-1',
  'ap-northeast-1',
  'ap-southeast-2',
];
const ACCOUNTS = 10;
const MANAGED = 150;
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

/** The same with the ways of one Region, where each model is offered. */
export function inOneRegion({ world, catalogue }: BenchOrganization): BenchOrganization {
  const [region] = REGIONS;
  const routes = new Map(
    [...world.resources.keys()].map((id) => [
      id,
      catalogue.routesIn(id).filter((route) => route.region === region),
    ]),
  );
  return { world, catalogue: { ...catalogue, routesIn: (id) => routes.get(id) ?? [] } };
}

/** So many principals with 3 to 10 policies each in ten accounts, and so many models. */
export function benchOrganization(principals: number, models: number): BenchOrganization {
  const random = seededRandom(7);
  const listed = Array.from({ length: models }, (_, at) => modelOf(at));
  const accounts = Array.from({ length: ACCOUNTS }, (_, at) => String(222_233_334_000 + at));
  const routes = new Map(accounts.map((id) => [id, routesOf(listed, id)] as const));
  const managed = Array.from({ length: MANAGED }, (_, at) =>
    placed('identity', `arn:aws:iam::aws:policy/bench-${at}`, benchPolicy(random, at)),
  );
  const scps = [[FULL_ACCESS], [FULL_ACCESS, REGION_SCP], [FULL_ACCESS, GUARDRAIL_SCP]].map(
    (level, at) => level.map((text, number) => placed('scp', `p-${at}-${number}`, text)),
  );
  const people = Array.from({ length: principals }, (_, at) =>
    principalOf({ random, managed, scps, accountId: accounts[at % ACCOUNTS] ?? '' }, at),
  );
  const side: ResourceSide = {
    rcps: [[FULL_ACCESS_RCP], [FULL_ACCESS_RCP, OUTSIDERS_RCP]].map((level, at) =>
      level.map((text, number) => placed('rcp', `r-${at}-${number}`, text)),
    ),
    resourcePolicies: new Map(),
    resourceTags: new Map(),
    keys: { 'aws:ResourceOrgID': ['o-bench'] },
  };
  return {
    world: {
      principals: people,
      resources: new Map(accounts.map((id) => [id, side])),
      accountNames: new Map(),
      gaps: [],
    },
    catalogue: { models: listed, routesIn: (id) => routes.get(id) ?? [] },
  };
}

function modelOf(at: number): AccessModel {
  const provider = PROVIDERS[at % PROVIDERS.length] ?? '';
  const modelId = `${provider}.model-${at}-v1:0`;
  return { modelId, label: modelId, provider, nature: 'foundation' };
}

/** In-Region, geographic and global ways to the models, as far as a Region has them. */
function routesOf(models: readonly AccessModel[], accountId: string): readonly Route[] {
  return models.flatMap(({ modelId }, at) =>
    REGIONS.flatMap((region, number) => {
      const direct =
        number === 0 || (at + number) % 3 === 0 ? [directRoute(modelId, region, accountId)] : [];
      const geographic =
        at % 5 < 3 ? [profileRoute({ modelId, region, accountId }, geographyOf(region))] : [];
      const global =
        at % 5 === 0 ? [profileRoute({ modelId, region, accountId }, ['', region])] : [];
      const mantle = at % 8 === 5 ? [mantleRoute(modelId, region, accountId)] : [];
      return [...direct, ...geographic, ...global, ...mantle];
    }),
  );
}

function geographyOf(region: string): readonly string[] {
  const start = region.slice(0, 2);
  return REGIONS.filter((other) => other.startsWith(start));
}

function directRoute(modelId: string, region: string, accountId: string): Route {
  const parts = [
    partOf('called', `arn:aws:bedrock:${region}::foundation-model/${modelId}`, region, []),
  ];
  return routeWith({ modelId, region, accountId }, modelId, parts);
}

function mantleRoute(modelId: string, region: string, accountId: string): Route {
  const arn = `arn:aws:bedrock-mantle:${region}:${accountId}:project/default`;
  const part = { ...partOf('project', arn, region, []), resourceAccount: accountId };
  const keys = { 'bedrock-mantle:Model': [modelId] };
  const route = routeWith({ modelId, region, accountId }, `mantle/${modelId}`, [{ ...part, keys }]);
  return { ...route, plane: 'bedrock-mantle', kind: 'mantle' };
}

interface Offer {
  readonly modelId: string;
  readonly region: string;
  readonly accountId: string;
}

function profileRoute(offer: Offer, regions: readonly string[]): Route {
  const { modelId, region, accountId } = offer;
  const scope = regions.includes('') ? 'global' : region.slice(0, 2);
  const called = `${scope}.${modelId}`;
  const profile = `arn:aws:bedrock:${region}:${accountId}:inference-profile/${called}`;
  const destinations = regions.map((other) =>
    partOf(
      'destination',
      `arn:aws:bedrock:${other}::foundation-model/${modelId}`,
      other || 'unspecified',
      [profile],
    ),
  );
  const own = { ...partOf('called', profile, region, []), resourceAccount: accountId };
  return routeWith(offer, called, [own, ...destinations]);
}

function partOf(
  role: CallPart['role'],
  resource: string,
  requestedRegion: string,
  profile: readonly string[],
): CallPart {
  const keys = { 'bedrock:InferenceProfileArn': profile, 'bedrock:PromptRouterArn': [] };
  return { role, resource, resourceAccount: null, requestedRegion, keys };
}

function routeWith(offer: Offer, called: string, parts: readonly CallPart[]): Route {
  return {
    ...offer,
    id: `${offer.region} ${called}`,
    kind: 'foundation-model',
    plane: 'bedrock-runtime',
    scope: 'in-region',
    called,
    destinations: parts.map(({ requestedRegion }) => requestedRegion),
    parts,
  };
}

interface People {
  readonly random: SeededRandom;
  readonly managed: readonly PlacedPolicy[];
  readonly scps: readonly (readonly PlacedPolicy[])[];
  readonly accountId: string;
}

function principalOf(people: People, at: number): AccessPrincipal {
  const { random, managed, scps, accountId } = people;
  const arn = `arn:aws:iam::${accountId}:role/app-${at}`;
  const attached = Array.from({ length: 2 + random.int(5) }, () => random.skewed(managed));
  const inline = Array.from({ length: 1 + random.int(4) }, (_, number) =>
    placed('identity', `${arn} inline ${number}`, benchPolicy(random, at)),
  );
  return {
    arn,
    accountId,
    name: `app-${at}`,
    kind: 'role',
    path: '/',
    createdAt: null,
    tags: {},
    keys: {
      'aws:PrincipalTag/team': [`team-${at % 40}`],
      'aws:PrincipalTag/*': [],
      'aws:PrincipalOrgID': ['o-bench'],
    },
    policies: {
      identity: [...attached, ...inline],
      boundary: at % 4 === 0 ? (managed[0] ?? null) : null,
      session: null,
      scps,
      rcps: null,
      resource: null,
    },
  };
}

function placed(type: PlacedPolicy['type'], id: string, document: string): PlacedPolicy {
  const policy = readPolicy(document, type === 'rcp' ? 'resource' : 'identity');
  return { type, id, name: id, via: 'attached', document, policy };
}
