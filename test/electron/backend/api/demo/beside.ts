import { beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../../../../../shared/api/contract.ts';
import { againstBill } from '../../../../../shared/cost/chargeback/against-bill.ts';
import type { ChargebackLine } from '../../../../../shared/cost/chargeback/chargeback-answer.ts';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  monthOf,
  monthPeriod,
} from '../../../../../shared/model/period.ts';
import { addUsd, usdToNumber } from '../../../../../shared/model/usd.ts';
import type { DemoBackend } from '../../../../helpers/demo-backend.ts';
import { known } from '../../../../helpers/known.ts';
import type { ScannedDemo } from './scanned.ts';

/** What AWS bills beside metered usage, told wherever metered usage is. */
export function besideOf(scanned: () => Pick<ScannedDemo, 'demo'>): void {
  let demo: DemoBackend;
  let api: Api;
  let month: string;

  beforeAll(() => {
    demo = scanned().demo;
    api = demo.backend.api;
    month = addMonths(monthOf(dayOf(demo.now)), -1);
  });

  describe('what the bill has beside metered usage', () => {
    test('the bill stands beside a chargeback: causes of the reconciliation make up the difference', async () => {
      const { now, bill } = await api['spend.chargeback']({ month });
      const { headline } = await api['spend.reconcile']({
        ...monthPeriod(month),
        offset: 0,
        limit: 1,
      });
      const against = againstBill(bill, now);
      expect(against?.usd).toBe(headline.billedUsd);
      expect(addUsd(...(against?.causes ?? []).map(({ usd }) => usd))).toBe(against?.differenceUsd);
      expect(addUsd(known(now.totalUsd), against?.differenceUsd ?? '')).toBe(headline.billedUsd);
      const titles = against?.causes.map(({ title }) => title);
      expect(titles).toContain('Discount');
      expect(titles).not.toContain('Not in the bill and usage of today');
      expect(now.kept.map(({ pot }) => pot)).toContain('credit');
      const { notes } = await api['report.build']({ report: 'chargeback', month });
      expect(notes.join(' ')).toMatch(
        /AWS billed \$[\d,.]+, to .*less than is shared out \(discount/,
      );
    });

    test('capacity by the hour is expected to the end of the month at what a day of it is billed', async () => {
      const running = monthOf(dayOf(demo.now));
      const { beside, besideAhead } = await api['spend.forecast']({ month: running });
      const last = beside?.lastBilledDay ?? '';
      const before = { from: addDays(last, -1), to: last };
      const { costs } = await api['spend.other-costs'](before);
      const hours = costs.filter(
        ({ subject, provenance }) =>
          provenance === 'billed' && (subject === 'provisioned' || subject === 'reserved'),
      );
      const aDay = addUsd(...hours.map(({ usd }) => known(usd)));
      const days = daysBetween(addDays(last, 1), monthPeriod(running).to);
      expect(usdToNumber(aDay)).toBeGreaterThan(0);
      expect(usdToNumber(known(besideAhead).flatPerDayUsd)).toBeCloseTo(usdToNumber(aDay), 1);
      const whole = usdToNumber(known(besideAhead).expectedUsd);
      expect(whole).toBeGreaterThan(usdToNumber(aDay) * days);
      expect(whole).toBeGreaterThanOrEqual(usdToNumber(known(besideAhead).lowUsd));
      expect(whole).toBeLessThanOrEqual(usdToNumber(known(besideAhead).highUsd));
    });

    test('bought capacity is the own cost of the team that its tags name, and the total stays', async () => {
      const { now, notes } = await api['spend.chargeback']({ month });
      const own = now.lines.filter((line) => billedOwn(line).length > 0);
      expect(own.map(({ team }) => team)).toContain('platform');
      const charged = notes.filter((note) => / of bought capacity \(/.test(note));
      expect(charged.some((note) => note.includes("platform's own"))).toBe(true);
      const parts = [...now.lines.map((line) => line.totalUsd), ...now.kept.map(({ usd }) => usd)];
      expect(addUsd(...parts)).toBe(now.totalUsd);
      const { costs } = await api['spend.other-costs'](monthPeriod(month));
      const bought = costs.filter(({ subject }) => subject === 'provisioned');
      const all = addUsd(...bought.flatMap(({ usd }) => usd ?? []));
      expect(Number(addUsd(...own.flatMap(billedOwn)))).toBeLessThanOrEqual(Number(all));
    });

    test('forecasts say what comes beside them, and a budget over everything counts it', async () => {
      const running = monthOf(dayOf(demo.now));
      const { beside, besideAhead, forecast } = await api['spend.forecast']({ month: running });
      const { now } = await api['spend.chargeback']({ month: running });
      const pots = now.kept.flatMap(({ pot, usd }) => (pot === 'unassigned' ? [] : [usd]));
      const besideUsd = addUsd(...pots, ...now.lines.flatMap(billedOwn));
      expect(beside?.usd).toBe(besideUsd);
      const teams = { teams: ['data'] };
      expect((await api['spend.forecast']({ month: running, filter: teams })).beside).toBeNull();
      const before = (await api['settings.get']({})).spendBudgets;
      const whole = { name: 'Whole', monthlyUsd: '9999', thresholds: [] };
      const model = { kind: 'model', modelId: 'amazon.nova-lite-v1:0' } as const;
      await api['settings.update']({
        spendBudgets: [
          { id: 'w', ...whole, scope: { kind: 'workspace' } },
          { id: 'm', ...whole, name: 'Model', scope: model },
        ],
      });
      const { budgets } = await api['spend.budgets']({ month: running });
      if (!forecast.found) throw new Error(forecast.reason);
      expect(budgets.map((each) => each.beside)).toEqual([beside, null]);
      expect(budgets[0]?.actualUsd).toBe(addUsd(forecast.knownUsd, besideUsd));
      expect(budgets[0]?.forecastUsd).toBe(
        addUsd(forecast.expectedUsd, besideUsd, besideAhead?.expectedUsd ?? ''),
      );
      await api['settings.update']({
        spendBudgets: before.map((each) => ({ ...each, thresholds: [...each.thresholds] })),
      });
    });
  });
}

/** What of a team's own the bill tells: bought capacity that belongs to it. */
function billedOwn({ own }: ChargebackLine): readonly string[] {
  return own.filter(({ provenance }) => provenance === 'billed').map(({ usd }) => usd);
}
