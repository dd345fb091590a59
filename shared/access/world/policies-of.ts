import type { CallPart } from '../catalogue/route.ts';
import type { AttachedPolicy, PolicySet } from '../evaluate/request.ts';
import { segments } from '../matching/match-arn.ts';
import type { Policy } from '../policy/policy.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { AccessPrincipal, AccessWorld, ContextChoice, PlacedPolicy } from './access-world.ts';

/** One resource of a call, and who calls. */
export interface PolicyQuestion {
  readonly principal: AccessPrincipal;
  readonly part: CallPart;
  readonly world: AccessWorld;
  readonly choice: ContextChoice;
}

/**
 * Every policy that bears on one resource of a call: those of the principal, and RCPs and policy of
 * the resource. RCPs hold resources of the organisation's accounts, which foundation models are not.
 */
export function policiesOf({ principal, part, world, choice }: PolicyQuestion): PolicySet {
  const owner = part.resourceAccount ?? segments(part.resource)[4] ?? '';
  const side = world.resources.get(owner);
  const { identity, boundary, scps } = principal.policies;
  const taken = (policies: readonly PlacedPolicy[]) => taking(policies, choice);
  const one = (policy: PlacedPolicy | null | undefined) => taken(policy ? [policy] : [])[0] ?? null;
  return {
    identity: taken(identity),
    boundary: one(boundary),
    session: null,
    scps: scps?.map(taken) ?? null,
    rcps: side?.rcps?.map(taken) ?? null,
    resource: one(side?.resourcePolicies.get(part.resource)),
  };
}

/** Policies as the reader takes them: those that were not read allow everything, or stay unknown. */
export function taking(
  policies: readonly PlacedPolicy[],
  { assumeUnreadAllows }: ContextChoice,
): readonly AttachedPolicy[] {
  if (!assumeUnreadAllows || policies.every(({ document }) => document !== null)) return policies;
  return policies.map((placed) =>
    placed.document === null ? { ...placed, policy: everything(placed.type) } : placed,
  );
}

function everything(type: AttachedPolicy['type']): Policy {
  return type === 'rcp' || type === 'resource' ? EVERYTHING_TO_ALL : EVERYTHING;
}

const STATEMENT = { Effect: 'Allow', Action: '*', Resource: '*' };
const EVERYTHING = readPolicy({ Version: '2012-10-17', Statement: STATEMENT }, 'identity');
const EVERYTHING_TO_ALL = readPolicy(
  { Version: '2012-10-17', Statement: { ...STATEMENT, Principal: '*' } },
  'resource',
);
