import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionOf, type CallPart } from '../../../../shared/access/catalogue/route.ts';
import { compileAccess } from '../../../../shared/access/compile/compile-access.ts';
import type { DecisionWord } from '../../../../shared/access/decision-word.ts';
import { decide } from '../../../../shared/access/evaluate/decide.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import { requestOf } from '../../../../shared/access/world/request-of.ts';
import { naiveBest, naivePart, naiveWorst } from '../naive-world.ts';
import { type RandomWorld, randomWorlds } from './random-world.ts';

/** `ACCESS_RUNS=40000` compares that many random worlds, each with a few principals. */
const RUNS = Number(process.env.ACCESS_RUNS ?? 1_000);
const AT = '2026-06-01T00:00:00Z';
const OPERATIONS = ['invoke', 'stream'] as const;

function compiled({ world, catalogue, choice }: RandomWorld) {
  return compileAccess({
    world,
    catalogue,
    requestOf: (asked) => requestOf({ ...asked, world, choice, at: AT }),
  });
}

/** The decision on a part by `decide`, which the naive evaluator must share; each is asked once. */
function createSlow({ world, choice }: RandomWorld, principal: AccessPrincipal) {
  const known = new Map<string, Map<CallPart, DecisionWord>>();
  return (part: CallPart, action: string): DecisionWord => {
    const decided = known.get(action) ?? new Map<CallPart, DecisionWord>();
    known.set(action, decided);
    const found = decided.get(part);
    if (found !== undefined) return found;
    const question = { principal, part, action, world, choice, at: AT };
    const { request, policies } = requestOf(question);
    const { decision } = decide(request, policies);
    const naive = naivePart(question);
    if (decision !== naive) throw new Error(`${decision} by decide, but naively ${naive}`);
    decided.set(part, decision);
    return decision;
  };
}

test('what is compiled decides as `decide` and as a naive evaluator do', () => {
  const seen = { worlds: 0, principals: 0, decisions: 0, words: new Set<string>() };
  fc.assert(
    fc.property(randomWorlds, (given) => {
      const { world, catalogue } = given;
      const access = compiled(given);
      seen.worlds += 1;
      for (const principal of world.principals) {
        const slow = createSlow(given, principal);
        seen.principals += 1;
        for (const operation of OPERATIONS) {
          for (const route of catalogue.routesIn(principal.accountId)) {
            const word = access.decision(principal, route, operation);
            const action = actionOf(route.plane, operation);
            const worst = naiveWorst(route.parts.map((part) => slow(part, action)));
            if (word !== worst) throw new Error(`${word}, but by its parts ${worst}`);
            seen.words.add(word);
            seen.decisions += 1;
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  const { worlds, principals, decisions, words } = seen;
  console.log(`${worlds} worlds, ${principals} sets of policies, ${decisions} decisions on routes`);
  expect([...words].sort()).toEqual(['allowed', 'conditional', 'denied', 'unknown']);
}, 3_600_000);

const LETTERS = { allowed: 'A', conditional: 'C', unknown: 'U', denied: 'D' };

test('a cell is the best of its ways, in each Region and in all', () => {
  fc.assert(
    fc.property(randomWorlds, fc.constantFrom(null, 'us-east-1'), (given, region) => {
      const { world, catalogue } = given;
      const access = compiled(given);
      for (const principal of world.principals) {
        const filter = { operation: 'invoke', region } as const;
        const best = catalogue.models.map(({ modelId }) => {
          const ways = catalogue
            .routesIn(principal.accountId)
            .filter(
              (route) => route.modelId === modelId && (region ?? route.region) === route.region,
            );
          return naiveBest(ways.map((route) => access.decision(principal, route, 'invoke')));
        });
        const letters = best.map((word) => (word === null ? '-' : LETTERS[word])).join('');
        expect(access.letters(principal, filter)).toBe(letters);
        expect(
          catalogue.models.map(({ modelId }) => access.cell(principal, modelId, filter)),
        ).toEqual(best);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
