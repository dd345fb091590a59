import { describe, expect, it } from 'vitest';
import type { ScanEstimate } from '../../../../electron/backend/scan/estimate.ts';
import { questionOf } from '../../../../electron/backend/scan/large-scan.ts';
import { questionText } from '../../../../shared/api/job-question.ts';

const SMALL: ScanEstimate = {
  pages: 90,
  minutes: 1,
  objects: 12,
  bytes: 5_000_000,
  usd: '0.0000048',
  events: [],
  unknown: [],
};

describe('a scan asks before it reads', () => {
  it.each([
    { name: 'nothing that is small', estimate: SMALL, sources: null },
    {
      name: 'a history of a quarter of an hour',
      estimate: { ...SMALL, minutes: 15 },
      sources: null,
    },
    { name: 'a longer history', estimate: { ...SMALL, minutes: 16 }, sources: ['events'] },
    { name: 'over 5 GiB', estimate: { ...SMALL, bytes: 6e9 }, sources: ['logs'] },
    { name: 'requests over a dollar', estimate: { ...SMALL, usd: '1.0001' }, sources: ['logs'] },
    {
      name: 'both',
      estimate: { ...SMALL, minutes: 99, bytes: 6e9 },
      sources: ['events', 'logs'],
    },
  ])('$name', ({ estimate, sources }) => {
    expect(questionOf(estimate)?.sources ?? null).toEqual(sources);
  });

  it('in words that name what it takes', () => {
    const question = questionOf({ ...SMALL, minutes: 99, pages: 11_583, bytes: 6e9, usd: '1.25' });
    if (question === null) throw new Error('nothing was asked');
    expect(questionText(question)).toBe(
      'The event history takes about 99 minutes (11,583 pages at two requests a second); the bucket of a trail is read much faster. ' +
        'The log files that are not stored yet are 12 objects of 5.6 GiB; their requests cost $1.25.',
    );
  });
});
