import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { anomalySentence } from '../../renderer/pages/spend/forecast/anomaly-words.ts';
import { formatMoney } from '../../shared/model/money-text.ts';
import { addDays, dayOf, monthOf, type Period } from '../../shared/model/period.ts';
import { LOOKS, scrollsSideways } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';
import { known, pricedSum } from '../helpers/known.ts';

/** The page Spend in a real browser, on the simulated account; figures against answers asked apart. */
const { visit, problems, api, now } = demoPage();

const searchOf = (page: Page) => new URL(page.url()).searchParams;

/** The last ten complete days. */
function days(): Period {
  const to = dayOf(now());
  return { from: addDays(to, -10), to };
}

const inDays = () => `from=${days().from}&to=${days().to}`;

async function headline(page: Page): Promise<string> {
  return (await page.locator('.headline').first().textContent()) ?? '';
}

describe('the tabs', () => {
  const tabs = ['cost', 'forecast'];

  test.each(tabs.flatMap((tab) => LOOKS.map((look) => ({ tab, ...look }))))(
    '$tab opens by its address without a problem at $size, $theme',
    async ({ tab, ...look }) => {
      const page = await visit(`/spend?tab=${tab}`, look);
      const selected = page.locator('[role=tab][aria-selected=true]').first();
      expect(await selected.getAttribute('data-testid')).toBe(tab);
      expect(await scrollsSideways(page)).toBe(false);
      expect(problems()).toEqual([]);
    },
  );

  test('another tab keeps what usage is narrowed to, not what belongs to one tab', async () => {
    const page = await visit(`/spend?${inDays()}&tier=batch&groupBy=team`);
    await page.getByRole('tab', { name: 'Forecast & anomalies' }).click();
    await page.getByText('Unusual days').first().waitFor();
    const search = searchOf(page);
    expect([search.get('tab'), search.get('tier'), search.get('groupBy')]).toEqual([
      'forecast',
      'batch',
      null,
    ]);
  });
});

