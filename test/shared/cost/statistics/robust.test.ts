import { describe, expect, test } from 'vitest';
import {
  estimatedUsd,
  inCents,
  mean,
  median,
  robustDeviation,
} from '../../../../shared/cost/statistics/robust.ts';

describe('robust figures', () => {
  test.each<[number[], number | null, number | null]>([
    [[], null, null],
    [[3], 3, 3],
    [[10, 1, 2], 2, 13 / 3],
    [[4, 1, 2, 10], 3, 4.25],
    [[9, 10, 100], 10, 119 / 3],
  ])('%j: median %s, mean %s', (values, middle, average) => {
    expect(median(values)).toBe(middle);
    expect(mean(values)).toBe(average);
  });

  test('one wild value hardly moves the deviation', () => {
    expect(robustDeviation([9, 10, 11, 10, 9, 11, 1_000], 10)).toBeCloseTo(1.4826);
    expect(robustDeviation([], 10)).toBe(0);
  });
});

describe('estimates as money', () => {
  test.each([
    [0, '0'],
    [1.005, '1.01'],
    [12.5, '12.5'],
    [-0.004, '0'],
    [1e9, '1000000000'],
  ])('%s is %s', (amount, usd) => {
    expect(estimatedUsd(amount)).toBe(usd);
  });

  test('infinity is refused, cents are exact', () => {
    expect(() => estimatedUsd(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(inCents('1234567890123456789.005')).toBe('1234567890123456789.01');
  });
});
