import { describe, expect, test } from 'vitest';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { observedUsageReadings } from '../../../shared/rules/observed-usage.ts';
import { ACCOUNT, observed, REGION } from './builders.ts';

const readAt = '2026-11-20T08:00:00Z';
const place = { accountId: ACCOUNT, region: REGION };
const source = (outcome: ReadOutcome, id = 'metrics', at = readAt) => ({
  ...place,
  source: id,
  outcome,
  actions: ['x:Y'],
  readAt: at,
});
const denied: ReadOutcome = { status: 'denied', action: 'cloudwatch:GetMetricData', reason: 'no' };
const failed: ReadOutcome = { status: 'failed', reason: 'cut' };
const collected: ReadOutcome = { status: 'collected' };

describe('observed usage as a dataset', () => {
  test.each<[string, readonly ReadOutcome[], ReadOutcome]>([
    ['one source was read', [denied, collected], collected],
    ['all were denied', [denied], denied],
    ['a denial outranks a failure', [failed, denied], denied],
    ['all failed', [failed], failed],
  ])('without calls: %s', (_, outcomes, outcome) => {
    const readings = observedUsageReadings({
      rows: [],
      sources: outcomes.map((each) => source(each)),
      readAt,
    });
    expect(readings).toMatchObject([{ ...place, dataset: 'observed-usage', outcome, items: [] }]);
  });

  test.each(['cloudtrail-logs', 'invocation-logs'])(
    'without calls: %s hold only what was selected, and cannot say that there were none',
    (id) => {
      const sources = [source(denied), source(collected, id)];
      const readings = observedUsageReadings({ rows: [], sources, readAt });
      expect(readings).toMatchObject([{ outcome: denied }]);
      const alone = observedUsageReadings({ rows: [], sources: sources.slice(1), readAt });
      expect(alone).toMatchObject([{ outcome: { status: 'failed' } }]);
    },
  );

  test.each([
    ['2026-10-21T00:00:00Z', 'collected'],
    ['2026-10-20T23:59:59Z', 'failed'],
  ])('without calls: a source last read at %s has %s', (at, status) => {
    const sources = [source(collected, 'lookup-events', at)];
    const readings = observedUsageReadings({ rows: [], sources, readAt });
    expect(readings).toMatchObject([{ outcome: { status } }]);
  });

  test('calls that were seen count as collected, whatever the sources say', () => {
    const rows = [{ ...observed(), ...place }];
    const readings = observedUsageReadings({ rows, sources: [source(denied)], readAt });
    expect(readings).toMatchObject([{ ...place, outcome: collected, items: [observed()] }]);
  });

  test('each account and Region has its own reading', () => {
    const rows = [
      { ...observed(), ...place },
      { ...observed(), ...place, region: 'eu-west-1' },
    ];
    const readings = observedUsageReadings({ rows, sources: [], readAt });
    expect(readings.map(({ region, items }) => [region, items.length])).toEqual([
      ['us-east-1', 1],
      ['eu-west-1', 1],
    ]);
  });
});
