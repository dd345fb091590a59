import { describe, expect, test } from 'vitest';
import type { ReadOutcome } from '../../../shared/model/dataset.ts';
import { observedUsageReadings } from '../../../shared/rules/observed-usage.ts';
import { ACCOUNT, observed, REGION } from './builders.ts';

const readAt = '2026-11-20T08:00:00Z';
const place = { accountId: ACCOUNT, region: REGION };
const source = (outcome: ReadOutcome) => ({ ...place, outcome, actions: ['x:Y'] });
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
    const readings = observedUsageReadings({ rows: [], sources: outcomes.map(source), readAt });
    expect(readings).toMatchObject([{ ...place, dataset: 'observed-usage', outcome, items: [] }]);
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
