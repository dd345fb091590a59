import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../../../electron/backend/demo/world/calendar.ts';
import type { Anomaly } from '../../../../shared/cost/anomalies/anomaly-answer.ts';
import { findAnomalies } from '../../../../shared/cost/anomalies/find-anomalies.ts';
import { addDays } from '../../../../shared/model/period.ts';
import { principalLabel } from '../../../../shared/model/principal.ts';
import { worldAt } from '../../../helpers/world-at.ts';
import { demoCells, wholeDays } from './demo-cells.ts';

const world = worldAt('2026-11-20T12:00:00Z');
const calendar = createCalendar(world.now);
const knownDays = wholeDays(world);
const [first = '', last = ''] = [knownDays[0], knownDays.at(-1)];
const { anomalies, judgedDays } = findAnomalies({
  cells: demoCells(world),
  knownDays,
  period: { from: first, to: addDays(last, 1) },
  seriesBy: ['principal', 'model', 'account'],
  driversBy: ['principal', 'model', 'unit', 'region', 'account'],
});

const PLANTED = [`${calendar.runawayDay} batch-etl`, `${calendar.jackingDay} ci-deploy-bot`];
const storyOf = ({ day, drivers }: Anomaly) =>
  `${day} ${principalLabel(drivers[0]?.values.principal ?? '')}`;
const on = (day: string) => anomalies.find((anomaly) => anomaly.day === day);

describe('anomalies of the demo account', () => {
  test('finds what was planted and nothing else', () => {
    const found = anomalies.map(storyOf);
    const hits = found.filter((story) => PLANTED.includes(story)).length;
    console.log(
      `anomalies over ${judgedDays.length} days: precision ${hits} of ${found.length}, recall ${hits} of ${PLANTED.length}`,
    );
    for (const { day, excessUsd, times, drivers } of anomalies)
      console.log(
        `+$${Number(excessUsd).toFixed(0)} on ${day}: ${Object.values(drivers[0]?.values ?? {}).join(', ')}, ${times?.toFixed(1) ?? 'never seen before'}`,
      );
    expect([...found].sort()).toEqual([...PLANTED].sort());
  });

  test('the night of the cache is told by its writes', () => {
    const night = on(calendar.runawayDay);
    expect(night?.drivers[0]?.values).toMatchObject({
      model: 'anthropic.claude-opus-4-8',
      unit: 'cache-write-5m-tokens',
      region: 'us-east-1',
    });
    expect(night?.drivers[0]?.times).toBeGreaterThan(9);
    expect(night?.explained).toBeGreaterThan(0.8);
  });

  test('the leaked key is told as never seen before', () => {
    expect(on(calendar.jackingDay)).toMatchObject({ firstSeen: true, usualUsd: '0', times: null });
  });
});
