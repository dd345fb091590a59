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
      share: 1,
      state: end,
      note: 'as said',
    });
    expect(progress.steps()[1]).toMatchObject({
      state: 'waiting',
      done: 0,
      total: null,
      share: null,
    });
    expect(reports).toHaveLength(4);
    expect(reports.at(-1)).toEqual(progress.steps());
  });
});

describe('the share of a step', () => {
  it.each<{ readonly name: string; readonly counts: Counts; readonly shares: Shares }>([
    { name: 'is unknown without a total', counts: [[3, null]], shares: [null] },
    { name: 'is unknown where there is nothing to do', counts: [[0, 0]], shares: [null] },
    {
      name: 'is what is done of the total',
      counts: [
        [0, 4],
        [1, 4],
      ],
      shares: [0, 0.25],
    },
    {
      name: 'stays where a total has grown',
      counts: [
        [2, 4],
        [3, 12],
        [9, 12],
      ],
      shares: [0.5, 0.5, 0.75],
    },
    {
      name: 'stays where the total is unknown again',
      counts: [
        [2, 4],
        [3, null],
      ],
      shares: [0.5, 0.5],
    },
    { name: 'is never more than all', counts: [[5, 4]], shares: [1] },
  ])('$name', ({ counts, shares }) => {
    const progress = createProgress(PLANNED, () => undefined);
    const told = counts.map(([done, total]) => {
      progress.count('events', done, total);
      return progress.steps()[0]?.share;
    });
    expect(told).toEqual(shares);
  });
});

type Counts = readonly (readonly [number, number | null])[];
type Shares = readonly (number | null)[];

describe('a tally of parts', () => {
  it('tells a total once every part has, and counts each part alike in the share', () => {
    const told: (readonly [number, number | null, number | null])[] = [];
    const tally = createTally(['a', 'b'], (...counted) => told.push(counted));
    tally.count('a', 1, null);
    tally.count('a', 1, 2);
    tally.count('b', 0, 100);
    tally.count('a', 1, 4);
    tally.count('b', 50, 100);
    tally.end('a');
    tally.end('b');
    expect(told).toEqual([
      [1, null, null],
      [1, null, 0.25],
      [1, 102, 0.25],
      [1, 104, 0.25],
      [51, 104, 0.5],
      [51, 101, 0.75],
      [51, 51, 1],
    ]);
  });
});