describe('Cost', () => {
  test('the figure above the fold is the sum over another grouping', async () => {
    const answer = await api()['spend.get']({ ...days(), groupBy: 'unit' });
    const sum = pricedSum(answer.groups.map(({ usd }) => usd));
    const page = await visit(`/spend?${inDays()}`);
    expect(await headline(page)).toBe(formatMoney(sum));
    expect(problems()).toEqual([]);
  });

  test('filters of the address narrow the figure', async () => {
    const narrow = { tiers: ['batch'], providers: ['anthropic'] };
    const { usd } = await api()['spend.get']({
      ...days(),
      groupBy: 'model',
      filter: narrow,
    });
    const page = await visit(`/spend?${inDays()}&tier=batch&provider=anthropic`);
    expect(await headline(page)).toBe(formatMoney(known(usd)));
  });

  test('choices of grouping, time and measure are in the address and survive a reload', async () => {
    const page = await visit(`/spend?${inDays()}`);
    for (const [list, option] of [
      ['Group by', 'Account'],
      ['Measure', 'Tokens'],
      ['By', 'Week'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${list} `) }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    }
    await page.getByText(/Tokens per UTC week by account/).waitFor();
    await page.reload();
    await page.getByText(/Tokens per UTC week by account/).waitFor();
    expect(searchOf(page).get('by')).toBe('week');
    expect(problems()).toEqual([]);
  });

  test('a ratio is drawn as lines and never summed', async () => {
    const answer = await api()['spend.get']({
      ...days(),
      groupBy: 'account',
      measure: 'usd-per-call',
    });
    const page = await visit(`/spend?${inDays()}&groupBy=account&measure=cost-per-call`);
    await page.getByText(`Cost per call is ${formatMoney(answer.rate ?? '')}`).waitFor();
    await page.getByRole('button', { name: 'Show as table' }).click();
    expect(await page.locator('.chart-table').textContent()).not.toContain('Total');
  });

  test('what changed most is what the backend says, against the days before', async () => {
    const { previous } = await api()['spend.get']({
      ...days(),
      groupBy: 'model',
      compare: 'previous-period',
    });
    const first = previous?.movers[0];
    const page = await visit(`/spend?${inDays()}&compare=previous-period&table=movers`);
    const row = page.locator('tbody tr', { hasText: first?.label ?? '-' }).first();
    await row.waitFor();
    expect(await row.textContent()).toContain(formatMoney(first?.difference ?? '0'));
  });

  test('unpriced usage is listed with its quantity, and no sum has it', async () => {
    const page = await visit(`/spend?${inDays()}&table=unpriced`);
    await page.getByText('Tasman Large').first().waitFor();
    const { unpriced, usd } = await api()['spend.get']({ ...days(), groupBy: 'model' });
    await page.getByText(`Unpriced (${unpriced.length})`).waitFor();
    const largest = unpriced[0];
    const row = page
      .locator('tbody tr', { hasText: known(largest?.region ?? null) })
      .filter({ hasText: known(largest?.quantity ?? null).toLocaleString('en-US') });
    expect(await row.count()).toBe(1);
    await page.getByText(/ tokens.*: no price, and not in this sum\.$/).waitFor();
    expect(await headline(page)).toBe(formatMoney(known(usd)));
  });
});

describe('down to single invocations', () => {
  test('a figure opens its calls, a call its price lines, and back closes them', async () => {
    const day = days().from;
    const { groups } = await api()['spend.get']({ ...days(), groupBy: 'model' });
    const dearest = [...groups].sort((a, b) => Number(b.usd) - Number(a.usd))[0];
    const { rows, total } = await api()['spend.calls']({
      from: day,
      to: addDays(day, 1),
      filter: { models: [dearest?.key ?? ''] },
      sort: 'time-desc',
      offset: 0,
      limit: 1,
    });
    const page = await visit(`/spend?${inDays()}`);
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page
      .getByRole('button', { name: `: ${dearest?.label}, ` })
      .first()
      .click();
    await page.getByText(`Logged invocations (${total.toLocaleString('en-US')})`).waitFor();
    expect(searchOf(page).get('calls')).toBe(day);
    await page.getByRole('radio', { name: `Open ${rows[0]?.requestId}` }).click({ force: true });
    await page.getByLabel('Price lines').waitFor();
    const lines = await page.getByLabel('Price lines').textContent();
    expect(lines).toContain(rows[0]?.prices[0]?.source ?? 'a source');
    expect(problems()).toEqual([]);
    await page.goBack();
    await page.goBack();
    await page.getByText('Logged invocations').waitFor({ state: 'detached' });
  });

  test('a row of the table opens the calls of its group', async () => {
    const page = await visit(`/spend?${inDays()}&groupBy=account`);
    await page.locator('tbody tr', { hasText: 'platform-prod' }).getByRole('radio').click({
      force: true,
    });
    await page.getByText(/Invocations: platform-prod, /).waitFor();
    await page.getByText(/Logged invocations \(/).waitFor();
    expect(problems()).toEqual([]);
  });
});

describe('Forecast & anomalies', () => {
  test('the range is that of the backend', async () => {
    const { forecast } = await api()['spend.forecast']({
      month: monthOf(dayOf(now())),
    });
    if (!forecast.found) throw new Error(forecast.reason);
    const page = await visit('/spend?tab=forecast');
    const text = (await page.locator('main, [role=main]').first().textContent()) ?? '';
    for (const usd of [forecast.knownUsd, forecast.expectedUsd, forecast.highUsd]) {
      expect(text).toContain(formatMoney(usd));
    }
  });

  test('a mark opens the story with its drivers, by keyboard too; a driver leads to its calls', async () => {
    const page = await visit('/spend?tab=forecast', { size: 'desktop' });
    const marks = page.locator('.chart-mark');
    await marks.first().waitFor();
    const to = addDays(dayOf(now()), 1);
    const { anomalies, labels } = await api()['spend.anomalies']({
      from: addDays(to, -76),
      to,
    });
    expect(await marks.count()).toBe(new Set(anomalies.map(({ day }) => day)).size);
    const sentences = anomalies.map((each) => anomalySentence(each, labels));
    await marks.last().focus();
    await page.keyboard.press('Enter');
    const story = await page.locator('h3').filter({ hasText: '+$' }).first().textContent();
    expect(sentences).toContain(story);
    await page.getByRole('link', { name: 'Invocations of that day' }).first().click();
    await page.getByText(/Logged invocations \([1-9]/).waitFor();
    expect(problems()).toEqual([]);
  });
});

test('the filter bar is reached by / and offers the values of the period', async () => {
  const page = await visit(`/spend?${inDays()}`);
  await page.keyboard.press('/');
  await page.keyboard.type('Account');
  await page
    .getByRole('option', { name: /^Account/ })
    .first()
    .click();
  await page
    .getByRole('option', { name: /platform-prod/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => searchOf(page).getAll('account')).toEqual(['222233334444']);
  expect(problems()).toEqual([]);
});
