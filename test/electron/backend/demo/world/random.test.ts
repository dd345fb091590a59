import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../../electron/backend/demo/world/random.ts';

const DRAWS = 20_000;

function draws<T>(draw: () => T): readonly T[] {
  return Array.from({ length: DRAWS }, draw);
}

describe('a stream of draws', () => {
  test('repeats for the same seed and differs for another', () => {
    const [first, again, other] = ['a', 'a', 'b'].map((seed) => createRandom(seed).hex(64));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('fills its range evenly, both ends included', () => {
    const random = createRandom('integers');
    const counts = new Map<number, number>();
    for (const value of draws(() => random.integer(3, 7))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([3, 4, 5, 6, 7]);
    for (const count of counts.values()) expect(count / DRAWS).toBeCloseTo(0.2, 1);
  });

  test('keeps weights, and never draws what has none', () => {
    const random = createRandom('weights');
    const values = draws(() =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(values.filter((value) => value === 'often').length / DRAWS).toBeCloseTo(0.75, 1);
    expect(values).not.toContain('never');
  });

  test('scatters around the median', () => {
    const random = createRandom('median');
    const values = [...draws(() => random.around(1_000))].sort((a, b) => a - b);
    const median = values[DRAWS / 2] ?? 0;
    expect(median).toBeGreaterThan(950);
    expect(median).toBeLessThan(1_050);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  test('writes version 4 UUIDs, each once', () => {
    const random = createRandom('uuids');
    const values = draws(() => random.uuid());
    const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(values.filter((value) => !pattern.test(value))).toEqual([]);
    expect(new Set(values).size).toBe(DRAWS);
  });

  test('refuses to pick from nothing', () => {
    expect(() => createRandom('empty').pick([])).toThrow('empty list');
  });
});
