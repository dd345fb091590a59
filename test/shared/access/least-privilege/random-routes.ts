import fc from 'fast-check';
import {
  calledPart,
  destinationPart,
  innerProfilePart,
} from '../../../../shared/access/catalogue/parts.ts';
import type {
  AccessCatalogue,
  CallPart,
  Route,
} from '../../../../shared/access/catalogue/route.ts';
import type { ObservedCall } from '../../../../shared/access/least-privilege/observed-call.ts';

export const ACCOUNT = '111122223333';
export const REGIONS = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1'];
export const MODELS = ['amazon.nova-lite-v1:0', 'anthropic.claude-x-v1:0', 'meta.llama9-v1:0'];

export function modelArn(region: string, model: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${model}`;
}

function own(region: string, resource: string): string {
  return `arn:aws:bedrock:${region}:${ACCOUNT}:${resource}`;
}

interface Shape {
  readonly kind: 'direct' | 'us' | 'global' | 'application' | 'router' | 'provisioned' | 'mantle';
  readonly region: string;
  readonly model: string;
  readonly name: string;
}

/** One route of a shape, with the resources that AWS documents for it. */
export function routeOf({ kind, region, model, name }: Shape): Route {
  const route = (called: string, parts: readonly CallPart[]): Route => ({
    id: `${region} ${kind} ${called} ${name}`,
    kind: KINDS[kind],
    plane: kind === 'mantle' ? 'bedrock-mantle' : 'bedrock-runtime',
    modelId: model,
    accountId: ACCOUNT,
    region,
    scope: 'in-region',
    called,
    destinations: [region],
    parts,
  });
  const through = (profileArn: string, regions: readonly string[]) => [
    calledPart(profileArn, region),
    ...regions.map((to) => destinationPart(modelArn(to, model), { profileArn })),
  ];
  if (kind === 'direct') return route(model, [calledPart(modelArn(region, model), region)]);
  if (kind === 'us') {
    const regions = [...new Set([region, 'us-east-1', 'us-west-2'])];
    return route(`us.${model}`, through(own(region, `inference-profile/us.${model}`), regions));
  }
  if (kind === 'global') {
    const arn = own(region, `inference-profile/global.${model}`);
    return route(`global.${model}`, through(arn, [region, '']));
  }
  if (kind === 'application') {
    const arn = own(region, `application-inference-profile/${name}`);
    return route(arn, through(arn, [region, 'us-east-2']));
  }
  if (kind === 'router') {
    const routerArn = own(region, `prompt-router/${name}`);
    const profileArn = own(region, `inference-profile/us.${model}`);
    return route(routerArn, [
      calledPart(routerArn, region),
      innerProfilePart(profileArn, region, { routerArn }),
      destinationPart(modelArn('us-east-1', model), { profileArn, routerArn }),
    ]);
  }
  if (kind === 'provisioned') {
    const arn = own(region, `provisioned-model/${name}`);
    return route(arn, [calledPart(arn, region)]);
  }
  const project = `arn:aws:bedrock-mantle:${region}:${ACCOUNT}:project/${name}`;
  const keys = { 'bedrock-mantle:Model': [model] };
  return route(model, [{ ...calledPart(project, region), role: 'project', keys }]);
}

const KINDS = {
  direct: 'foundation-model',
  us: 'inference-profile',
  global: 'inference-profile',
  application: 'application-inference-profile',
  router: 'prompt-router',
  provisioned: 'provisioned-model',
  mantle: 'mantle',
} as const satisfies Readonly<Record<Shape['kind'], Route['kind']>>;

const shapes: fc.Arbitrary<Shape> = fc.record({
  kind: fc.constantFrom('direct', 'us', 'global', 'application', 'router', 'provisioned', 'mantle'),
  region: fc.constantFrom(...REGIONS),
  model: fc.constantFrom(...MODELS),
  name: fc.constantFrom('a1', 'b2', 'default'),
});

/** Routes of which none names the same thing as another, except one project for several models. */
export const randomRoutes: fc.Arbitrary<readonly Route[]> = fc
  .uniqueArray(shapes, { minLength: 1, maxLength: 30, selector: keyOf })
  .map((all) => all.map(routeOf));

function keyOf(shape: Shape): string {
  const { parts, called } = routeOf(shape);
  return `${parts[0]?.resource} ${shape.kind === 'mantle' ? called : ''}`;
}

export const GUARDRAILS = [
  'none',
  'unknown',
  ...['g1:1', 'g1:2', 'g1', 'g2:1'].map((id) => own('us-east-1', `guardrail/${id}`)),
];

/** A call over a route. */
export function callOver(route: Route, more: Partial<ObservedCall> = {}): ObservedCall {
  const project = route.kind === 'mantle' ? route.parts[0]?.resource.split('/').at(-1) : undefined;
  return {
    plane: route.plane,
    operation: 'invoke',
    region: route.region,
    called: route.called,
    destinations: [],
    project: project ?? null,
    guardrail: 'none',
    unversioned: null,
    enforced: [],
    bearerToken: false,
    calls: 1,
    ...more,
  };
}

export function catalogueOf(routes: readonly Route[]): AccessCatalogue {
  return { models: [], routesIn: (account) => (account === ACCOUNT ? routes : []) };
}

/** Calls over some of the routes. */
export function randomCalls(routes: readonly Route[]): fc.Arbitrary<readonly ObservedCall[]> {
  const call = fc.record({
    route: fc.constantFrom(...routes),
    operation: fc.constantFrom('invoke' as const, 'stream' as const),
    guardrail: fc.constantFrom(...GUARDRAILS),
    bearerToken: fc.boolean(),
  });
  return fc
    .array(call, { maxLength: 8 })
    .map((calls) => calls.map(({ route, ...more }) => callOver(route, more)));
}
