import { parseModelId } from '../../model/model-id.ts';
import { partitionOf } from '../../model/partition.ts';
import { DEFAULT_PROJECT, mantleProjectArn } from '../catalogue/mantle-routes.ts';
import { calledPart, destinationPart } from '../catalogue/parts.ts';
import type { CallPart, Operation, Plane, Route } from '../catalogue/route.ts';

/** One kind of call that a principal made, and how often. */
export interface ObservedCall {
  readonly plane: Plane;
  readonly operation: Operation;
  /** The Region that was called. */
  readonly region: string;
  /** What was called, as the record has it: a model id, a profile id, an ARN. */
  readonly called: string;
  /** Regions that served it, where a record tells; it is used where the catalogue has no such route. */
  readonly destinations: readonly string[];
  /** The mantle project; null on the other endpoint, and where the record does not tell. */
  readonly project: string | null;
  /**
   * `bedrock:GuardrailIdentifier` as the call had it, an ARN with or without `:version`; `none` for a
   * call without one, `unknown` where the record does not tell.
   */
  readonly guardrail: string;
  /** The ARN of the guardrail that the call had where the record does not tell its version. */
  readonly unversioned: string | null;
  /** ARNs of the guardrails that the account or its organisation puts on such a call today. */
  readonly enforced: readonly string[];
  /** Whether an API key was used. */
  readonly bearerToken: boolean;
  readonly calls: number;
}

/** A kind of call with the resources that AWS authorises for it. */
export interface ResolvedCall {
  readonly call: ObservedCall;
  /** The catalogue's route; null where it has none any more. */
  readonly route: Route | null;
  readonly parts: readonly CallPart[];
}

/** Finds the route of each call; a call without one gets the resources that its id tells. */
export function resolveCalls(
  observed: readonly ObservedCall[],
  routes: readonly Route[],
  accountId: string,
): readonly ResolvedCall[] {
  const known = new Map<string, Route>();
  for (const route of routes) {
    for (const name of namesOf(route)) if (!known.has(name)) known.set(name, route);
  }
  return observed.map((call) => {
    const route = known.get(nameOf(call, accountId)) ?? null;
    return { call, route, parts: route?.parts ?? partsByName(call, accountId) };
  });
}

function namesOf({ plane, region, called, parts }: Route): readonly string[] {
  const [first] = parts;
  if (plane === 'bedrock-mantle') return [`${plane} ${region} ${first?.resource} ${called}`];
  return [`${plane} ${region} ${called}`, `${plane} ${region} ${first?.resource}`];
}

function nameOf({ plane, region, called, project }: ObservedCall, accountId: string): string {
  if (plane !== 'bedrock-mantle') return `${plane} ${region} ${called}`;
  const resource = mantleProjectArn({ accountId, region }, project ?? DEFAULT_PROJECT);
  return `${plane} ${region} ${resource} ${called}`;
}

/** What AWS authorises for an id that the catalogue does not have. */
function partsByName(call: ObservedCall, accountId: string): readonly CallPart[] {
  const { plane, region, called, project, destinations } = call;
  const start = `arn:${partitionOf(region)}:bedrock`;
  if (plane === 'bedrock-mantle') {
    const resource = mantleProjectArn({ accountId, region }, project ?? DEFAULT_PROJECT);
    return [
      {
        ...calledPart(resource, region),
        role: 'project',
        keys: { 'bedrock-mantle:Model': [called] },
      },
    ];
  }
  const { kind, baseModelId, geography, key, region: ofArn } = parseModelId(called);
  if (kind === 'foundation-model') {
    return [calledPart(`${start}:${ofArn ?? region}::foundation-model/${baseModelId}`, region)];
  }
  if (kind !== 'inference-profile') return [calledPart(called, region)];
  const profileArn = `${start}:${region}:${accountId}:inference-profile/${key}`;
  const regions = geography === 'global' ? [region, ''] : [...new Set([region, ...destinations])];
  return [
    calledPart(profileArn, region),
    ...regions.map((to) =>
      destinationPart(`${start}:${to}::foundation-model/${baseModelId}`, { profileArn }),
    ),
  ];
}
