import { describe, expect, test } from 'vitest';
import {
  plannedLabel,
  plannedUsd,
  pollingWarning,
} from '../../../../renderer/pages/settings/polling-warning.ts';
import type { SourceKind, SourcePlan } from '../../../../shared/api/answers.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts';

function plan(kind: SourceKind, usdPerMonth: string | null): SourcePlan {
  const minutes = DEFAULT_SETTINGS.polling.minutes[kind];
  return {
    kind,
    minutes,
    lastAt: null,
    nextAt: null,
    failures: 0,
    usdPerReading: '1',
    usdPerMonth,
  };
}

const SOURCES = [
  plan('configuration', '0.5'),
  plan('metrics', '18.792'),
  plan('bill', '0.9'),
  plan('events', '0'),
  plan('logs', null),
];

describe('the cost of polling in 30 days', () => {
  test('is the sum of what is read and known', () => {
    expect(plannedUsd(DEFAULT_SETTINGS, { sources: SOURCES })).toBe('20.192');
    expect(plannedUsd({ sources: ['metrics'] }, { sources: SOURCES })).toBe('18.792');
    expect(plannedUsd({ sources: ['logs'] }, { sources: SOURCES })).toBeNull();
  });

  test('is at least the sum where a source has no cost yet', () => {
    const label = 'At these intervals, 30 days';
    expect(plannedLabel(DEFAULT_SETTINGS, { sources: SOURCES })).toBe(`${label}, at least`);
    expect(plannedLabel({ sources: ['metrics'] }, { sources: SOURCES })).toBe(label);
    expect(plannedLabel({ sources: ['logs'] }, { sources: SOURCES })).toBe(label);
  });

  test('over the limit is told, with the dearest source and what to do', () => {
    expect(pollingWarning(DEFAULT_SETTINGS, { sources: SOURCES }, '5')).toBe(
      'At these intervals 30 days cost about $20.19, over the limit of $5.00 a month: paid calls stop once it is reached, and figures grow old until the next month. CloudWatch metrics every 1 hour costs most ($18.79): read it less often, or raise the limit.',
    );
  });

  const { polling } = DEFAULT_SETTINGS;
  test.each([
    ['the limit is as large', DEFAULT_SETTINGS, SOURCES, '20.192'],
    [
      'polling is paused',
      { ...DEFAULT_SETTINGS, polling: { ...polling, on: false } },
      SOURCES,
      '5',
    ],
    [
      'the dear source is not read',
      { ...DEFAULT_SETTINGS, sources: ['bill'] as const },
      SOURCES,
      '5',
    ],
    ['nothing is known yet', DEFAULT_SETTINGS, [plan('metrics', null)], '0'],
  ])('no warning where %s', (_, settings, sources, cap) => {
    expect(pollingWarning(settings, { sources }, cap)).toBeNull();
  });

  test('a limit of nothing warns of any cost', () => {
    expect(pollingWarning(DEFAULT_SETTINGS, { sources: SOURCES }, '0')).toContain('$20.19');
  });
});
