import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  monthPeriod,
  msOfDay,
  type Period,
} from '../../../../../shared/model/period.ts';
import { addUsd, formatUsd } from '../../../../../shared/model/usd.ts';
import { bundledPrices } from '../../../../../shared/prices/bundled-prices.ts';
import type { ScannedDemo } from './scanned.ts';

const DAY_MS = 86_400_000;

/** Bought capacity of the demo account, against the simulated bill's own lines and the calls themselves. */
export function capacityOf(scanned: () => ScannedDemo): void {
  /** What the bill has of a purchase, by the ARN that its lines carry. */
  function billedFor(arn: string | null, { from, to }: Period) {
    const lines = scanned()
      .world.billLines()
      .filter(({ day, resourceId }) => resourceId === arn && day >= from && day < to);
    return {
      usd: addUsd(...lines.map(({ cost }) => cost)),
      days: [...new Set(lines.map(({ day }) => day))].sort(),
    };
  }

  /** Input and output of its calls on these days, at the first bundled line of its model that fits. */
  function onDemand(arn: string | null, modelId: string, days: readonly string[]): string {
    const calls = scanned().world.invocations.filter(
      (call) =>
        call.modelId === arn &&
        call.errorCode === null &&
        days.some((day) => call.time >= msOfDay(day) && call.time < msOfDay(day) + DAY_MS),
    );
    const price = (unit: string) =>
      bundledPrices().find(
        (one) =>
          one.modelId === modelId &&
          one.unit === unit &&
          one.tier === 'standard' &&
          one.scope === 'in-region' &&
          (one.regions === '*' || one.regions.includes(calls[0]?.region ?? '')),
      );
    const attodollars = calls.reduce((sum, call) => {
      const input = BigInt(Math.round(Number(price('input-tokens')?.usd) * 1e6));
      const output = BigInt(Math.round(Number(price('output-tokens')?.usd) * 1e6));
      return sum + input * BigInt(call.inputTokens) + output * BigInt(call.outputTokens);
    }, 0n);
    return formatUsd(attodollars * 1_000_000n);
  }

  describe('bought capacity of the demo account', () => {
    test.each([
      ['a month that has ended', -1],
      ['the running month, whose last day is not billed yet', 0],
    ])('%s: cost and saving are of the same billed days', async (_, months) => {
      const { demo } = scanned();
      const today = dayOf(demo.now);
      const whole = monthPeriod(addMonths(monthOf(today), months));
      const period = months === 0 ? { ...whole, to: addDays(today, 1) } : whole;
      const { rows } = await demo.backend.api['spend.capacity'](period);
      expect(rows.map(({ name }) => name)).toContain('nova-pro-peak');
      for (const row of rows) {
        const { usd, days } = billedFor(row.arn, period);
        expect(row.billed).toMatchObject({ usd, days, purchases: 1 });
        expect(row).toMatchObject({ costUsd: usd, costProvenance: 'billed' });
        if (row.onDemandUsd === null) continue;
        expect(row.onDemandUsd).toBe(onDemand(row.arn, row.modelId, days));
        expect(row.savedUsd).toBe(addUsd(row.onDemandUsd, `-${usd}`));
      }
      expect(rows.filter(({ savedUsd }) => savedUsd !== null)).toHaveLength(2);
    });
  });
}
