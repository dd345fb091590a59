import { expect, test } from 'vitest';
import { turnOf } from '../../../shared/access/decision-word.ts';

test.each([
  ['denied', 'allowed', 'gained'],
  ['conditional', 'allowed', 'gained'],
  ['allowed', 'conditional', 'lost'],
  ['conditional', 'denied', 'lost'],
  ['denied', 'unknown', 'unsure'],
  ['allowed', 'unknown', 'unsure'],
  ['unknown', 'conditional', 'unsure'],
  ['unknown', 'denied', 'unsure'],
] as const)('from %s to %s is %s', (before, after, turn) => {
  expect(turnOf(before, after)).toBe(turn);
});
