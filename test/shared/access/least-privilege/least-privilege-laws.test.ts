import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionOf, type Route } from '../../../../shared/access/catalogue/route.ts';
import { leastPrivilege } from '../../../../shared/access/least-privilege/least-privilege.ts';
import type { ObservedCall } from '../../../../shared/access/least-privilege/observed-call.ts';
import { lintPolicy } from '../../../../shared/access/lint/lint-policy.ts';
import { naiveDecision } from '../naive-evaluator.ts';
import { ACCOUNT, catalogueOf, GUARDRAILS, randomCalls, randomRoutes } from './random-routes.ts';

const RUNS = { numRuns: 100 };

const situations = randomRoutes.chain((routes) =>
  fc.record({ routes: fc.constant(routes), observed: randomCalls(routes) }),
);

function policyFor(routes: readonly Route[], observed: readonly ObservedCall[]) {
  const catalogue = catalogueOf(routes);
  const principal = { accountId: ACCOUNT, name: 'bob' };
  return leastPrivilege({ observed, catalogue, principal, guardrail: null });
}

/** Whether the second evaluator, which shares nothing with the first, allows every part. */
function naivelyAllowed(json: string, route: Route, action: string, guardrail: string): boolean {
  return route.parts.every(({ resource, requestedRegion, keys }) => {
    const present = Object.entries(keys).filter(([, values]) => values.length > 0);
    const guard = guardrail.startsWith('arn:') ? [['bedrock:GuardrailIdentifier', guardrail]] : [];
    const decision = naiveDecision({
      id: '1',
      principal: `arn:aws:iam::${ACCOUNT}:user/bob`,
      action,
      resource,
      context: Object.fromEntries([['aws:RequestedRegion', requestedRegion], ...present, ...guard]),
      identityPolicies: [JSON.parse(json)],
      contextComplete: true,
    });
    return decision === 'allowed';
  });
}

function routeBehind(routes: readonly Route[], call: ObservedCall): Route | undefined {
  return routes.find(
    ({ plane, region, called, parts }) =>
      plane === call.plane &&
      region === call.region &&
      called === call.called &&
      (call.project === null || parts[0]?.resource.endsWith(`/${call.project}`) === true),
  );
}

test('every call that was seen is allowed, and every other way of the catalogue denied', () => {
  fc.assert(
    fc.property(situations, ({ routes, observed }) => {
      const { proof } = policyFor(routes, observed);
      const used = new Set(observed.map((call) => routeBehind(routes, call)?.id));
      expect(proof.notAllowed).toEqual([]);
      expect(proof.alsoAllowed).toEqual([]);
      expect(proof.catalogueRoutes).toBe(routes.length);
      expect(proof.deniedRoutes).toBe(routes.length - used.size);
    }),
    RUNS,
  );
});

test('the second evaluator says the same of each way, with each guardrail', () => {
  fc.assert(
    fc.property(situations, ({ routes, observed }) => {
      const { json } = policyFor(routes, observed);
      if (observed.length === 0) return;
      for (const call of observed) {
        const route = routeBehind(routes, call);
        const action = actionOf(call.plane, call.operation);
        expect(route !== undefined && naivelyAllowed(json, route, action, call.guardrail)).toBe(
          true,
        );
      }
      for (const route of routes) {
        const actions = new Set(
          observed
            .filter((call) => routeBehind(routes, call)?.id === route.id)
            .map((call) => actionOf(call.plane, call.operation)),
        );
        for (const operation of ['invoke', 'stream'] as const) {
          const action = actionOf(route.plane, operation);
          if (actions.has(action)) continue;
          const open = GUARDRAILS.filter((guardrail) =>
            naivelyAllowed(json, route, action, guardrail),
          );
          expect(open).toEqual([]);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('lint has no error to tell of the policy', () => {
  fc.assert(
    fc.property(situations, ({ routes, observed }) => {
      const { json } = policyFor(routes, observed);
      if (observed.length === 0) return;
      const { findings } = lintPolicy(json, 'identity');
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    RUNS,
  );
});

test('the same calls in another order make the same policy', () => {
  fc.assert(
    fc.property(situations, ({ routes, observed }) => {
      const sorted = (json: string) =>
        (JSON.parse(json).Statement as readonly { Sid: string }[])
          .map(({ Sid: _, ...statement }) => JSON.stringify(statement))
          .sort();
      const turned = policyFor(routes, observed.toReversed()).json;
      expect(sorted(turned)).toEqual(sorted(policyFor(routes, observed).json));
    }),
    RUNS,
  );
});
