import { describe, expect, test } from 'vitest';
import { scrollsSideways, settled } from '../helpers/browser.ts';
import { demoPage } from '../helpers/demo-page.ts';

/** The page Access in a real browser, over the real backend, on the simulated organisation. */
const { visit, problems, api } = demoPage();

const QUESTION = {
  operation: 'invoke',
  region: null,
  context: { keys: {}, assumeUnreadAllows: false },
} as const;

const matrix = () => api()['access.matrix'](QUESTION);

/** A principal and a model that it may call. */
async function openCell() {
  const { rows, models } = await matrix();
  const row = rows.find(({ letters }) => letters.includes('A'));
  const model = models[row?.letters.indexOf('A') ?? -1];
  if (row === undefined || model === undefined) throw new Error('The demo allows nobody anything.');
  return { row, model };
}

describe('every tab', () => {
  test.each(['matrix', 'who-can', 'what-can', 'preflight', 'keys', 'unused', 'lint', 'change'])(
    '%s opens by its address without a problem',
    async (tab) => {
      const page = await visit(`/access?tab=${tab}`, { size: 'narrow' });
      expect(await page.getByRole('tab', { selected: true }).count()).toBeGreaterThan(0);
      expect(await scrollsSideways(page)).toBe(false);
      expect(problems()).toEqual([]);
    },
  );
});

describe('the matrix', () => {
  test('shows as many principals and models as the backend answers, and draws few', async () => {
    const { rows, models } = await matrix();
    const page = await visit('/access', { size: 'desktop' });
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-colcount')).toBe(String(models.length + 1));
    await page.getByText(`(${rows.length} principals, ${models.length} models)`).waitFor();
    expect(await page.locator('.matrix *').count()).toBeLessThan(3_000);
  });

  test('arrows move a cell and Enter explains it', async () => {
    const page = await visit('/access');
    const grid = page.getByRole('grid');
    await grid.focus();
    const before = await grid.getAttribute('aria-activedescendant');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const after = (await grid.getAttribute('aria-activedescendant')) ?? '';
    expect(after).not.toBe(before);
    const words = await page.locator(`[id="${after}"]`).getAttribute('aria-label');
    expect(words).toMatch(/ may (not )?call .+: (allowed|denied|conditional|unknown|not offered)/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/principal=.+&model=.+/);
    await page.getByRole('tab', { name: /^Ways/ }).waitFor();
    expect(problems()).toEqual([]);
  });

  test('filters and the grouping stand in the address and survive a reload', async () => {
    const page = await visit('/access?group=kind&only=unapproved');
    const shown = await page.getByText(/principals?, \d+ models?\)/).textContent();
    await page.reload();
    await settled(page);
    expect(await page.getByText(/principals?, \d+ models?\)/).textContent()).toBe(shown);
    expect(await page.locator('.matrix-group-name').count()).toBeGreaterThan(0);
  });
});

describe('one cell', () => {
  test('is proven as the backend proves it, its policies one click away', async () => {
    const { row, model } = await openCell();
    const ids = { principalArn: row.principalArn, modelId: model.modelId };
    const answer = await api()['access.explain']({ ...QUESTION, ...ids });
    const query = new URLSearchParams({ principal: row.principalArn, model: model.modelId });
    const page = await visit(`/access?${query}`);
    await page.getByText(answer.sentence).first().waitFor();
    await page.getByRole('tab', { name: 'Policies' }).click();
    const [policy] = await api()['access.policies']({ principalArn: row.principalArn });
    await page
      .getByText(policy?.name ?? 'none')
      .first()
      .waitFor();
    expect(problems()).toEqual([]);
  });

  test('a fixed context is a token, asked of the backend, and can be forgotten', async () => {
    const page = await visit('/access?with=aws:MultiFactorAuthPresent%3Dtrue');
    await page.getByText('with MFA', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget with MFA' }).click();
    await expect.poll(() => page.url()).not.toContain('with=');
  });

  test('assuming that policies not read allow everything is told while it is on', async () => {
    const page = await visit('/access?unread=allows');
    await page.getByText('may be denied in the account', { exact: false }).waitFor();
  });
});

test('who can lists what the backend answers', async () => {
  const { model } = await openCell();
  const { rows } = await api()['access.who-can']({ ...QUESTION, modelId: model.modelId });
  const page = await visit(`/access?tab=who-can&model=${encodeURIComponent(model.modelId)}`);
  await page.getByText(`Who can invoke ${model.label}`).waitFor();
  await page.getByText(`(${rows.length})`, { exact: true }).first().waitFor();
});

test('a pasted policy is checked by line', async () => {
  const page = await visit('/access?tab=lint');
  const statement = {
    Effect: 'Deny',
    Action: 'bedrock:InvokeModel',
    Resource: '*',
    Condition: { StringEquals: { 'bedrock:ModelId': 'anthropic.claude-opus-5-5' } },
  };
  const policy = { Version: '2012-10-17', Statement: [statement] };
  await page.locator('textarea').fill(JSON.stringify(policy, null, 2));
  const line = page.getByRole('button', { name: /^line \d+$/ }).first();
  await line.waitFor();
  await page.getByText('bedrock:ModelId', { exact: false }).first().waitFor();
  await line.click();
  const marked = () => page.locator('textarea').evaluate(selectedText);
  expect(await marked()).not.toBe('');
});

function selectedText(area: HTMLTextAreaElement): string {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

test('taking the policy away that allows shows what would be lost', async () => {
  const { row } = await openCell();
  const policies = await api()['access.policies']({ principalArn: row.principalArn });
  const identity = policies.find(({ type, document }) => type === 'identity' && document !== null);
  const query = new URLSearchParams({
    tab: 'change',
    principal: row.principalArn,
    policy: identity?.policyId ?? '',
  });
  const page = await visit(`/access?${query}`);
  await page.getByText('Without this policy').click();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByText(/decisions? would change: [1-9]\d* lost/).waitFor();
  expect(problems()).toEqual([]);
});

test('a text that AWS would refuse changes nothing, whichever policy it is', async () => {
  const { rows } = await api()['access.policies-found']({ offset: 0, limit: 1_000 });
  const clean = rows.find(({ type, findings }) => type === 'identity' && findings === 0);
  const page = await visit(
    `/access?tab=change&policy=${encodeURIComponent(clean?.policyId ?? '')}`,
  );
  await page.locator('textarea').fill('{\n  "Version": "2012-10-17",,\n}');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByText('AWS would refuse this text: nothing changes.').waitFor();
  await page.getByText('line 2, column 27', { exact: false }).waitFor();
  expect(await page.getByText('Decisions that would change').count()).toBe(0);
});

test('a policy that is looked for in vain is told', async () => {
  const page = await visit('/access?tab=change');
  await page
    .getByRole('button', { name: /Policy/ })
    .first()
    .click();
  await page.getByPlaceholder('Name or ARN').fill('no-such-policy');
  await page.getByText('No policy matches no-such-policy').waitFor();
});

test('the cell that is explained is seen beside its panel', async () => {
  const { rows, models } = await matrix();
  const row = rows.findLast(({ letters }) => letters.includes('A'));
  const model = models[row?.letters.lastIndexOf('A') ?? -1];
  const query = new URLSearchParams({
    principal: row?.principalArn ?? '',
    model: model?.modelId ?? '',
  });
  const page = await visit(`/access?${query}`, { size: 'laptop' });
  const cell = page.locator('.matrix-cell[aria-selected="true"]');
  const bottom = async () => {
    const box = await cell.boundingBox();
    return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
  };
  await expect.poll(bottom).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
});
