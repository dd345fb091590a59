import { expect, test } from 'vitest';
import {
  lackedReadings,
  lackNotes,
  lackText,
  unreadText,
} from '../../../renderer/components/reading-words.ts';
import type { InventoryPlace } from '../../../shared/api/answers.ts';
import type { ReadGap, ReadOutcome } from '../../../shared/model/dataset.ts';

const DENIED = { status: 'denied', action: 'bedrock:GetAgent', reason: 'AccessDenied' } as const;
const FAILED = { status: 'failed', reason: 'No answer in 30 s.' } as const;
const ABSENT = { status: 'unavailable', reason: 'not offered' } as const;
const READ = { status: 'collected' } as const;

function place(
  region: string,
  outcome: ReadOutcome,
  gaps: readonly ReadGap[] = [],
): InventoryPlace {
  const readAt = '2026-11-20T11:00:00Z';
  return { accountId: '1', region, readAt, outcome, gaps, actions: [], items: 0 };
}

test.each([
  [DENIED, 'not read: bedrock:GetAgent'],
  [FAILED, 'not read: No answer in 30 s.'],
])('%o in words', (outcome, text) => {
  expect(unreadText(outcome)).toBe(text);
});

test('everything read lacks nothing', () => {
  expect(lackedReadings([place('a', READ)])).toEqual([]);
});

test('the same lack in several places is told once, denied first, not offered last', () => {
  const gap = (items: number): ReadGap => ({ of: 'bedrock:GetAgent', outcome: DENIED, items });
  const lacked = lackedReadings([
    place('eu-west-1', ABSENT),
    place('eu-west-2', FAILED),
    place('us-east-1', DENIED),
    place('us-east-2', DENIED),
    place('us-west-1', DENIED),
    place('us-west-2', READ, [gap(2)]),
    place('sa-east-1', READ, [gap(1)]),
  ]);
  expect(lacked.map(lackText)).toEqual([
    'bedrock:GetAgent is denied in 3 places.',
    'bedrock:GetAgent is denied for 3 items in 1 us-west-2 and 1 sa-east-1.',
    'No answer in 30 s: failed in 1 eu-west-2.',
    'Not offered in 1 eu-west-1.',
  ]);
});

test('an export says what was not read, and not what a Region does not offer', () => {
  const outcomes = [
    place('eu-west-1', ABSENT),
    place('eu-west-2', FAILED),
    place('us-east-1', READ),
  ];
  expect(lackNotes(outcomes)).toEqual(['Partial: No answer in 30 s: failed in 1 eu-west-2.']);
  expect(lackNotes([place('us-east-1', READ)])).toEqual([]);
});
