import { expect, test } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import { fixturePage } from '../helpers/fixture-page.ts';

/** The settings of a workspace that is not the demo, over answers that never change by themselves. */
const added: Input<'connection.add'>[] = [];
const { visit, problems, api } = fixturePage({
  workspace: { demo: false, name: 'acme' },
  api: {
    'connection.add': async (input) => {
      added.push(input);
      return {
        id: 'new',
        label: input.label,
        profile: input.profile ?? null,
        roleArn: input.roleArn ?? null,
        regions: input.regions,
        endpointUrl: input.endpointUrl ?? null,
        accountId: null,
        organization: null,
      };
    },
  },
});

const settings = () => api()['settings.get']({});

test('the interval of a source is changed and kept', async () => {
  const page = await visit('/settings?tab=sources');
  await page.getByRole('button', { name: /Interval of CloudWatch metrics/ }).click();
  await page.getByRole('option', { name: '6 hours' }).click();
  await expect.poll(async () => (await settings()).polling.minutes.metrics).toBe(360);
  await expect
    .poll(() => page.getByRole('button', { name: /Interval of CloudWatch metrics/ }).textContent())
    .toContain('6 hours');
});

test('polling is paused, and a source is left out', async () => {
  const page = await visit('/settings?tab=sources');
  await page.getByRole('checkbox', { name: /Reads again by itself/ }).click();
  await expect.poll(async () => (await settings()).polling.on).toBe(false);
  await page.getByText('Paused: reads only when asked to').waitFor();
  await page.getByRole('checkbox', { name: /Event history/ }).click();
  await expect.poll(async () => (await settings()).sources).not.toContain('events');
});

test('prompts and answers are kept only after a plain warning', async () => {
  const page = await visit('/settings?tab=privacy');
  expect(await page.getByText('unencrypted by Assay').count()).toBe(0);
  await page.getByRole('checkbox', { name: /Keep prompts and answers/ }).click();
  await expect.poll(async () => (await settings()).keepBodies).toBe(true);
  await page.getByText('unencrypted by Assay').waitFor();
  await page.getByRole('checkbox', { name: /Keep prompts and answers/ }).click();
  await expect.poll(async () => (await settings()).keepBodies).toBe(false);
});

test('Regions are approved one by one; what is no Region says so and is not kept', async () => {
  const page = await visit('/settings?tab=models');
  const field = page.getByPlaceholder('us-east-1');
  await field.fill('eu-west-1');
  await field.press('Enter');
  await expect.poll(async () => (await settings()).approvedRegions).toEqual(['eu-west-1']);
  await field.fill('mars-1');
  await field.press('Enter');
  await page.getByText('mars-1 is no Region code').waitFor();
  expect((await settings()).approvedRegions).toEqual(['eu-west-1']);
  await page.getByRole('button', { name: 'Remove eu-west-1' }).click();
  await expect.poll(async () => (await settings()).approvedRegions).toEqual([]);
});

test('digests are verified once asked for', async () => {
  const page = await visit('/settings?tab=sources');
  await page.getByRole('checkbox', { name: /Verify CloudTrail digests/ }).click();
  await expect.poll(async () => (await settings()).verifyDigests).toBe(true);
  await page.getByText('holds what it needs').waitFor();
});

test('an organisation is connected by the role in each account; a wrong pattern is told at its field', async () => {
  const page = await visit('/settings?tab=connections');
  await page.getByText('Organisation, role and endpoint').click();
  await page.getByLabel('Name').fill('Acme');
  await page.getByPlaceholder('us-east-1').fill('eu-west-1');
  await page.getByPlaceholder('us-east-1').press('Enter');
  const pattern = page.getByLabel('Role in each account of the organisation');
  await pattern.fill('arn:aws:iam::111122223333:role/AssayReader');
  await page.getByRole('button', { name: 'Add and scan' }).click();
  await page.getByText('A pattern names each account as {account}').waitFor();
  expect(added).toEqual([]);
  await pattern.fill('arn:aws:iam::{account}:role/AssayReader');
  await page.getByRole('button', { name: 'Add and scan' }).click();
  await expect
    .poll(() => added)
    .toMatchObject([
      { label: 'Acme', organizationRole: 'arn:aws:iam::{account}:role/AssayReader' },
    ]);
  expect(problems()).toEqual([]);
});

test('a connection is changed in the same form, with what it has', async () => {
  const page = await visit('/settings?tab=connections');
  await page.getByRole('button', { name: 'Change production' }).click();
  await page.getByText('Change production').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('production');
});

test('coverage goes from a dataset to its readings, and names the permission', async () => {
  const page = await visit('/settings?tab=coverage');
  await page.getByRole('button', { name: 'guardrails' }).click();
  await page.getByText('bedrock:ListGuardrails').first().waitFor();
  expect(page.url()).toContain('coverage=readings');
  expect(page.url()).toContain('dataset=guardrails');
});
