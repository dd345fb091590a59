import { beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../../../../shared/api/contract.ts';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  monthPeriod,
  type Period,
} from '../../../../../shared/model/period.ts';
import { addUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { known } from '../../../../helpers/known.ts';
import type { ScannedDemo } from './scanned.ts';

const LONG_MODEL = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

/** What a what-if sets out from is what Cost shows, long contexts included. */
export function whatIfOf(scanned: () => Pick<ScannedDemo, 'demo'>): void {
  let api: Api;
  let periods: readonly Period[];

  beforeAll(() => {
    const { demo } = scanned();
    api = demo.backend.api;
    const today = dayOf(demo.now);
    const month = monthOf(today);
    periods = [monthPeriod(addMonths(month, -1)), { ...monthPeriod(month), to: addDays(today, 1) }];
  });

  describe('what a what-if sets out from', () => {
    test('is what Cost shows of the same days, and nothing changed costs the same', async () => {
      for (const period of periods) {
        const { usd } = await api['spend.get']({ ...period, groupBy: 'model' });
        const answer = await api['spend.what-if']({
          ...period,
          changes: [
            {
              select: { models: [LONG_MODEL] },
              percent: 100,
              to: { kind: 'model', modelId: LONG_MODEL },
            },
          ],
        });
        expect(parseUsd(known(usd))).toBeGreaterThan(0n);
        expect([answer.beforeUsd, answer.afterUsd]).toEqual([usd, usd]);
      }
    });

    test('is all of it where the other side has no price: what is not compared keeps its cost', async () => {
      for (const period of periods) {
        const { usd } = await api['spend.get']({ ...period, groupBy: 'model' });
        const { beforeUsd, notCompared } = await api['spend.what-if']({
          ...period,
          changes: [{ select: {}, percent: 100, to: { kind: 'tier', tier: 'batch' } }],
        });
        const left = notCompared.flatMap((each) => each.beforeUsd ?? []);
        expect(left.length).toBeGreaterThan(0);
        expect(addUsd(beforeUsd, ...left)).toBe(usd);
      }
    });
  });
}
