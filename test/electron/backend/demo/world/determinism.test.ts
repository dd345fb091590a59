import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import type { World } from '../../../../../electron/backend/demo/world/world.ts';
import { NOW, world } from './test-world.ts';

const STORY_DAY = /^2026-11-(07|11)/;

function callsOf(some: World, day: RegExp) {
  return some.invocations.filter((call) => day.test(new Date(call.time).toISOString()));
}

function objectsOf(some: World) {
  return some.logBuckets.flatMap(({ name }) => some.objects(name, ''));
}

describe('the same seed and time', () => {
  const again = createWorld({ now: NOW });

  test('give the same invocations', () => {
    expect(again.invocations.length).toBe(world.invocations.length);
    expect(JSON.stringify(again.invocations)).toBe(JSON.stringify(world.invocations));
  });

  test('give the same objects, byte for byte', () => {
    const [first, second] = [world, again].map((some) =>
      objectsOf(some).map(({ key, lastModified, body }, index) => {
        const text = index % 40 === 0 ? body().toString('base64') : '';
        return `${key} ${lastModified} ${text}`;
      }),
    );
    expect(second).toEqual(first);
  });

  test('give the same keys, guardrails, models and principals', () => {
    const facts = (some: World) =>
      JSON.stringify([
        some.rootKey,
        some.accounts,
        some.foundationModels('us-east-1'),
        some.inferenceProfiles('222233334444', 'us-east-1'),
        some.guardrails('222233334444', 'us-east-1'),
      ]);
    expect(facts(again)).toBe(facts(world));
  });
});

test('another seed gives other calls of the same places', () => {
  const other = createWorld({ now: NOW, seed: 8 });
  const ids = new Set(world.invocations.map(({ requestId }) => requestId));
  expect(other.invocations.filter(({ requestId }) => ids.has(requestId))).toEqual([]);
  expect(identitiesOf(other)).toEqual(identitiesOf(world));
});

/** Who is in which account; when they were last used follows from the calls. */
function identitiesOf({ accounts }: World) {
  return accounts.map(({ authorization, ...account }) => ({
    ...account,
    identities: authorization.identities.map((identity) => ({ ...identity, lastUsed: null })),
  }));
}

test('a later time of the same day only adds calls, and none lies in the future', () => {
  const later = createWorld({ now: '2026-11-20T18:30:00Z' });
  const earlier = later.invocations.slice(0, world.invocations.length);
  expect(JSON.stringify(earlier)).toBe(JSON.stringify(world.invocations));
  const added = later.invocations.slice(world.invocations.length);
  expect(added.length).toBeGreaterThan(50);
  for (const { time } of added) {
    expect(time).toBeGreaterThan(Date.parse(NOW));
    expect(time).toBeLessThanOrEqual(Date.parse('2026-11-20T18:30:00Z'));
  }
});

test('a finished day without a story is the same a week later', () => {
  const later = createWorld({ now: '2026-11-27T08:00:00Z' });
  for (const day of [/^2026-09-15/, /^2026-10-31/, /^2026-11-12/]) {
    expect(callsOf(later, day)).toEqual(callsOf(world, day));
  }
  expect(callsOf(later, STORY_DAY)).not.toEqual(callsOf(world, STORY_DAY));
});

test('any time gives 95 days that end at it', () => {
  const times = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-12-31') });
  fc.assert(
    fc.property(times, (ms) => {
      const now = new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
      const some = createWorld({ now });
      const first = some.invocations[0]?.time ?? 0;
      const last = some.invocations.at(-1)?.time ?? 0;
      const firstDay = Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - 94 * 86_400_000;
      expect(first).toBeGreaterThanOrEqual(firstDay);
      expect(first).toBeLessThan(firstDay + 86_400_000);
      expect(last).toBeLessThanOrEqual(Date.parse(now));
      expect(some.invocations.length).toBeGreaterThan(40_000);
      expect(some.invocations.length).toBeLessThan(75_000);
    }),
    { numRuns: 3, seed: 20261120 },
  );
}, 120_000);
