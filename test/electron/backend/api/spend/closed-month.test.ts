import { expect, test } from 'vitest';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import type { MonthClose, SpendChargeback } from '../../../../../shared/api/answers.ts';
import { withFolder } from '../../../../helpers/with-folder.ts';
import {
  askMoney,
  fillMoney,
  inputPrice,
  type MoneyWorkspace,
  million,
  withMoney,
} from './money-workspace.ts';

const month = '2026-10';
const nothing = async () => undefined;

/** October: 3 dollars of one team, closed. */
async function closed({ api, importCalls }: MoneyWorkspace) {
  await api['settings.update']({
    priceOverrides: [inputPrice()],
    teamRules: [{ by: 'account', accountId: '111122223333', team: 'data' }],
  });
  await importCalls('first', million('a', '2026-10-14T03:00:00Z', 3_000_000));
  return api['month.close']({ month, note: 'Agreed.' });
}

async function today({ api }: MoneyWorkspace): Promise<SpendChargeback> {
  return api['spend.chargeback']({ month });
}

test('another price changes nothing of a closed month, and what it would be is told', async () => {
  await withMoney(nothing, async (workspace) => {
    const close = await closed(workspace);
    expect(close.chargeback).toMatchObject({ totalUsd: '3', lines: [{ team: 'data' }] });
    expect((await today(workspace)).comparison).toMatchObject({ same: true, changes: [] });
    await workspace.api['settings.update']({ priceOverrides: [inputPrice('1.5')] });
    const answer = await today(workspace);
    expect(answer.closed).toEqual(close);
    expect(answer.comparison).toMatchObject({ same: false });
    expect(answer.comparison?.changes).toEqual([
      { what: 'total', name: null, before: '3', after: '4.5', differenceUsd: '1.5' },
      { what: 'team-own', name: 'data', before: '3', after: '4.5', differenceUsd: '1.5' },
    ]);
  });
});

test('usage that comes in after the close changes nothing of it, and is told', async () => {
  await withMoney(nothing, async (workspace) => {
    const close = await closed(workspace);
    const known = million('a', '2026-10-14T03:00:00Z', 3_000_000);
    await workspace.importCalls('again', known);
    expect((await today(workspace)).comparison).toMatchObject({ same: true });
    const other = { accountId: '444455556666' };
    await workspace.importCalls(
      'late',
      known,
      million('late', '2026-10-20T03:00:00Z', 250_000),
      { ...million('other', '2026-10-20T03:00:00Z'), ...other },
      { ...million('unpriced', '2026-10-20T03:00:00Z', 5), ...other, modelId: 'nobody.knows-v1:0' },
    );
    const answer = await today(workspace);
    expect(answer.closed).toEqual(close);
    expect(answer.now.totalUsd).toBe('4.25');
    expect(answer.comparison?.changes).toEqual([
      { what: 'total', name: null, before: '3', after: '4.25', differenceUsd: '1.25' },
      { what: 'team-own', name: 'data', before: '3', after: '3.25', differenceUsd: '0.25' },
      { what: 'kept-pot', name: 'unassigned', before: null, after: '1', differenceUsd: '1' },
      {
        what: 'unpriced',
        name: null,
        before: 'none',
        after: '5 input tokens',
        differenceUsd: null,
      },
    ]);
  });
});

test('other team rules change nothing of a closed month, and each team that moved is told', async () => {
  await withMoney(nothing, async (workspace) => {
    const close = await closed(workspace);
    await workspace.api['settings.update']({
      teamRules: [{ by: 'account', accountId: '111122223333', team: 'search' }],
    });
    const answer = await today(workspace);
    expect(answer.closed).toEqual(close);
    expect(answer.comparison?.changes).toEqual([
      { what: 'team-own', name: 'data', before: '3', after: null, differenceUsd: '-3' },
      { what: 'team-own', name: 'search', before: null, after: '3', differenceUsd: '3' },
    ]);
  });
});

/** October's tokens on a bill: one line of an account. */
const bill = (unblended: string, final: boolean) => (store: Store) =>
  store.bill.putCostExplorer({
    payer: '111122223333',
    from: '2026-10-01',
    to: '2026-11-01',
    rows: [
      {
        day: '2026-10-14',
        accountId: '111122223333',
        region: 'us-east-1',
        service: 'Amazon Bedrock',
        usageType: 'USE1-NovaLite-input-tokens',
        lineItemType: 'Usage',
        quantity: '3000',
        unit: null,
        unblended,
        amortized: unblended,
        currency: 'USD',
        final,
      },
    ],
  });

test('a bill that is imported again after the close changes nothing of it, and is told', async () => {
  await withFolder(async (folder) => {
    await fillMoney(folder, bill('2.9', false));
    let close: MonthClose | null = null;
    await askMoney(folder, async (workspace) => {
      close = await closed(workspace);
      expect(close.bill).toMatchObject({ usd: '2.9', lastDay: '2026-10-14', final: false });
      expect((await today(workspace)).comparison).toMatchObject({ same: true });
    });
    await fillMoney(folder, bill('3.3', true));
    await askMoney(folder, async (workspace) => {
      const answer = await today(workspace);
      expect(answer.closed).toEqual(close);
      expect(answer.bill).toMatchObject({ usd: '3.3', final: true });
      expect(answer.comparison).toMatchObject({
        same: false,
        changes: [{ what: 'bill', name: null, before: '2.9', after: '3.3', differenceUsd: '0.4' }],
      });
      const { notes } = await workspace.api['report.build']({ report: 'chargeback', month });
      expect(notes.join(' ')).toMatch(/When it was closed, AWS billed \$2\.90, .* not final/);
      expect(notes.join(' ')).toContain('AWS bills 3.3 USD for it today, 2.9 USD then');
    });
  });
});

test('a month of which nothing was counted has no total and cannot be closed', async () => {
  await withMoney(nothing, async (workspace) => {
    const { now } = await today(workspace);
    expect(now).toMatchObject({
      totalUsd: null,
      notCounted: expect.stringMatching(/^no invocation/),
    });
    await expect(workspace.api['month.close']({ month, note: '' })).rejects.toThrow(
      /its usage is not known/,
    );
  });
});
