import { describe, expect, it } from 'vitest';
import { usageGaps } from '../../../../electron/backend/api/usage-gaps.ts';
import type { SourceReading } from '../../../../electron/backend/store/store.ts';

const period = { from: '2026-11-01', to: '2026-11-06' };

function reading(change: Partial<SourceReading> = {}): SourceReading {
  return {
    source: 'metrics',
    accountId: '111122223333',
    region: 'us-east-1',
    outcome: { status: 'collected' },
    actions: ['cloudwatch:GetMetricData'],
    readAt: '2026-11-04T10:00:00Z',
    calls: 1,
    items: 1,
    ...change,
  };
}

const denied = {
  status: 'denied',
  action: 'cloudwatch:GetMetricData',
  reason: 'cloudwatch:GetMetricData is not allowed.',
} as const;

describe('gaps of usage', () => {
  it.each([
    {
      what: 'the day of the last read and later ones',
      state: { oldestDay: '2026-08-01', newestDay: '2026-11-03', sources: [reading()] },
      days: ['2026-11-04', '2026-11-05'],
    },
    {
      what: 'days after the newest of an imported folder',
      state: { oldestDay: '2026-08-01', newestDay: '2026-11-02', sources: [] },
      days: ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'],
    },
    {
      what: 'days before the oldest',
      state: { oldestDay: '2026-11-03', newestDay: '2026-11-30', sources: [] },
      days: ['2026-11-01', '2026-11-02'],
    },
    {
      what: 'days with events alone',
      state: {
        oldestDay: '2026-08-01',
        newestDay: '2026-11-30',
        sources: [],
        counted: { oldestDay: '2026-11-02', newestDay: '2026-11-04' },
      },
      days: ['2026-11-01', '2026-11-04', '2026-11-05'],
    },
    {
      what: 'none of a period that was read in full',
      state: { oldestDay: '2026-08-01', newestDay: '2026-12-01', sources: [] },
      days: [],
    },
    {
      what: 'none while nothing is stored',
      state: { oldestDay: null, newestDay: null, sources: [] },
      days: [],
    },
  ])('are $what', ({ state, days }) => {
    expect(usageGaps(period, state).incompleteDays).toEqual(days);
  });

  it('a refused read is not a read', () => {
    const sources = [reading({ outcome: denied, readAt: '2026-11-05T10:00:00Z' })];
    const state = { oldestDay: '2026-08-01', newestDay: '2026-11-02', sources };
    expect(usageGaps(period, state).incompleteDays).toContain('2026-11-03');
  });

  it.each<[string, Partial<SourceReading>, RegExp | null]>([
    ['metrics', {}, null],
    ['invocation logs in CloudWatch Logs', { source: 'log-group' }, null],
    ['refused metrics of which a part is there', { outcome: denied }, null],
    ['refused metrics', { outcome: denied, items: 0 }, /^no invocation logs or metrics were read/],
    ['events', { source: 'lookup-events' }, /^no invocation logs or metrics were read/],
    ['a bill', { source: 'data-exports' }, /^no invocation logs or metrics were read/],
  ])('no usage is known as none by %s: %#', (_, change, reason) => {
    const state = { oldestDay: null, newestDay: null, sources: [reading(change)] };
    const { notCounted } = usageGaps(period, state);
    if (reason === null) expect(notCounted).toBeNull();
    else expect(notCounted).toMatch(reason);
  });

  it('say that events alone count nothing', () => {
    const counted = { oldestDay: null, newestDay: null };
    const state = { oldestDay: '2026-11-01', newestDay: '2026-11-30', sources: [], counted };
    expect(usageGaps(period, state).notCounted).toMatch(/^only events were read/);
  });

  it('say where metrics were not read, and why', () => {
    const sources = [reading(), reading({ region: 'eu-west-1', outcome: denied })];
    const state = { oldestDay: '2026-11-01', newestDay: '2026-11-30', sources };
    expect(usageGaps(period, state).notes).toEqual([
      expect.stringMatching(/1 of 2 places \(111122223333 eu-west-1: cloudwatch:GetMetricData/),
    ]);
  });

  it('say from which day on something is known', () => {
    const state = { oldestDay: '2026-11-03', newestDay: '2026-11-30', sources: [] };
    expect(usageGaps(period, state).notes).toEqual([expect.stringContaining('2026-11-03')]);
  });
});
