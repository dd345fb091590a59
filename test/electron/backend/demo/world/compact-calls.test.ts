import { describe, expect, test } from 'vitest';
import { compactCalls } from '../../../../../electron/backend/demo/world/compact-calls.ts';
import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import type { WorldInvocation } from '../../../../../electron/backend/demo/world/world.ts';
import { NOW, world } from './test-world.ts';

/** Every member by name; a compact call has none of its own. */
function members(call: WorldInvocation): readonly unknown[] {
  const [plain] = world.invocations;
  return Object.keys(plain ?? {}).map((name) => [name, Reflect.get(call, name)]);
}

test('a compact call reads as the call that it was made of, in every member', () => {
  const compact = compactCalls();
  const halves = [world.invocations.slice(0, 20_000), world.invocations.slice(20_000)];
  const small = halves.flatMap(compact);
  expect(small).toHaveLength(world.invocations.length);
  const wrong = world.invocations.filter((call, at) => {
    const read = small[at];
    return read === undefined || JSON.stringify(members(read)) !== JSON.stringify(members(call));
  });
  expect(wrong).toEqual([]);
  expect(members(world.invocations[0] ?? ({} as WorldInvocation)).length).toBeGreaterThan(24);
});

describe('a world of another size', () => {
  const busy = createWorld({ now: NOW, events: 150_000 });

  test('has about as many calls as were asked for, in order of time', () => {
    expect(busy.invocations.length).toBeGreaterThan(142_000);
    expect(busy.invocations.length).toBeLessThan(158_000);
    const late = busy.invocations.filter(
      ({ time }, at) => time < (busy.invocations[at - 1]?.time ?? 0),
    );
    expect(late).toEqual([]);
  });

  test('has the organisation, the principals and the incidents of the story', () => {
    expect(busy.accounts.map(({ accountId }) => accountId)).toEqual(
      world.accounts.map(({ accountId }) => accountId),
    );
    const callers = (calls: readonly WorldInvocation[]) =>
      new Set(calls.map(({ caller }) => caller.arn));
    expect(callers(busy.invocations)).toEqual(callers(world.invocations));
    const jacked = (calls: readonly WorldInvocation[]) =>
      calls.filter(({ sourceIp }) => sourceIp.startsWith('192.0.2.')).length;
    expect(jacked(world.invocations)).toBeGreaterThan(0);
    expect(jacked(busy.invocations)).toBe(jacked(world.invocations));
  });

  test('its metrics and events add up to its calls', () => {
    const place = { accountId: '222233334444', region: 'us-east-1' };
    const calls = busy.invocations.filter(
      ({ accountId, region }) => accountId === place.accountId && region === place.region,
    );
    const series = busy
      .metrics(place.accountId, place.region)
      .find((metric) => metric.metricName === 'Invocations' && metric.dimensions.length === 0);
    const counted = [...(series?.hours.values() ?? [])].reduce((sum, { sum: one }) => sum + one, 0);
    expect(counted).toBe(calls.filter(({ errorCode }) => errorCode === null).length);
    const ids = new Set(
      busy
        .events(place.accountId, place.region, 0, Date.parse(NOW) + 1)
        .map(({ eventID }) => eventID),
    );
    expect(calls.filter(({ eventId }) => !ids.has(eventId))).toEqual([]);
  });
});
