import { describe, expect, test } from 'vitest';
import { lacksPrice } from '../../shared/cost/chargeback/proven-sums.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import {
  addMonths,
  dayOf,
  type Month,
  monthOf,
  monthPeriod,
  type Period,
} from '../../shared/model/period.ts';
import { formatUsd, parseUsd } from '../../shared/model/usd.ts';
import { scrollsSideways } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';
import { known } from '../helpers/known.ts';

/** The tabs of Spend beside cost and forecast, clicked through on the simulated account. */
const { visit, problems, api, now } = demoPage();

const lastMonth = (): Month => addMonths(monthOf(dayOf(now())), -1);
const period = (): Period => monthPeriod(lastMonth());
const days = (): string => `from=${period().from}&to=${period().to}`;
const thisMonth = (): Period => monthPeriod(monthOf(dayOf(now())));

describe('every tab', () => {
  const tabs = [
    'reconciliation',
    'budgets',
    'chargeback',
    'chargeback&view=rules',
    'chargeback&view=shared',
    'what-if',
    'cache',
    'capacity',
    'other-costs',
    'prices',
    'prices&view=used',
    'prices&view=lines',
    'prices&view=conflicts',
  ];
  const looks = [
    { size: 'laptop', theme: 'light' },
    { size: 'narrow', theme: 'dark' },
  ] as const;

  test.each(tabs.flatMap((tab) => looks.map((look) => ({ tab, ...look }))))(
    '$tab opens without a problem at $size, $theme',
    async ({ tab, ...look }) => {
      const page = await visit(`/spend?tab=${tab}`, look);
      await page.getByRole('tabpanel').first().waitFor();
      expect(await page.getByText('could not be shown').count()).toBe(0);
      expect(await scrollsSideways(page)).toBe(false);
      expect(problems()).toEqual([]);
    },
  );
});

describe('Reconciliation', () => {
  test('says how much of the bill is explained, and lists the lines of a cause', async () => {
    const question = { ...period(), offset: 0, limit: 50 };
    const all = await api()['spend.reconcile'](question);
    const page = await visit(`/spend?tab=reconciliation&${days()}`);
    await page.getByText(`Matches ${all.headline.matchedPercent} % of the bill`).waitFor();
    await page
      .getByText(formatMoney(all.headline.billedUsd ?? '0'))
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Credit', exact: true }).click();
    await expect.poll(() => page.url()).toContain('cause=credit');
    const credits = await api()['spend.reconcile']({ ...question, filter: { causes: ['credit'] } });
    await page
      .getByText(new RegExp(`^${credits.total} lines?$`))
      .first()
      .waitFor();
    expect(credits.total).toBeLessThan(all.total);
    await page.getByRole('row').filter({ hasText: 'billed only' }).first().click();
    await page.getByText('What the difference is made of').waitFor();
  });
});

