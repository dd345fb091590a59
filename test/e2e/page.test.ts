import { describe, expect, test } from 'vitest';
import { dayOf, monthOf, monthPeriod } from '../../shared/model/period.ts';
import { LOOKS, scrollsSideways, settled } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';

/** The built page in a real browser, over the real server and backend, on the simulated account. */
const { visit, visitWithoutToken, problems, api, now } = demoPage();

const month = () => monthPeriod(monthOf(dayOf(now())));

describe('every page', () => {
  const pages = [
    '/',
    '/spend',
    '/models',
    '/access',
    '/knowledge-agents',
    '/audit',
    '/findings',
    '/prompt-lab',
    '/settings',
  ];

  test.each(pages.flatMap((address) => LOOKS.map((look) => ({ address, ...look }))))(
    '$address opens without a problem at $size, $theme',
    async ({ address, ...look }) => {
      const page = await visit(address, look);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
      expect(await page.getByText('demo account', { exact: false }).count()).toBeGreaterThan(0);
      expect(await scrollsSideways(page)).toBe(false);
      expect(problems()).toEqual([]);
    },
  );
});

describe('Overview and Spend', () => {
  test('the month to date is what the backend answers', async () => {
    const spend = await api()['spend.get']({ ...month(), groupBy: 'model' });
    const page = await visit('/');
    const shown = Number(spend.usd).toLocaleString('en-US', {
      style: 'currency',
      currency: 'USD',
    });
    await page.getByText(shown).first().waitFor();
    expect(await page.getByText('metered').count()).toBeGreaterThan(0);
  });

  test('a chart can be read as a table', async () => {
    const page = await visit('/spend');
    await page
      .getByRole('button', { name: /as table/i })
      .first()
      .click();
    expect(await page.locator('table').first().textContent()).toContain('Claude');
  });

  test('grouping is in the address and survives a reload', async () => {
    const page = await visit('/spend?groupBy=account');
    await page.getByText('platform-prod').first().waitFor();
    await page.reload();
    await settled(page);
    await page.getByText('platform-prod').first().waitFor();
    expect(problems()).toEqual([]);
  });

  test('unpriced usage is named, not shown as zero', async () => {
    const page = await visit('/spend');
    await page.getByText('Tasman Large').first().waitFor();
    expect(await page.locator('body').textContent()).toMatch(/unpriced/i);
  });
});

describe('Audit', () => {
  test('a row shows its raw record and the invocation behind it', async () => {
    const page = await visit('/audit?event=Converse');
    await page.locator('tbody tr').first().click();
    await page.getByText('Raw record', { exact: false }).first().waitFor();
    await page.getByText('"eventVersion"').first().waitFor();
    expect(problems()).toEqual([]);
  });

  test('the next page of events is another one', async () => {
    const page = await visit('/audit');
    const first = await page.locator('tbody tr').first().textContent();
    await page
      .getByRole('button', { name: /next page/i })
      .first()
      .click();
    await expect.poll(() => page.locator('tbody tr').first().textContent()).not.toBe(first);
  });
});

describe('Findings', () => {
  test('what is unknown names the missing permission', async () => {
    const page = await visit('/findings?status=unknown');
    await page.locator('tbody tr').first().click();
    await page.getByText('bedrock:GetGuardrail').first().waitFor();
    expect(problems()).toEqual([]);
  });
});

