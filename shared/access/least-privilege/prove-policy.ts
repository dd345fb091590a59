import { actionOf, type CallPart, type Operation, type Route } from '../catalogue/route.ts';
import { createContext } from '../context.ts';
import { decide } from '../evaluate/decide.ts';
import type { PolicySet } from '../evaluate/request.ts';
import { readCaller } from '../matching/caller.ts';
import { readPolicy } from '../policy/read-policy.ts';
import type { LeastPrivilegeProof } from './least-privilege-answer.ts';
import type { ResolvedCall } from './observed-call.ts';
import type { AllowPolicy, GuardrailOf } from './policy-statements.ts';

/** What a policy is put to the test with. */
export interface ProofQuestion {
  readonly policy: AllowPolicy;
  readonly calls: readonly ResolvedCall[];
  readonly routes: readonly Route[];
  readonly guardrailOf: GuardrailOf;
  /** Kinds of calls that were left out of the policy, in words. */
  readonly leftOut: readonly string[];
}

/**
 * Decides every call that was seen and every route of the catalogue with the policy alone, as
 * `decide` does: each call as it was made, each route whole and streamed, with every guardrail that
 * the policy knows and without one.
 */
export function provePolicy(question: ProofQuestion): LeastPrivilegeProof {
  const { policy, calls, routes, leftOut } = question;
  const allows = allowedBy(policy);
  const refused = calls.filter(
    ({ call, parts }) => !allows(parts, actionOf(call.plane, call.operation), guardrailKey(call)),
  );
  const guardrails = guardrailsOf(policy);
  const also = routes.flatMap((route) =>
    openings(route, question, (operation) => {
      const action = actionOf(route.plane, operation);
      return guardrails.some((guardrail) => allows(route.parts, action, guardrail));
    }),
  );
  const seen = new Set(calls.flatMap(({ route }) => (route === null ? [] : [route.id])));
  const open = new Set([...seen, ...also.map(({ id }) => id)]);
  return {
    observedCalls: calls.reduce((sum, { call }) => sum + call.calls, 0),
    observedKinds: calls.length + leftOut.length,
    notAllowed: [...leftOut, ...refused.map(({ call }) => kindOf(call))],
    catalogueRoutes: routes.length,
    deniedRoutes: routes.filter(({ id }) => !open.has(id)).length,
    alsoAllowed: also.map(({ sentence }) => sentence),
  };
}

/** A kind of call in words. */
export function kindOf(call: ResolvedCall['call']): string {
  const { operation, called, region } = call;
  const how = operation === 'stream' ? 'streamed' : 'whole';
  const [guardrail] = guardrailKey(call);
  const with_ = guardrail === undefined ? '' : ` with ${guardrail}`;
  return `${called} in ${region}, ${how}${with_}`;
}

type Allows = (parts: readonly CallPart[], action: string, guardrail: readonly string[]) => boolean;

/** Whether the policy alone allows every resource of a call; the owner of a resource is taken to call. */
function allowedBy(policy: AllowPolicy): Allows {
  const read = readPolicy(policy, 'identity');
  const source = { type: 'identity', name: 'least privilege', policy: read } as const;
  const policies: PolicySet = {
    identity: [source],
    boundary: null,
    session: null,
    scps: null,
    rcps: null,
    resource: null,
  };
  return (parts, action, guardrail) =>
    parts.every(({ resource, resourceAccount, requestedRegion, keys }) => {
      const caller = readCaller(`arn:aws:iam::${resourceAccount ?? '000000000000'}:user/anybody`);
      const all = {
        ...keys,
        'aws:RequestedRegion': [requestedRegion],
        'bedrock:GuardrailIdentifier': guardrail,
      };
      const context = createContext({
        caller,
        resource,
        resourceAccount,
        keys: all,
        complete: true,
      });
      const request = { caller, action, resource, resourceAccount, context };
      return decide(request, policies).decision === 'allowed';
    });
}

/** A policy that names no version of a guardrail takes any, so that the bare ARN stands for it. */
function guardrailKey({ guardrail, unversioned }: ResolvedCall['call']): readonly string[] {
  if (unversioned !== null) return [unversioned];
  return guardrail.startsWith('arn:') ? [guardrail] : [];
}

/** Without a guardrail, and with each that a condition of the policy names. */
function guardrailsOf({ Statement }: AllowPolicy): readonly (readonly string[])[] {
  const named = Statement.flatMap(
    ({ Condition }) => Condition?.ArnLike?.['bedrock:GuardrailIdentifier'] ?? [],
  );
  return [[], ...[...new Set(named)].map((value) => [value.replace(/:\*$/, ':1')])];
}

const OPERATIONS = ['invoke', 'stream'] as const satisfies readonly Operation[];

/** The ways of a route that were never used and are open all the same. */
function openings(
  route: Route,
  { calls }: ProofQuestion,
  isOpen: (operation: Operation) => boolean,
): readonly { readonly id: string; readonly sentence: string }[] {
  const { id, plane, called, region } = route;
  const used = new Set(
    calls
      .filter((call) => call.route?.id === id)
      .map(({ call }) => actionOf(plane, call.operation)),
  );
  const unused = OPERATIONS.filter((operation) => !used.has(actionOf(plane, operation)));
  const open = unused.filter(isOpen).map((operation) => actionOf(plane, operation));
  return [...new Set(open)].map((action) => ({
    id,
    sentence: `${called} in ${region} with ${action}: every resource of it is one that calls which were seen need with the same action and conditions.`,
  }));
}
