import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT } from '../../../../../electron/backend/demo/world/organization.ts';
import { readCostExplorer } from '../../../../../electron/backend/sources/bill/cost-explorer.ts';
import { writeCursor } from '../../../../../electron/backend/sources/cursor.ts';
import { type Simulated, startSimulated } from '../../scan/simulated.ts';
import { type BillSetup, openBillSetup } from './bill-setup.ts';

let simulated: Simulated;
beforeAll(async () => {
  simulated = await startSimulated();
});
afterAll(() => simulated.close());

const ACTIVE = ['team', 'stage', 'app'];
const TOMORROW = '2026-11-21T12:00:00Z';

async function withSetup(run: (setup: BillSetup) => Promise<void>): Promise<void> {
  const setup = await openBillSetup(simulated);
  try {
    await run(setup);
  } finally {
    await setup.close();
  }
}

/** What was asked since the last look: tag (or none) and the first day of each question. */
function takeAsked({ asked }: BillSetup): readonly string[] {
  const questions = asked.map(({ GroupBy = [], TimePeriod }) => {
    const tag = GroupBy.find(({ Type }) => Type === 'TAG')?.Key ?? '-';
    return `${tag} ${TimePeriod?.Start}`;
  });
  asked.length = 0;
  return [...new Set(questions)].sort();
}

async function read(setup: BillSetup, chosenTagKeys: readonly string[] | null, now?: string) {
  const payer = setup.payer(ACCOUNT.management, { tagKeys: ACTIVE, chosenTagKeys });
  const [reading] = await readCostExplorer(setup.tools(now === undefined ? {} : { now }), payer);
  expect(reading?.outcome.status).toBe('collected');
}

test('the chosen tags are asked and no other', async () => {
  await withSetup(async (setup) => {
    await read(setup, ['team']);
    expect(takeAsked(setup)).toEqual(['- 2026-08-01', 'team 2026-08-01']);
    const keys = await setup.rows('SELECT DISTINCT tag_key FROM bill_tags');
    expect(keys).toEqual([['team']]);
  });
});

test('a tag that is chosen later asks for its own days alone, at once', async () => {
  await withSetup(async (setup) => {
    await read(setup, ['team']);
    takeAsked(setup);
    await read(setup, ['team', 'stage']);
    expect(takeAsked(setup)).toEqual(['stage 2026-08-01']);
    await read(setup, ['team', 'stage']);
    expect(takeAsked(setup)).toEqual([]);
    await read(setup, ['team', 'stage'], TOMORROW);
    expect(takeAsked(setup)).toEqual(['- 2026-11-18', 'stage 2026-11-18', 'team 2026-11-18']);
  });
});

test('one that comes back asks for the days that it missed, not again for those that are closed', async () => {
  await withSetup(async (setup) => {
    await read(setup, ['team']);
    await read(setup, [], '2026-11-25T12:00:00Z');
    takeAsked(setup);
    await read(setup, ['team'], '2026-11-27T12:00:00Z');
    expect(takeAsked(setup)).toEqual(['- 2026-11-23', 'team 2026-11-18']);
  });
});

test('what an earlier version read by a tag is not asked again', async () => {
  await withSetup(async (setup) => {
    await read(setup, ['team']);
    takeAsked(setup);
    const old = { readTo: '2026-11-18', settledTo: '2026-11', readAt: '2026-11-20T12:00:00Z' };
    await writeCursor(setup.store, `cost-explorer:${ACCOUNT.management}`, old);
    await setup.store.setCursor(`cost-explorer-tag:${ACCOUNT.management}:team`, 'unreadable');
    await read(setup, ['team'], TOMORROW);
    expect(takeAsked(setup)).toEqual(['- 2026-11-18', 'team 2026-11-18']);
  });
});