describe('Models', () => {
  test.each([
    ['foundation', 'Claude Sonnet 5.5'],
    ['profiles', 'storefront-checkout'],
    ['own', 'catalog-tagger-v3'],
    ['capacity', 'nova-pro-peak'],
  ])('the view %s opens by its address and shows %s', async (view, name) => {
    const page = await visit(`/models?view=${view}`);
    await page.locator('tbody').getByText(name).first().waitFor();
    expect(problems()).toEqual([]);
  });

  test('a filter is in the address and narrows; the answer stands above', async () => {
    const page = await visit('/models?lifecycle=ending');
    const { models } = await api()['models.inventory']({});
    const called = models.filter(({ use }) => use.calls > 0);
    const foundation = called.filter(({ nature }) => nature === 'foundation').length;
    const others = called.length - foundation;
    expect(others).toBeGreaterThan(0);
    const counts = `${called.length} models are called (${foundation} foundation models, ${others} other); `;
    const answer = page.getByText(counts);
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(/; .* end of life within 90 days/);
    await page.getByText('ends in').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBeLessThan(5);
  });

  test('a model is opened, approved and disapproved again', async () => {
    const page = await visit('/models?id=openai.gpt-6.1-sol');
    await page.getByRole('button', { name: 'Approve GPT-6.1 Sol' }).click();
    await page.getByText('GPT-6.1 Sol is approved').waitFor();
    const approved = async () =>
      (await api()['settings.get']({})).approvedModels.includes('openai.gpt-6.1-sol');
    expect(await approved()).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('GPT-6.1 Sol is no longer approved').waitFor();
    expect(await approved()).toBe(false);
    await page.getByRole('tab', { name: /^Prices/ }).click();
    await page.getByText('quarantined').first().waitFor();
    expect(problems()).toEqual([]);
  });

  test('the switch in the table approves without opening the row', async () => {
    const page = await visit('/models');
    const row = page.locator('tbody tr', { hasText: 'GPT-6.1 Sol' });
    await row.getByRole('switch').or(row.getByRole('checkbox')).first().click({ force: true });
    await page.getByText('GPT-6.1 Sol is approved').waitFor();
    expect(new URL(page.url()).searchParams.get('id')).toBeNull();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('GPT-6.1 Sol is no longer approved').waitFor();
    expect(problems()).toEqual([]);
  });
});

describe('Prompt lab', () => {
  test('a prompt is estimated, sent and priced', async () => {
    const page = await visit('/prompt-lab');
    await page.locator('textarea').first().fill('Name one use of an assay.');
    const run = page.getByRole('button', { name: /^Run.*\$/ });
    await run.waitFor();
    await run.click();
    await page.getByText('Tokens in / out').waitFor();
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain('This is a simulated answer from');
    expect(text).toMatch(/Cost\$0\.000\d+/);
    expect(problems()).toEqual([]);
  });
});

describe('Knowledge & agents', () => {
  test.each([
    ['knowledge-bases', 'OpenSearch Serverless'],
    ['agents', 'storefront-concierge'],
    ['flows', 'order-intake'],
    ['prompts', 'checkout-greeting'],
    ['agentcore', 'Gateway'],
    ['jobs', 'Batch'],
  ])('the view %s shows what the account has', async (view, text) => {
    const page = await visit(`/knowledge-agents?view=${view}`);
    await page.locator('tbody').getByText(text).first().waitFor();
    expect(problems()).toEqual([]);
  });

  test('text narrows the rows; a row shows its parts, its evidence and what it was read with', async () => {
    const page = await visit('/knowledge-agents?view=agents&text=storefront-concierge');
    await page.locator('tbody tr', { hasText: 'storefront-concierge' }).click();
    await page.getByText('bedrock:ListAgents').first().waitFor();
    await page.getByText('"agentName"').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(page.url()).toContain('id=agents');
    expect(problems()).toEqual([]);
  });
});

describe('Settings', () => {
  test.each([
    'connections',
    'sources',
    'logs',
    'models',
    'privacy',
    'coverage',
    'policy',
    'workspace',
  ])('the tab %s opens by its address', async (tab) => {
    const page = await visit(`/settings?tab=${tab}`);
    expect(await page.locator('main, [role=main]').first().textContent()).not.toBe('');
    expect(problems()).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('g and a letter go to a page, ? lists what there is', async () => {
    const page = await visit('/');
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.locator('h1', { hasText: 'Spend' }).waitFor();
    await page.keyboard.press('?');
    await page.getByText('Command palette', { exact: false }).first().waitFor();
  });
});

describe('without the token', () => {
  test('the page says what to do and shows nothing', async () => {
    const page = await visitWithoutToken();
    await page
      .getByText(/address/i)
      .first()
      .waitFor();
    expect(await page.locator('body').textContent()).not.toContain('$');
  });
});
