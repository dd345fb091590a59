import type { CallPart } from '../../../shared/access/catalogue/route.ts';
import type {
  AccessPrincipal,
  AccessWorld,
  ContextChoice,
  PlacedPolicy,
} from '../../../shared/access/world/access-world.ts';
import { naiveDecision } from './naive-evaluator.ts';
import type { Json } from './random-policies.ts';

/**
 * What a principal may do with one part of a call, slow and obvious: the documents of its policies
 * as a case of the naive evaluator. Shares nothing with shared/access.
 */

/** One part of a call in a world. */
export interface NaiveQuestion {
  readonly principal: AccessPrincipal;
  readonly part: CallPart;
  readonly action: string;
  readonly world: AccessWorld;
  readonly choice: ContextChoice;
  readonly at: string;
}

type Word = 'allowed' | 'conditional' | 'unknown' | 'denied';

const WORST: readonly Word[] = ['denied', 'unknown', 'conditional', 'allowed'];

/** A call is as free as the least free of its parts. */
export function naiveWorst(words: readonly Word[]): Word {
  return WORST.find((word) => words.includes(word)) ?? 'allowed';
}

/** A model is as free as the freest of the ways to call it; null where there is none. */
export function naiveBest(words: readonly Word[]): Word | null {
  return [...WORST].reverse().find((word) => words.includes(word)) ?? null;
}

/** Decides one part. */
export function naivePart(question: NaiveQuestion): Word {
  const { principal, part, world, choice } = question;
  const { identity, boundary, scps } = principal.policies;
  const side = world.resources.get(part.resourceAccount ?? part.resource.split(':')[4] ?? '');
  const policy = side?.resourcePolicies.get(part.resource);
  const linked = principal.arn.includes(':role/aws-service-role/');
  const bearing = [
    ...identity,
    ...(boundary === null ? [] : [boundary]),
    ...(linked ? [] : (scps ?? []).flat()),
    ...(linked ? [] : (side?.rcps ?? []).flat()),
    ...(policy === undefined ? [] : [policy]),
  ];
  const json = (one: PlacedPolicy) => documentOf(one, choice);
  const word = naiveDecision({
    principal: principal.arn,
    action: question.action,
    resource: part.resource,
    resourceAccount: part.resourceAccount,
    context: contextOf(question),
    contextComplete: false,
    identityPolicies: identity.map(json),
    boundary: boundary === null ? null : json(boundary),
    scps: scps?.map((level) => level.map(json)) ?? null,
    rcps: side?.rcps?.map((level) => level.map(json)) ?? null,
    resourcePolicy: policy === undefined ? null : json(policy),
  });
  const broken = bearing.some((one) => isBroken(one) && !isTrusted(one, choice));
  return word === 'conditional' && broken ? 'unknown' : word;
}

function isTrusted({ document }: PlacedPolicy, choice: ContextChoice): boolean {
  return document === null && choice.assumeUnreadAllows;
}

/** Policies of random worlds that AWS would refuse say so by a `Remark`, which no policy has. */
function isBroken({ document }: PlacedPolicy): boolean {
  return document === null || 'Remark' in JSON.parse(document);
}

/** What cannot be read may allow, and may deny, whatever is asked. */
function documentOf(placed: PlacedPolicy, choice: ContextChoice): Json {
  const everything = { Principal: '*', Action: '*', Resource: '*' };
  const sound: Json =
    placed.document === null
      ? { Version: '2012-10-17', Statement: [] }
      : JSON.parse(placed.document);
  if (isTrusted(placed, choice))
    return { ...sound, Statement: [{ Effect: 'Allow', ...everything }] };
  if (!isBroken(placed)) return sound;
  const unread = { StringEquals: { 'unread:key': 'x' } };
  const statements = sound.Statement as readonly Json[];
  const perhaps = ['Allow', 'Deny'].map((Effect) => ({ Effect, ...everything, Condition: unread }));
  return { ...sound, Statement: [...statements, ...perhaps] };
}

/** What is known of the request; what comes later in the list stands above what comes before. */
function contextOf({ principal, part, world, choice, at }: NaiveQuestion): Json {
  const owner = part.resourceAccount ?? part.resource.split(':')[4] ?? '';
  const side = world.resources.get(owner);
  const none = owner === '' ? { 'aws:ResourceTag/*': [] } : {};
  const told = [
    { 'aws:SecureTransport': ['true'], 'aws:CurrentTime': [at] },
    { 'aws:RequestedRegion': [part.requestedRegion] },
    principal.keys,
    none,
    side?.keys ?? {},
    side?.resourceTags.get(part.resource) ?? {},
    part.keys,
    choice.keys,
  ];
  const context: Record<string, readonly string[]> = {};
  for (const keys of told) {
    for (const [key, values] of Object.entries(keys)) context[key.toLowerCase()] = values;
  }
  for (const family of ['aws:principaltag/', 'aws:resourcetag/']) {
    if (context[`${family}*`] !== undefined) context[`${family}team`] ??= [];
    delete context[`${family}*`];
  }
  return context;
}
