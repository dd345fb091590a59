import { describe, expect, test } from 'vitest';
import {
  anomalyId,
  anomalySentence,
  driverQuery,
  driverWords,
  timesWords,
} from '../../../../../renderer/pages/spend/forecast/anomaly-words.ts';
import { forecastBars } from '../../../../../renderer/pages/spend/forecast/forecast-bars.ts';
import {
  anomalyCountWords,
  forecastSentence,
} from '../../../../../renderer/pages/spend/forecast/forecast-words.ts';
import type { Anomaly, Driver, SpendForecast } from '../../../../../shared/api/answers.ts';

const driver: Driver = {
  values: {
    principal: 'arn:aws:iam::1:role/batch-etl',
    model: 'opus',
    unit: 'cache-write-5m-tokens',
  },
  actualUsd: '460',
  usualUsd: '48',
  excessUsd: '412',
  times: 9.28,
  share: 0.97,
};
const anomaly: Anomaly = {
  day: '2026-10-14',
  dimension: 'principal',
  value: 'arn:aws:iam::1:role/batch-etl',
  actualUsd: '520',
  usualUsd: '108',
  excessUsd: '412.3',
  times: 4.8,
  deviations: 21,
  firstSeen: false,
  drivers: [driver],
  explained: 0.97,
};
const labels = {
  'principal arn:aws:iam::1:role/batch-etl': 'role batch-etl',
  'model opus': 'Claude Opus 5.5',
};

describe('the story of an unusual day', () => {
  test('names the excess, the day, and what drove it', () => {
    expect(anomalySentence(anomaly, labels)).toBe(
      '+$412.30 on 14 October: role batch-etl, 4.8x its usual, most by cache writes (5 min) on Claude Opus 5.5 (9.3x)',
    );
  });

  test('a driver without a unit begins with who it is; where it was is left to the story', () => {
    const values = { principal: 'x', region: 'us-east-1', account: '1' };
    const who = { ...anomaly, drivers: [{ ...driver, values }] };
    expect(anomalySentence({ ...who, value: 'x' }, {})).toMatch(/: x, 4\.8x its usual$/);
    const all = { ...who, dimension: null, value: null };
    expect(anomalySentence(all, {})).toMatch(
      /: everything together, 4\.8x its usual, most by x \(9\.3x\)$/,
    );
    expect(driverWords({ values }, { 'account 1': 'prod' })).toBe('x in us-east-1 of prod');
    expect(driverWords({ values: {} }, {})).toBe('everything together');
  });

  test('several drivers are counted; without one the series is named', () => {
    const two = { ...anomaly, drivers: [driver, { ...driver, values: { model: 'opus' } }] };
    expect(anomalySentence(two, labels)).toMatch(/\(9\.3x\), and 1 more$/);
    expect(anomalySentence({ ...anomaly, drivers: [] }, labels)).toBe(
      '+$412.30 on 14 October: role batch-etl, 4.8x its usual',
    );
    const total = { ...anomaly, drivers: [], dimension: null, value: null, times: null };
    expect(anomalySentence(total, labels)).toBe('+$412.30 on 14 October: everything together, new');
  });

  test('the way to its invocations has the values and the day', () => {
    expect(driverQuery(anomaly, driver)).toEqual({
      principal: 'arn:aws:iam::1:role/batch-etl',
      model: 'opus',
      unit: 'cache-write-5m-tokens',
      groupBy: 'unit',
      calls: '2026-10-14',
    });
  });

  test.each([
    [9.28, '9.3x its usual'],
    [123.4, '120x its usual'],
    [null, 'new'],
  ])('%s times is "%s"', (times, words) => {
    expect(timesWords({ times })).toBe(words);
  });

  test('stories of one day are told apart', () => {
    const total = { ...anomaly, dimension: null, value: null };
    expect(anomalyId(total)).not.toBe(anomalyId(anomaly));
  });
});

const day = { expectedUsd: '10', lowUsd: '8', highUsd: '13' };
const forecast: SpendForecast = {
  month: '2026-11',
  forecast: {
    found: true,
    month: '2026-11',
    expectedUsd: '300',
    lowUsd: '280',
    highUsd: '330.5',
    knownUsd: '200',
    days: [
      { day: '2026-11-20', why: 'incomplete', ...day },
      { day: '2026-11-21', why: 'ahead', ...day },
    ],
    historyDays: 56,
    weekdayRhythm: true,
    notes: [],
  },
  days: [
    { day: '2026-11-19', usd: '9', complete: true },
    { day: '2026-11-20', usd: '4', complete: false },
  ],
  provenance: 'metered',
  unpricedTokens: 0,
  unpricedUnits: [],
  beside: null,
  besideAhead: null,
  notes: [],
};

describe('the forecast', () => {
  test('says where the month ends, and how sure that is', () => {
    expect(forecastSentence(forecast)).toBe(
      'Metered usage of November 2026 is expected to end at $300.00, between $280.00 and $330.50 in 8 of 10 cases.',
    );
  });

  test('of a month that is over says what it cost; without history says why there is none', () => {
    if (!forecast.forecast.found) throw new Error('The sample has a forecast');
    const over = { ...forecast, forecast: { ...forecast.forecast, days: [] } };
    expect(forecastSentence(over)).toBe('November 2026 is over: its metered usage cost $300.00.');
    const none = { ...forecast, forecast: { found: false, reason: 'no day is known.' } as const };
    expect(forecastSentence(none)).toBe('There is no forecast of November 2026: no day is known.');
  });

  test('known, incomplete, expected and unusual days stand in order', () => {
    const bars = forecastBars(forecast, {
      anomalies: [{ ...anomaly, day: '2026-11-19' }],
      labels,
      judgedDays: ['2026-11-19'],
      unjudgedDays: [],
      provenance: 'metered',
      notes: [],
    });
    expect(bars.map(({ day: at, knownUsd, incomplete }) => [at, knownUsd, incomplete])).toEqual([
      ['2026-11-19', '9', false],
      ['2026-11-20', '4', true],
      ['2026-11-21', null, false],
    ]);
    expect(bars.map(({ estimate }) => estimate?.expectedUsd)).toEqual([undefined, '10', '10']);
    expect(bars.map(({ mark }) => mark !== null)).toEqual([true, false, false]);
  });
});

test('days that could not be judged are told', () => {
  const answer = {
    anomalies: [anomaly],
    labels,
    judgedDays: ['2026-10-14'],
    unjudgedDays: ['2026-10-15'],
    provenance: 'metered',
    notes: [],
  } as const;
  expect(anomalyCountWords(answer, { from: '2026-10-14', to: '2026-10-16' })).toBe(
    '1 unusual day from 14 to 15 October 2026. 1 day could be judged, 1 could not.',
  );
});
