import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterPage,
  rangesToRead,
  toCursor,
} from '../../../../electron/backend/sources/lookup-ranges.ts';
import {
  mergeRanges,
  subtractRange,
  type TimeRange,
} from '../../../../electron/backend/sources/time-range.ts';

const range = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

function inside(ranges: readonly TimeRange[], ms: number): boolean {
  return ranges.some(({ fromMs, toMs }) => fromMs <= ms && ms <= toMs);
}

/** Instants between whole numbers, where touching ends do not matter. */
const instants = Array.from({ length: 100 }, (_, index) => index + 0.5);

describe('time ranges', () => {
  it('less another range hold exactly what is left', () => {
    fc.assert(
      fc.property(range, range, (whole, taken) => {
        const left = subtractRange(whole, taken);
        for (const ms of instants) {
          expect(inside(left, ms)).toBe(inside([whole], ms) && !inside([taken], ms));
        }
      }),
    );
  });

  it('merged hold the same instants, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const merged = mergeRanges(ranges);
        for (const ms of instants) expect(inside(merged, ms)).toBe(inside(ranges, ms));
        merged.slice(1).forEach((next, index) => {
          expect(next.fromMs).toBeGreaterThan(merged[index]?.toMs ?? 0);
        });
      }),
    );
  });
});

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400_000;
const HOUR = 3_600_000;

describe('what LookupEvents is asked for', () => {
  it('at first is 90 days, less an hour for the call to be in time', () => {
    expect(rangesToRead({ cursor: null, nowMs: NOW, covered: [] })).toEqual([
      { fromMs: NOW - 90 * DAY + HOUR, toMs: NOW },
    ]);
  });

  it('later is what came since, with half an hour again', () => {
    const cursor = toCursor(NOW - 2 * HOUR, []);
    expect(rangesToRead({ cursor, nowMs: NOW, covered: [] })).toEqual([
      { fromMs: NOW - 2.5 * HOUR, toMs: NOW },
    ]);
  });

  it('goes on with what an earlier run left open', () => {
    const cursor = toCursor(NOW - HOUR, [{ fromMs: NOW - 20 * DAY, toMs: NOW - 10 * DAY }]);
    expect(rangesToRead({ cursor, nowMs: NOW, covered: [] })).toEqual([
      { fromMs: NOW - 20 * DAY, toMs: NOW - 10 * DAY },
      { fromMs: NOW - 1.5 * HOUR, toMs: NOW },
    ]);
  });

  it('leaves out what files cover, and what is too old to be answered', () => {
    const cursor = toCursor(NOW - HOUR, [{ fromMs: NOW - 120 * DAY, toMs: NOW - 88 * DAY }]);
    const covered = { fromMs: NOW - 89 * DAY, toMs: NOW - HOUR };
    expect(rangesToRead({ cursor, nowMs: NOW, covered: [covered] })).toEqual([
      { fromMs: NOW - 90 * DAY + HOUR, toMs: NOW - 89 * DAY },
      { fromMs: NOW - HOUR, toMs: NOW },
    ]);
  });

  it('reads again what a clock that went back left behind', () => {
    const cursor = toCursor(NOW + HOUR, []);
    const [only] = rangesToRead({ cursor, nowMs: NOW, covered: [] });
    expect(only?.toMs ?? NOW).toBe(NOW);
  });

  it('shrinks a range to before the oldest event of a page, that second included', () => {
    const whole = { fromMs: NOW - DAY, toMs: NOW };
    expect(afterPage(whole, NOW - HOUR)).toEqual({ fromMs: NOW - DAY, toMs: NOW - HOUR });
    expect(afterPage(whole, NOW - 2 * DAY)).toEqual({ fromMs: NOW - DAY, toMs: NOW - DAY });
    expect(afterPage(whole, NOW + DAY)).toEqual(whole);
  });
});
