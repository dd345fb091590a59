import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionOf } from '../../../../shared/access/catalogue/route.ts';
import { compileAccess } from '../../../../shared/access/compile/compile-access.ts';
import { decide } from '../../../../shared/access/evaluate/decide.ts';
import { requestOf } from '../../../../shared/access/world/request-of.ts';
import { naiveBest, naivePart, naiveWorst } from '../naive-world.ts';
import { type RandomWorld, randomWorlds } from './random-world.ts';

/** `ACCESS_RUNS=100000` compares that many random worlds. */
const RUNS = Number(process.env.ACCESS_RUNS ?? 1_500);
const AT = '2026-06-01T00:00:00Z';
const OPERATIONS = ['invoke', 'stream'] as const;

function compiled({ world, catalogue, choice }: RandomWorld) {
  return compileAccess({
    world,
    catalogue,
    requestOf: (asked) => requestOf({ ...asked, world, choice, at: AT }),
  });
}

test('what is compiled decides as `decide` and as a naive evaluator do', () => {
  let decisions = 0;
  const seen = new Set<string>();
  fc.assert(
    fc.property(randomWorlds, (given) => {
      const { world, catalogue, choice } = given;
      const access = compiled(given);
      for (const principal of world.principals) {
        for (const operation of OPERATIONS) {
          for (const [index, route] of catalogue.routesIn(principal.accountId).entries()) {
            const ask = { principal, world, choice, at: AT };
            const action = actionOf(route.plane, operation);
            const word = access.decision(principal, index, operation);
            const slow = naiveWorst(
              route.parts.map((part) => {
                const { request, policies } = requestOf({ ...ask, part, action });
                return decide(request, policies).decision;
              }),
            );
            if (word !== slow) throw new Error(`${word}, but ${slow} by decide`);
            seen.add(word);
            decisions += 1;
            if (index >= 9) continue;
            const naive = naiveWorst(
              route.parts.map((part) => naivePart({ ...ask, part, action })),
            );
            if (word !== naive) throw new Error(`${word}, but naively ${naive}`);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
  console.log(`${decisions} decisions on routes of ${RUNS} worlds`);
  expect([...seen].sort()).toEqual(['allowed', 'conditional', 'denied', 'unknown']);
}, 3_000_000);

const LETTERS = { allowed: 'A', conditional: 'C', unknown: 'U', denied: 'D' };

test('a cell is the best of its ways, in each Region and in all', () => {
  fc.assert(
    fc.property(randomWorlds, fc.constantFrom(null, 'us-east-1'), (given, region) => {
      const { world, catalogue } = given;
      const access = compiled(given);
      for (const principal of world.principals) {
        const filter = { operation: 'invoke', region } as const;
        const best = catalogue.models.map(({ modelId }) => {
          const ways = access.ways(principal, modelId, filter);
          return naiveBest(ways.map(({ decision }) => decision));
        });
        const letters = best.map((word) => (word === null ? '-' : LETTERS[word])).join('');
        expect(access.letters(principal, filter)).toBe(letters);
        expect(
          catalogue.models.map(({ modelId }) => access.cell(principal, modelId, filter)),
        ).toEqual(best);
      }
    }),
    { numRuns: 200 },
  );
});