describe('Prices', () => {
  const overrides = async () => (await api()['settings.get']({})).priceOverrides;

  test('a discount needs a percentage and a note, changes what is paid, and can be taken back', async () => {
    const before = await api()['spend.get']({ ...thisMonth(), groupBy: 'model' });
    const page = await visit('/spend?tab=prices');
    await page.getByRole('button', { name: 'Add a price of your own' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('A percentage from 0 to 100').waitFor();
    await page.getByLabel('Percent off the listed price').fill('10');
    await page.getByRole('textbox', { name: 'Note' }).fill('Agreed in March');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(overrides).toMatchObject([{ percentOff: '10', note: 'Agreed in March' }]);
    await page.getByText('with a discount of yours').waitFor();
    const after = await api()['spend.get']({ ...thisMonth(), groupBy: 'model' });
    expect(parseUsd(known(after.usd))).toBe((parseUsd(known(before.usd)) * 9n) / 10n);
    await page.getByRole('tab', { name: /^Used/ }).click();
    await page.getByText('10 % off').first().waitFor();
    await page.getByRole('tab', { name: 'Your prices' }).click();
    await page.getByText('10 % less than listed').click();
    await page.getByRole('button', { name: 'Remove the price of your own' }).click();
    await expect.poll(overrides).toEqual([]);
    expect(problems()).toEqual([]);
  });

  test('every line of a model is listed', async () => {
    const [model] = await api()['models.list']({});
    const modelId = model?.modelId ?? '';
    const lines = await api()['prices.list']({ modelId });
    const page = await visit(`/spend?tab=prices&view=lines&of=${encodeURIComponent(modelId)}`);
    await page.getByText(`(${lines.length})`).first().waitFor();
  });
});

describe('Budgets', () => {
  test('a budget is added, stands as the backend judges it, and is removed with undo', async () => {
    const page = await visit('/spend?tab=budgets');
    await page.getByRole('button', { name: 'Add a budget' }).click();
    await page.getByLabel('Name', { exact: true }).fill('All of Bedrock');
    await page.getByLabel('USD a month').fill('1');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/1 budget spent/).waitFor();
    const { budgets } = await api()['spend.budgets']({});
    expect(budgets).toHaveLength(1);
    await page
      .getByText(formatMoney(budgets[0]?.actualUsd ?? '0'))
      .first()
      .waitFor();
    await page.getByRole('row').filter({ hasText: 'All of Bedrock' }).click();
    await page.getByRole('button', { name: 'Remove the budget' }).click();
    await page.getByText('The budget is removed').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .poll(async () => (await api()['settings.get']({})).spendBudgets.map(({ name }) => name))
      .toEqual(['All of Bedrock']);
    expect(problems()).toEqual([]);
  });
});

describe('Chargeback', () => {
  test('a team rule assigns usage; teams and pots add up to the month exactly', async () => {
    await api()['settings.update']({ teamRules: [] });
    const page = await visit(`/spend?tab=chargeback&view=rules&${days()}`);
    await page.getByRole('button', { name: 'Add a team rule' }).click();
    await page.getByRole('button', { name: /Usage is assigned by/ }).click();
    await page.getByRole('option', { name: 'Tag', exact: true }).click();
    await page.getByLabel('Key', { exact: true }).fill('team');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(async () => (await api()['settings.get']({})).teamRules)
      .toEqual([{ by: 'tag', owner: null, key: 'team', value: null, team: null }]);
    const { now } = await api()['spend.chargeback']({ month: lastMonth() });
    expect(now.lines.length).toBeGreaterThan(1);
    const parts = [...now.lines.map(({ totalUsd }) => totalUsd), ...now.kept.map(({ usd }) => usd)];
    expect(formatUsd(parts.reduce((sum, usd) => sum + parseUsd(usd), 0n))).toBe(now.totalUsd);
    await page.getByRole('tab', { name: 'By team' }).click();
    const costs = lacksPrice(now) ? 'costs at least' : 'costs';
    await page.getByText(`${costs} ${formatMoney(known(now.totalUsd))}`).waitFor();
    for (const { team, totalUsd } of now.lines.slice(0, 3)) {
      const row = page.getByRole('row').filter({ hasText: team });
      await row.getByText(formatMoney(totalUsd)).first().waitFor();
    }
  });

  test('a month is closed with a note, holds, and is opened again with a reason', async () => {
    const closed = async () =>
      (await api()['spend.chargeback']({ month: lastMonth() })).closed?.note ?? null;
    const page = await visit(`/spend?tab=chargeback&${days()}`);
    await page.getByRole('button', { name: 'Close the month' }).click();
    await page.getByLabel('Note', { exact: true }).fill('Sent to all teams');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Close / })
      .last()
      .click();
    await expect.poll(closed).toBe('Sent to all teams');
    await page.getByText('Closed: shared out again today, it comes to the same.').waitFor();
    await page.getByRole('button', { name: 'Open the month again' }).click();
    await page.getByLabel('Note', { exact: true }).fill('A rule was wrong');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Open / })
      .last()
      .click();
    await expect.poll(closed).toBeNull();
    await page.getByText('Earlier closes').waitFor();
  });
});

test('What-if: a change is chosen, stands in the address, and answers what the backend does', async () => {
  const page = await visit(`/spend?tab=what-if&${days()}`);
  await page.getByRole('button', { name: 'Add a change' }).click();
  await page.getByRole('button', { name: /Moves to/ }).click();
  await page.getByRole('option', { name: 'Another service tier' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('100 % of everything moves to the tier batch').waitFor();
  expect(page.url()).toContain('steps=');
  const answer = await api()['spend.what-if']({
    ...period(),
    changes: [{ select: {}, percent: 100, to: { kind: 'tier', tier: 'batch' } }],
  });
  await page.getByText(formatMoney(answer.afterUsd)).first().waitFor();
  await page.getByText(/It would cost .* less/).waitFor();
  await page.getByRole('button', { name: 'Remove step 1' }).click();
  await page.getByText('Nothing is changed yet').waitFor();
});

describe('Cache, bought capacity and other costs', () => {
  test('say what the backend answers', async () => {
    const cache = await api()['spend.cache'](period());
    const page = await visit(`/spend?tab=cache&${days()}`);
    await page.getByText(`saved ${formatMoney(cache.savingsUsd ?? '')}, net`).waitFor();

    const { rows } = await api()['spend.capacity'](period());
    await page.getByRole('tab', { name: 'Capacity' }).click();
    await page.getByText(`${rows.length} purchases of capacity`).waitFor();

    const other = await api()['spend.other-costs'](period());
    await page.getByRole('tab', { name: 'Other costs' }).click();
    await page.getByText(`${formatMoney(other.usd)} beside counted tokens`).waitFor();
    expect(problems()).toEqual([]);
  });
});
