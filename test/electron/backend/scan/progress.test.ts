import { describe, expect, it } from 'vitest';
import { createProgress, createTally } from '../../../../electron/backend/scan/progress.ts';
import type { JobStep } from '../../../../shared/api/answers.ts';

const PLANNED = [
  { id: 'events', title: 'Event history' },
  { id: 'bill', title: 'Bill' },
];

describe('steps', () => {
  it.each([
    ['done', 40, 57, 40],
    ['done', 40, 40, 40],
    ['done', 40, null, null],
    ['partial', 40, 57, 57],
    ['failed', 0, 57, 57],
  ] as const)('that ended %s after %i of %s tell %s in all', (end, done, total, told) => {
    const reports: (readonly JobStep[])[] = [];
    const progress = createProgress(PLANNED, (steps) => reports.push(steps));
    progress.start('events');
    progress.count('events', done, total);
    progress.end('events', end, 'as said');
    expect(progress.steps()[0]).toEqual({
      id: 'events',
      title: 'Event history',
      done,
      total: told,
      state: end,
      note: 'as said',
    });
    expect(progress.steps()[1]).toMatchObject({ state: 'waiting', done: 0, total: null });
    expect(reports).toHaveLength(4);
    expect(reports.at(-1)).toEqual(progress.steps());
  });
});

describe('a tally of parts', () => {
  it('adds up what is done, and all of it once every part knows its total', () => {
    const told: (readonly [number, number | null])[] = [];
    const tally = createTally((done, total) => told.push([done, total]));
    tally('a', 1, null);
    tally('b', 2, 9);
    tally('a', 3, 4);
    expect(told).toEqual([
      [1, null],
      [3, null],
      [5, 13],
    ]);
  });
});
