import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedCells } from '../../../../shared/access/compile/changed-cells.ts';
import { compileAccess } from '../../../../shared/access/compile/compile-access.ts';
import { replacePolicies } from '../../../../shared/access/compile/replace-policies.ts';
import type { AccessWorld, ContextChoice } from '../../../../shared/access/world/access-world.ts';
import { requestOf } from '../../../../shared/access/world/request-of.ts';
import { identityPolicies } from '../random-policies.ts';
import { type RandomWorld, randomWorlds } from './random-world.ts';

const AT = '2026-06-01T00:00:00Z';
const ANY = { operation: 'invoke', region: null } as const;

function requests(world: AccessWorld, choice: ContextChoice) {
  return (asked: Pick<Parameters<typeof requestOf>[0], 'principal' | 'part' | 'action'>) =>
    requestOf({ ...asked, world, choice, at: AT });
}

function compiled({ world, catalogue, choice }: RandomWorld) {
  return compileAccess({ world, catalogue, requestOf: requests(world, choice) });
}

function lettersOf(access: ReturnType<typeof compiled>) {
  return access.input.world.principals.map((principal) => access.letters(principal, ANY));
}

test('policies replaced give what compiling the other world gives, and the cells that differ', () => {
  const documents = fc.option(
    identityPolicies.map((policy) => JSON.stringify(policy)),
    { nil: null },
  );
  let changed = 0;
  fc.assert(
    fc.property(randomWorlds, documents, fc.nat(), (given, document, chosen) => {
      const { world, choice } = given;
      const placed = world.principals.flatMap(({ policies }) => [
        ...policies.identity,
        ...(policies.boundary === null ? [] : [policies.boundary]),
        ...(policies.scps ?? []).flat(),
      ]);
      const sides = [...world.resources.values()];
      const all = [...placed, ...sides.flatMap(({ rcps }) => (rcps ?? []).flat())];
      const id = all[chosen % Math.max(1, all.length)]?.id ?? 'none';
      const other = replacePolicies(world, new Map([[id, document]]));
      const before = compiled(given);
      const again = { world: other, requestOf: requests(other, choice), changedKeys: [] };
      const after = before.again(again);
      const anew = compiled({ ...given, world: other });
      expect(lettersOf(after)).toEqual(lettersOf(anew));
      const cells = changedCells(before, after, ANY);
      changed += cells.length;
      const differing = world.principals.flatMap((one, at) => {
        const now = other.principals[at] ?? one;
        const pairs = [before.letters(one, ANY), anew.letters(now, ANY)];
        return [...(pairs[0] ?? '')].filter((letter, model) => letter !== pairs[1]?.[model]);
      });
      expect(cells).toHaveLength(differing.length);
    }),
    { numRuns: 300 },
  );
  expect(changed).toBeGreaterThan(10);
}, 60_000);

test('another choice of keys judges only those whose policies ask for them', () => {
  fc.assert(
    fc.property(randomWorlds, (given) => {
      const { world, choice } = given;
      const bare = { ...choice, keys: { 'bedrock:GuardrailIdentifier': [] } };
      const keys = [...Object.keys(choice.keys), ...Object.keys(bare.keys)];
      const change = { world, requestOf: requests(world, bare), changedKeys: keys };
      expect(lettersOf(compiled(given).again(change))).toEqual(
        lettersOf(compiled({ ...given, choice: bare })),
      );
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('whom a replaced policy does not concern is not judged again', () => {
  fc.assert(
    fc.property(randomWorlds, (given) => {
      const { world, choice } = given;
      const before = compiled(given);
      lettersOf(before);
      const own = world.principals[0]?.policies.identity.find(({ id }) => id.includes('inline'));
      const other = replacePolicies(world, new Map([[own?.id ?? 'none', null]]));
      const requestsOf = requests(other, choice);
      const after = before.again({ world: other, requestOf: requestsOf, changedKeys: [] });
      lettersOf(after);
      expect(after.judged()).toBeLessThanOrEqual(own === undefined ? 0 : 1);
      expect(other.principals.slice(1)).toEqual(world.principals.slice(1));
    }),
    { numRuns: 100 },
  );
}, 60_000);
