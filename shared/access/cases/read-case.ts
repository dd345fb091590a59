import { createContext } from '../context.ts';
import type { AccessRequest, AttachedPolicy, PolicySet, PolicyType } from '../evaluate/request.ts';
import { readCaller } from '../matching/caller.ts';
import { isObject, type JsonObject } from '../policy/read-elements.ts';
import { readPolicy } from '../policy/read-policy.ts';

/** One case of `assay evaluate`: a request and all policies that bear on it. */
export interface AccessCase {
  readonly id: string;
  readonly request: AccessRequest;
  readonly policies: PolicySet;
  /** Members that no case has, perhaps misspelt: they are not looked at. */
  readonly notRead: readonly string[];
}

/** What is wrong with a case: member and reason, in words. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

const MEMBERS = new Set([
  'id',
  'principal',
  'action',
  'resource',
  'resourceAccount',
  'context',
  'contextComplete',
  'identityPolicies',
  'boundary',
  'scps',
  'rcps',
  'resourcePolicy',
  'sessionPolicies',
]);

/**
 * Reads a case: `{"id","principal","action","resource","resourceAccount"?,"context"?,
 * "identityPolicies"?,"boundary"?,"scps"?,"rcps"?,"resourcePolicy"?,"sessionPolicies"?,
 * "contextComplete"?}`. SCPs and RCPs are one list of policies for each level from the root to the
 * account. Policies are documents, or their JSON text.
 *
 * @throws CaseError naming the member
 */
export function readCase(value: unknown): AccessCase {
  if (!isObject(value)) throw new CaseError('is no JSON object');
  return {
    id: text(value, 'id'),
    request: readRequest(value),
    policies: readPolicies(value),
    notRead: Object.keys(value).filter((name) => !MEMBERS.has(name)),
  };
}

function readRequest(value: JsonObject): AccessRequest {
  const caller = readCaller(text(value, 'principal'));
  const resource = text(value, 'resource');
  const account = value.resourceAccount;
  const resourceAccount =
    account === undefined || account === null ? null : text(value, 'resourceAccount');
  const complete = value.contextComplete ?? false;
  if (typeof complete !== 'boolean') throw new CaseError('contextComplete must be true or false');
  const keys = readKeys(value.context);
  const context = createContext({ caller, resource, resourceAccount, keys, complete });
  return { caller, action: text(value, 'action'), resource, resourceAccount, context };
}

function text(value: JsonObject, name: string): string {
  const found = value[name];
  if (typeof found === 'string' && found !== '') return short(found, name, LONGEST_NAME);
  throw new CaseError(`${name} must be a text`);
}

/** A pattern takes no more than pattern x text steps, and texts are what a request brings. */
const LONGEST = 8_192;
/** No ARN is longer. */
const LONGEST_NAME = 2_048;

function short(text: string, name: string, most = LONGEST): string {
  if (text.length <= most) return text;
  throw new CaseError(`${name} is longer than any in a request: over ${most} characters`);
}

function readKeys(value: unknown): Record<string, readonly string[]> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw new CaseError('context must be an object of condition keys');
  const keys: [string, readonly string[]][] = [];
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (typeof given === 'string') {
      keys.push([key, [short(given, `context: ${key.slice(0, 200)}`)]]);
      continue;
    }
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    if (!list.every((item) => ['string', 'number', 'boolean'].includes(typeof item))) {
      throw new CaseError(`context: ${key} must be a text or a list of texts`);
    }
    keys.push([key, list.map((item) => short(String(item), `context: ${key.slice(0, 200)}`))]);
  }
  return Object.fromEntries(keys);
}

function readPolicies(value: JsonObject): PolicySet {
  return {
    identity: policyList(value.identityPolicies ?? [], 'identity', 'identityPolicies'),
    boundary: optional(value.boundary, (policy) => attached(policy, 'boundary', 'boundary')),
    session: noneIfEmpty(policyList(value.sessionPolicies ?? [], 'session', 'sessionPolicies')),
    scps: optional(value.scps, (levels) => levelList(levels, 'scp', 'scps')),
    rcps: optional(value.rcps, (levels) => levelList(levels, 'rcp', 'rcps')),
    resource: optional(value.resourcePolicy, (policy) =>
      attached(policy, 'resource', 'resourcePolicy'),
    ),
  };
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === undefined || value === null ? null : read(value);
}

/** A session without policies of its own is one made without. */
function noneIfEmpty<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function levelList(
  value: unknown,
  type: PolicyType,
  name: string,
): readonly (readonly AttachedPolicy[])[] {
  if (!Array.isArray(value)) throw new CaseError(`${name} must be a list of levels`);
  return value.map((level, index) => policyList(level, type, `${name}[${index}]`));
}

function policyList(value: unknown, type: PolicyType, name: string): readonly AttachedPolicy[] {
  if (!Array.isArray(value)) throw new CaseError(`${name} must be a list of policies`);
  return value.map((document, index) => attached(document, type, `${name}[${index}]`));
}

function attached(document: unknown, type: PolicyType, name: string): AttachedPolicy {
  const kind = type === 'resource' || type === 'rcp' ? 'resource' : 'identity';
  return { type, name, policy: readPolicy(document, kind) };
}
