import { describe, expect, test } from 'vitest';
import type { CostCell } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import { findAnomalies } from '../../../../shared/cost/anomalies/find-anomalies.ts';
import { daysIn } from '../../../../shared/model/period.ts';
import { addUsd } from '../../../../shared/model/usd.ts';
import { anomalyInput, cell, FIRST, judgedDay, PERIOD, STEADY, workload } from './builders.ts';

const WRITES = { principal: 'batch', model: 'opus', unit: 'cache-write-5m-tokens' };
const WEDNESDAY = judgedDay(2);
const SATURDAY = judgedDay(5);

function story(...cells: readonly CostCell[]) {
  return findAnomalies(anomalyInput([...STEADY, ...cells])).anomalies;
}

describe('what is unusual', () => {
  test('ordinary days are quiet', () => {
    expect(story()).toEqual([]);
  });

  test('a job that writes its cache over and over: who, on what, of which kind, how many times', () => {
    const [found, ...rest] = story(cell(WEDNESDAY, 400, WRITES));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      day: WEDNESDAY,
      dimension: 'principal',
      value: 'batch',
      firstSeen: false,
      drivers: [{ values: WRITES, actualUsd: '400', usualUsd: '0', excessUsd: '400', times: null }],
    });
    expect(found?.times).toBeGreaterThan(15);
    expect(found?.explained).toBeGreaterThan(0.95);
    expect(addUsd(found?.usualUsd ?? '', found?.excessUsd ?? '')).toBe(found?.actualUsd);
  });

  test('somebody never seen, on a day on which the total is not even high', () => {
    const found = story(
      cell(SATURDAY, 60, { principal: 'thief', model: 'opus', unit: 'output-tokens' }),
    );
    expect(found).toMatchObject([
      { day: SATURDAY, value: 'thief', usualUsd: '0', times: null, firstSeen: true },
    ]);
  });

  test('two stories of one day are both told', () => {
    const thief = { principal: 'thief', model: 'nova', unit: 'output-tokens' };
    const found = story(cell(WEDNESDAY, 400, WRITES), cell(WEDNESDAY, 90, thief));
    expect(found.map(({ value }) => value)).toEqual(['batch', 'thief']);
  });

  test('many small rises make one story of the total', () => {
    const risen = STEADY.map((one) =>
      one.day === WEDNESDAY ? { ...one, usd: String(Number(one.usd) * 1.9) } : one,
    );
    const { anomalies } = findAnomalies(anomalyInput(risen, { seriesBy: [] }));
    expect(anomalies).toMatchObject([{ day: WEDNESDAY, dimension: null, value: null }]);
    expect(anomalies[0]?.drivers[0]?.values).toMatchObject({ principal: 'app' });
  });
});

describe('what is not', () => {
  const usual = { principal: 'batch', model: 'opus', unit: 'input-tokens' };

  test.each<[string, readonly CostCell[]]>([
    ['less than the minimum', [cell(WEDNESDAY, 15, WRITES)]],
    ['less than usual', [cell(WEDNESDAY, -18, usual)]],
    ['a tenth more of much', [cell(WEDNESDAY, 25, { ...usual, principal: 'app' })]],
  ])('%s', (_, cells) => {
    expect(story(...cells)).toEqual([]);
  });

  test('a rhythm of two days a week', () => {
    const tuesdays = daysIn({ from: FIRST, to: PERIOD.to })
      .filter((_, index) => index % 7 === 1 || index % 7 === 3)
      .map((day) => cell(day, 80, { principal: 'reports', model: 'nova', unit: 'input-tokens' }));
    expect(story(...tuesdays)).toEqual([]);
  });

  test('bursts on days that follow no rhythm, once they have been seen three times', () => {
    const bursts = daysIn({ from: FIRST, to: PERIOD.to })
      .filter((_, index) => index % 5 === 0)
      .map((day) => cell(day, 80, { principal: 'bursts', model: 'nova', unit: 'input-tokens' }));
    expect(story(...bursts)).toEqual([]);
  });

  test('a step is told for three days at most, then it is usual', () => {
    const step = daysIn({ from: judgedDay(0), to: PERIOD.to }).map((day) =>
      cell(day, 90, { principal: 'new', model: 'nova', unit: 'input-tokens' }),
    );
    expect(
      story(...step)
        .map(({ day }) => day)
        .sort(),
    ).toEqual([0, 1, 2].map(judgedDay));
  });
});

describe('days that cannot be judged', () => {
  const spike = cell(WEDNESDAY, 400, WRITES);
  const all = daysIn({ from: FIRST, to: PERIOD.to });

  test('days that were not read', () => {
    const knownDays = all.filter((day) => day !== WEDNESDAY);
    const answer = findAnomalies(anomalyInput([...STEADY, spike], { knownDays }));
    expect(answer.anomalies).toEqual([]);
    expect(answer.unjudgedDays).toEqual([WEDNESDAY]);
    expect(answer.judgedDays).toHaveLength(13);
  });

  test('days with less than two weeks before them', () => {
    const knownDays = daysIn({ from: '2026-10-10', to: PERIOD.to });
    const answer = findAnomalies(anomalyInput([...STEADY, spike], { knownDays }));
    expect(answer.unjudgedDays).toEqual([0, 1, 2, 3, 4].map(judgedDay));
    expect(answer.anomalies).toEqual([]);
  });

  test('a gap in history is not zero: the day after it is as usual', () => {
    const knownDays = all.filter((day) => day < '2026-09-28' || day >= '2026-10-18');
    expect(findAnomalies(anomalyInput(STEADY, { knownDays })).anomalies).toEqual([]);
  });
});

test('sensitivity can be set', () => {
  const input = anomalyInput([...STEADY, cell(WEDNESDAY, 15, WRITES)]);
  const sensitivity = { minimumUsd: '5', minimumDeviations: 2, minimumTimes: 1.2 };
  expect(findAnomalies({ ...input, sensitivity }).anomalies[0]).toMatchObject({ day: WEDNESDAY });
});

test('largest excess first', () => {
  const found = story(cell(WEDNESDAY, 90, WRITES), cell(judgedDay(4), 400, WRITES));
  expect(found.map(({ day }) => day)).toEqual([judgedDay(4), WEDNESDAY]);
});

test('the cells of other workloads do not change a story', () => {
  const spike = cell(WEDNESDAY, 400, WRITES);
  const more = workload('more', 'nova', 500);
  const known = story(spike)[0];
  expect(story(spike, ...more)[0]).toEqual(known);
});
