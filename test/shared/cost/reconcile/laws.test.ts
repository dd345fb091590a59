import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BilledRow } from '../../../../shared/cost/reconcile/billed-row.ts';
import type { Reconciliation } from '../../../../shared/cost/reconcile/reconciliation.ts';
import type { UsageRow } from '../../../../shared/model/usage.ts';
import { addUsd, formatUsd, parseUsd } from '../../../../shared/model/usd.ts';
import { billed, counted, NOVA, reconciled } from './builders.ts';

const days = ['2026-10-01', '2026-10-05', '2026-10-31', '2026-11-10'] as const;
const accounts = ['111122223333', '444455556666'] as const;
const amount = fc
  .bigInt({ min: -(10n ** 13n), max: 10n ** 13n })
  .map((value) => formatUsd(value * 10n ** 8n));

const anyBilled: fc.Arbitrary<BilledRow> = fc
  .record({
    day: fc.constantFrom(...days),
    accountId: fc.constantFrom(...accounts),
    usageType: fc.constantFrom(
      'USE1-NovaLite-input-tokens',
      'USE1-NovaLite-input-tokens-long-context',
      'USE1-NovaLite-cache-write-1h-input-token-count',
      'USE1-ozone.tasman-large-v1:0-input-tokens',
      'USE1-NovaLite-ProvisionedThroughput-NoCommit-ModelUnits',
      'USE1-ContextPinning-ResidencyHours',
      null,
    ),
    lineItemType: fc.constantFrom('Usage', 'Usage', 'Usage', 'Credit', 'Tax', 'Mystery'),
    quantity: fc.option(fc.nat().map(String), { nil: null }),
    unblendedCost: amount,
    listCost: fc.option(amount, { nil: null }),
  })
  .map(billed);

const anyCounted: fc.Arbitrary<UsageRow> = fc
  .record({
    day: fc.constantFrom(...days),
    accountId: fc.constantFrom(...accounts),
    modelId: fc.constantFrom(NOVA, `global.${NOVA}`, 'ozone.tasman-large-v1:0'),
    unit: fc.constantFrom('input-tokens', 'cache-write-tokens', 'cache-write-1h-tokens', 'images'),
    context: fc.constantFrom('short', 'long'),
    quantity: fc.nat(),
    basis: fc.constantFrom('invocation-logs', 'metrics'),
  })
  .map(counted);

const anyCase = fc.record({
  billed: fc.array(anyBilled, { maxLength: 20 }),
  usage: fc.array(anyCounted, { maxLength: 20 }),
});

const sum = (texts: readonly string[]) => addUsd('0', ...texts);

test('the parts of each line, and all causes together, are the difference exactly', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { headline, causes, lines, states } = reconciled(given);
      for (const { parts, differenceUsd } of lines) {
        expect(sum(parts.map(({ usd }) => usd))).toBe(differenceUsd);
      }
      expect(sum(causes.map(({ usd }) => usd))).toBe(headline.differenceUsd);
      expect(sum(states.map(({ billedUsd }) => billedUsd))).toBe(headline.billedUsd ?? '0');
      expect(sum(states.map(({ estimatedUsd }) => estimatedUsd))).toBe(headline.estimatedUsd);
    }),
  );
});

test('all of the bill is in it once, whatever was counted', () => {
  fc.assert(
    fc.property(anyCase, ({ billed: rows, usage }) => {
      const { headline } = reconciled({ billed: rows, usage });
      const whole = sum(rows.map(({ unblendedCost }) => unblendedCost));
      expect(headline.billedUsd ?? '0').toBe(whole);
      const { explainedUsd, unexplainedUsd, grossUsd } = headline;
      expect(addUsd(explainedUsd, unexplainedUsd)).toBe(grossUsd);
      const { matchedUsd, classifiedUsd } = headline;
      expect(addUsd(matchedUsd, classifiedUsd)).toBe(explainedUsd);
      expect(parseUsd(matchedUsd) >= 0n && parseUsd(classifiedUsd) >= 0n).toBe(true);
      expect(parseUsd(explainedUsd) >= 0n && parseUsd(unexplainedUsd) >= 0n).toBe(true);
    }),
  );
});

test('the order of rows changes nothing, and days apart add up to the whole', () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const whole = reconciled(given);
      const turned = {
        billed: [...given.billed].reverse(),
        usage: [...given.usage].reverse(),
      };
      expect(reconciled(turned).headline).toEqual(whole.headline);
      const apart = days.map((day) =>
        reconciled({
          billed: given.billed.filter((row) => row.day === day),
          usage: given.usage.filter((row) => row.day === day),
        }),
      );
      const figure = (of: (one: Reconciliation) => string) => sum(apart.map(of));
      expect(figure(({ headline }) => headline.explainedUsd)).toBe(whole.headline.explainedUsd);
      expect(figure(({ headline }) => headline.differenceUsd ?? '0')).toBe(
        whole.headline.differenceUsd,
      );
    }),
  );
});
