import { describe, expect, test } from 'vitest';
import { RATE_DISCOUNT } from '../../../../../electron/backend/demo/world/bill/planted.ts';
import type { DifferencePart } from '../../../../../shared/cost/reconcile/reconciled-line.ts';
import { addMonths, dayOf, monthOf, monthPeriod } from '../../../../../shared/model/period.ts';
import { addUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import type { ScannedDemo } from './scanned.ts';

const PERCENT = 10n;
const PAGE = 500;

/** A discount over everything that the user enters, against a bill that has such lines in one account. */
export function enteredDiscountOf(scanned: () => Pick<ScannedDemo, 'demo'>): void {
  describe('an EDP of 10 % that was entered', () => {
    test('lowers the estimate by a tenth, and explains no more than the bill has of it', async () => {
      const { backend, now } = scanned().demo;
      const { api } = backend;
      const month = monthPeriod(addMonths(monthOf(dayOf(now)), -1));
      const ask = (accounts: readonly string[] = []) =>
        api['spend.reconcile']({
          ...month,
          filter: { accounts: [...accounts] },
          offset: 0,
          limit: PAGE,
        });
      const { priceOverrides } = await api['settings.get']({});
      const before = await ask();
      await api['settings.update']({
        priceOverrides: [
          {
            kind: 'discount',
            models: '*',
            percentOff: String(PERCENT),
            validFrom: '2020-01-01',
            validTo: null,
            note: 'EDP',
          },
        ],
      });
      try {
        const { headline, causes } = await ask();
        const listed = parseUsd(before.headline.estimatedUsd ?? '0');
        expect(parseUsd(headline.estimatedUsd ?? '0') * 100n).toBe(listed * (100n - PERCENT));
        expect(headline.billedUsd).toBe(before.headline.billedUsd);
        expect(addUsd(...causes.map(({ usd }) => usd))).toBe(headline.differenceUsd);
        expect(Number(headline.explainedPercent)).toBeLessThan(
          Number(before.headline.explainedPercent),
        );
        const withLines = await ask([RATE_DISCOUNT.accountId]);
        const missing = (parts: readonly DifferencePart[]) =>
          parts.filter(
            ({ cause, reason }) => cause === 'price' && /EDP.* is not on the bill/.test(reason),
          );
        const others = (await ask(['555566667777'])).rows.flatMap(({ parts }) => missing(parts));
        expect(others.length).toBeGreaterThan(10);
        const found = withLines.causes.find(({ cause }) => cause === 'discount');
        expect(found).toBeDefined();
        const spend = await api['spend.get']({ ...month, groupBy: 'model' });
        expect(spend.usd).toBe(headline.estimatedUsd);
        expect(spend.discounts?.map(({ note, listedUsd }) => [note, listedUsd])).toEqual([
          ['EDP', before.headline.estimatedUsd],
        ]);
      } finally {
        await api['settings.update']({ priceOverrides: [...priceOverrides] });
      }
    });
  });
}
