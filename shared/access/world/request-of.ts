import { type Instant, msOfInstant } from '../../model/period.ts';
import type { CallPart } from '../catalogue/route.ts';
import { createContext } from '../context.ts';
import type { AccessRequest, PolicySet } from '../evaluate/request.ts';
import { readCaller } from '../matching/caller.ts';
import { segments } from '../matching/match-arn.ts';
import type { AccessWorld } from './access-world.ts';
import { type ContextKeys, splitKeys } from './context-keys.ts';
import { type PolicyQuestion, policiesOf } from './policies-of.ts';
import { NO_TAGS } from './resource-sides.ts';

/** One resource of a call, asked by one principal. */
export interface PartQuestion extends PolicyQuestion {
  /** As `bedrock:InvokeModel`. */
  readonly action: string;
  /** When the call would be made. */
  readonly at: Instant;
}

/** What `decide` takes. */
export interface AskedRequest {
  readonly request: AccessRequest;
  readonly policies: PolicySet;
}

/** The request that AWS authorises for one resource of a call, and every policy that bears on it. */
export function requestOf(question: PartQuestion): AskedRequest {
  const { principal, part, action } = question;
  const caller = readCaller(principal.arn);
  const { resource, resourceAccount } = part;
  const { keys, absentFamilies } = splitKeys(requestKeys(question));
  const about = { caller, resource, resourceAccount };
  const context = createContext({ ...about, keys, complete: false, absentFamilies });
  return { request: { ...about, action, context }, policies: policiesOf(question) };
}

/**
 * What every call that a principal makes itself has, or has not: it comes over TLS, as the endpoints
 * of Bedrock take nothing else, and no service makes it with the principal's rights. (IAM User
 * Guide, "AWS global condition context keys".)
 */
const OF_EVERY_CALL: ContextKeys = {
  'aws:SecureTransport': ['true'],
  'aws:ViaAWSService': ['false'],
  'aws:CalledVia': [],
  'aws:CalledViaFirst': [],
  'aws:CalledViaLast': [],
};

/** The condition keys of the request that are known; what the reader fixes stands above all. */
export function requestKeys({ principal, part, world, choice, at }: PartQuestion): ContextKeys {
  return {
    ...OF_EVERY_CALL,
    'aws:CurrentTime': [at],
    'aws:EpochTime': [String(Math.floor(msOfInstant(at) / 1000))],
    'aws:RequestedRegion': [part.requestedRegion],
    ...principal.keys,
    ...resourceKeys(part, world),
    ...part.keys,
    ...choice.keys,
  };
}

/** Foundation models are AWS's own: they have no tags, and no account that policies could name. */
function resourceKeys({ resource, resourceAccount }: CallPart, world: AccessWorld): ContextKeys {
  const owner = resourceAccount ?? segments(resource)[4] ?? '';
  if (owner === '') return NO_TAGS;
  const side = world.resources.get(owner);
  return { ...side?.keys, ...side?.resourceTags.get(resource) };
}
