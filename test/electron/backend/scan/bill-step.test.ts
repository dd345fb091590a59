import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT } from '../../../../electron/backend/demo/world/organization.ts';
import { readBill } from '../../../../electron/backend/scan/bill-step.ts';
import { createProgress } from '../../../../electron/backend/scan/progress.ts';
import { sourceSteps } from '../../../../electron/backend/scan/read-sources.ts';
import type { StepContext } from '../../../../electron/backend/scan/step-context.ts';
import type { DatasetReading } from '../../../../shared/model/dataset.ts';
import { type BillSetup, openBillSetup } from '../sources/bill/bill-setup.ts';
import { NOW, SETTINGS, type Simulated, startSimulated } from './simulated.ts';

let simulated: Simulated;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.close());

const SCANNED = [ACCOUNT.management, ACCOUNT.platform, ACCOUNT.sandbox];

async function readWith(
  run: (setup: BillSetup, context: StepContext) => Promise<void>,
): Promise<void> {
  const setup = await openBillSetup(simulated);
  try {
    await run(setup, contextOf(setup));
  } finally {
    simulated.account.faults.clear();
    await setup.close();
  }
}

function contextOf(setup: BillSetup): StepContext {
  return {
    scanId: 'scan',
    accounts: SCANNED.map((accountId) => ({
      accountId,
      clients: setup.clients(accountId),
      regions: ['us-east-1'],
    })),
    configuration: SCANNED.filter((id) => id !== ACCOUNT.sandbox).map(memberReading),
    settings: SETTINGS,
    tools: setup.tools(),
    progress: createProgress(sourceSteps, () => undefined),
  };
}

function memberReading(accountId: string): DatasetReading<'organization'> {
  const tree = { status: 'unavailable', reason: 'not asked' } as const;
  return {
    dataset: 'organization',
    accountId,
    region: 'global',
    outcome: { status: 'collected' },
    actions: [],
    readAt: NOW,
    calls: 1,
    items: [
      {
        organizationId: 'o-acme4bdrk1',
        managementAccountId: ACCOUNT.management,
        featureSet: 'ALL',
        tree: { read: false, outcome: tree },
      },
    ],
  };
}

describe('the bill step', () => {
  test('exports tell the organisation; Cost Explorer is asked for who stands alone', async () => {
    await readWith(async (setup, context) => {
      const readings = await readBill(context);
      const told = readings
        .filter(({ source }) => source === 'cost-explorer')
        .map(({ accountId, outcome, calls }) => [accountId, outcome.status, calls > 0]);
      expect(told.sort()).toEqual([
        [ACCOUNT.management, 'unavailable', false],
        [ACCOUNT.platform, 'unavailable', false],
        [ACCOUNT.sandbox, 'collected', true],
      ]);
      expect(setup.asked.length).toBeGreaterThan(1);
      const sources = await setup.rows('SELECT DISTINCT payer, source FROM bill ORDER BY 1');
      expect(sources).toEqual([
        [ACCOUNT.management, 'cur'],
        [ACCOUNT.sandbox, 'ce'],
      ]);
      expect(context.progress.steps().find(({ id }) => id === 'bill')).toMatchObject({
        state: 'done',
        note: 'Told by export files where there are any.',
      });
    });
  });

  test('without exports the management account is asked once for all its members', async () => {
    await readWith(async (setup, context) => {
      simulated.account.faults.set('bcm-data-exports:ListExports', { kind: 'deny' });
      await readBill(context);
      const payers = await setup.rows('SELECT DISTINCT payer FROM bill ORDER BY 1');
      expect(payers.flat()).toEqual([ACCOUNT.management, ACCOUNT.sandbox]);
      const members = await setup.rows(
        `SELECT count(DISTINCT account_id) FROM bill WHERE payer = '${ACCOUNT.management}'`,
      );
      expect(Number(members[0]?.[0])).toBeGreaterThan(1);
      expect(context.progress.steps().find(({ id }) => id === 'bill')?.state).toBe('partial');
    });
  });

  test('where the management account may not be asked, members tell their own bill', async () => {
    await readWith(async (setup, context) => {
      simulated.account.faults.set('bcm-data-exports:ListExports', { kind: 'deny' });
      const { management } = ACCOUNT;
      simulated.account.faults.set('ce:GetCostAndUsage', { kind: 'deny', accountId: management });
      const readings = await readBill(context);
      const told = readings.filter(({ source }) => source === 'cost-explorer');
      expect(told.map(({ accountId, outcome }) => [accountId, outcome.status]).sort()).toEqual([
        [ACCOUNT.management, 'denied'],
        [ACCOUNT.platform, 'collected'],
        [ACCOUNT.sandbox, 'collected'],
      ]);
      const payers = await setup.rows('SELECT DISTINCT payer, account_id FROM bill ORDER BY 1');
      expect(payers).toEqual([
        [ACCOUNT.platform, ACCOUNT.platform],
        [ACCOUNT.sandbox, ACCOUNT.sandbox],
      ]);
    });
  });

  test('switched off, nothing is asked', async () => {
    await readWith(async (setup, context) => {
      const settings = { ...SETTINGS, sources: ['logs'] as const };
      expect(await readBill({ ...context, settings })).toEqual([]);
      expect(setup.asked).toEqual([]);
    });
  });
});

test('the bill is asked by the tags of the settings and by no other', async () => {
  await readWith(async (setup, context) => {
    const tag = (key: string) =>
      ({ key, type: 'UserDefined', active: true, lastUpdatedAt: null, lastUsedAt: null }) as const;
    const tags: DatasetReading<'cost-allocation-tags'> = {
      dataset: 'cost-allocation-tags',
      accountId: ACCOUNT.sandbox,
      region: 'global',
      outcome: { status: 'collected' },
      actions: [],
      readAt: NOW,
      calls: 1,
      items: [tag('app'), tag('stage'), tag('team')],
    };
    await readBill({
      ...context,
      configuration: [...context.configuration, tags],
      settings: { ...SETTINGS, billTagKeys: ['stage'] },
    });
    const keys = setup.asked.flatMap(({ GroupBy = [] }) =>
      GroupBy.flatMap(({ Type, Key }) => (Type === 'TAG' ? [Key] : [])),
    );
    expect([...new Set(keys)]).toEqual(['stage']);
  });
});
