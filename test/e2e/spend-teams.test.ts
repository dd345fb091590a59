import { describe, expect, test } from 'vitest';
import { addMonths, dayOf, monthOf, monthPeriod } from '../../shared/model/period.ts';
import { scrollsSideways } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';

/** Rules of teams and budgets, written on the page over the simulated account. */
const { visit, problems, api, now } = demoPage();

const month = (): string => addMonths(monthOf(dayOf(now())), -1);
const days = (): string => {
  const { from, to } = monthPeriod(month());
  return `from=${from}&to=${to}`;
};

const LOOKS = [
  { size: 'laptop', theme: 'light' },
  { size: 'desktop', theme: 'dark' },
] as const;

describe('a team rule', () => {
  test.each(LOOKS)('shows what it would decide before it is saved, $size', async (look) => {
    await api()['settings.update']({ teamRules: [] });
    const page = await visit(`/spend?tab=chargeback&view=rules&${days()}`, look);
    await page.getByRole('button', { name: /Add/ }).first().click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Usage is assigned by').click();
    await page.getByRole('option', { name: 'Request metadata' }).click();
    await dialogue.getByLabel('Key').click();
    const { metadata } = await api()['spend.keys'](monthPeriod(month()));
    const key = metadata[0]?.key ?? '';
    await page.getByRole('option', { name: key, exact: true }).click();
    await dialogue.getByText(/would change\./).waitFor();
    const preview = await dialogue.getByRole('table').innerText();
    const { now: then } = await api()['spend.chargeback']({
      month: month(),
      teamRules: [{ by: 'metadata', key, value: null, team: null }],
    });
    expect(then.lines.length).toBeGreaterThan(0);
    for (const { team } of then.lines.slice(0, 8)) expect(preview).toContain(team);
    expect(preview).toContain('no team');
    expect((await api()['settings.get']({})).teamRules).toEqual([]);
    expect((await api()['spend.chargeback']({ month: month() })).now.lines).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(problems()).toEqual([]);
  });
});

describe('a budget', () => {
  test.each(LOOKS)(
    'is drawn as a line over what was spent and is expected, $size',
    async (look) => {
      const budget = { id: 'b1', name: 'All of Bedrock', scope: { kind: 'workspace' } } as const;
      await api()['settings.update']({
        spendBudgets: [
          { ...budget, monthlyUsd: '9000', thresholds: [{ percent: 80, on: 'actual' }] },
          {
            id: 'b2',
            name: 'Platform',
            scope: { kind: 'account', accountId: '222233334444' },
            monthlyUsd: '4000',
            thresholds: [],
          },
        ],
      });
      const page = await visit('/spend?tab=budgets', look);
      const chart = page.getByRole('figure', { name: /Budget All of Bedrock over time/ });
      await chart.waitFor();
      expect(await chart.locator('.recharts-line').count()).toBe(3);
      await page.getByRole('button', { name: /Show as table/ }).click();
      const figures = await page.getByRole('table', { name: /Budget All of Bedrock/ }).innerText();
      expect(figures).toContain('$9,000.00');
      expect(await scrollsSideways(page)).toBe(false);
      expect(problems()).toEqual([]);
    },
  );
});
