import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createBackend } from '../../../../../electron/backend/create-backend.ts';
import { openStore } from '../../../../../electron/backend/store/open.ts';
import type { Api, Input } from '../../../../../shared/api/contract.ts';
import type { SpendAnswer, SpendCell } from '../../../../../shared/cost/spend-answer.ts';
import { addDays, monthOf } from '../../../../../shared/model/period.ts';
import type { PriceOverride } from '../../../../../shared/model/price-override.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';
import { addUsd } from '../../../../../shared/model/usd.ts';
import { silentLog } from '../../../../helpers/page-server.ts';
import { withFolder } from '../../../../helpers/with-folder.ts';
import {
  fillRandomly,
  PERIOD,
  pointsOf,
  type RandomCall,
  type RandomPoint,
  randomCalls,
  randomPoints,
} from '../../store/random-usage.ts';
import { event, NOW, records, writeLog } from '../../store/store-case.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Prices that begin and end within the period, one of them for something that has none before. */
const OVERRIDES: readonly PriceOverride[] = [
  {
    kind: 'discount',
    models: '*',
    percentOff: '12.3457',
    validFrom: '2026-10-31',
    validTo: '2026-11-01',
    note: 'One day.',
  },
  {
    kind: 'price',
    modelId: 'amazon.nova-lite-v1:0',
    scope: null,
    tier: 'standard',
    context: 'short',
    regions: '*',
    unit: 'images',
    usd: '0.017',
    per: 1,
    validFrom: '2026-10-31',
    validTo: null,
    note: 'Since then.',
  },
];
const RULES: readonly TeamRule[] = [
  { by: 'project', pattern: 'project-1', team: 'projects' },
  { by: 'principal', pattern: '*reader', team: 'readers' },
  { by: 'account', accountId: '444455556666', team: 'others' },
];

const world = fc.record({
  calls: randomCalls,
  points: randomPoints,
  callers: fc.array(
    fc.record({
      day: fc.integer({ min: 30, max: 31 }),
      model: fc.constantFrom(
        'amazon.nova-lite-v1:0',
        'eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
      ),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

type Question = Omit<Input<'spend.get'>, 'granularity'>;

const FILTERS: readonly NonNullable<Question['filter']>[] = [
  { accounts: ['111122223333'] },
  { tiers: ['standard', 'flex'], units: ['input-tokens', 'images'] },
  { teams: ['readers', 'unassigned'] },
  { models: ['amazon.nova-lite-v1:0'], regions: ['us-east-1'] },
];

const question = fc.record(
  {
    from: fc.constantFrom(PERIOD.from, '2026-10-20', '2026-10-31', '2026-11-01'),
    to: fc.constantFrom('2026-11-02', '2026-11-10'),
    groupBy: fc.constantFrom(
      'model',
      'account',
      'region',
      'destination-region',
      'tier',
      'unit',
      'principal',
      'person',
      'project',
      'team',
      'guardrail',
      'metadata:team',
    ),
    measure: fc.constantFrom('usd', 'tokens', 'calls', 'usd-per-call', 'usd-per-1k-output-tokens'),
    attribution: fc.boolean(),
    top: fc.constantFrom(1, 50),
    filter: fc.constantFrom(...FILTERS),
  },
  { requiredKeys: ['from', 'to', 'groupBy'] },
);

interface World {
  readonly calls: readonly RandomCall[];
  readonly points: readonly RandomPoint[];
  readonly callers: readonly { readonly day: number; readonly model: string }[];
}

/** Asks a workspace that holds calls, points, and events that name callers. */
async function withWorld(of: World, ask: (api: Api) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const store = await openStore({ folder: workspace, now: () => NOW });
    await fillRandomly(store, folder, { calls: of.calls, points: pointsOf(of.points) });
    const events = of.callers.map(({ day, model }, index) =>
      event(`e${index}`, {
        eventTime: `2026-10-${day}T0${index}:00:00Z`,
        requestParameters: { modelId: model },
      }),
    );
    await store.ingest([await writeLog(join(folder, 'events.json'), records(...events))]);
    await store.close();
    const host = { home: folder, version: '0.0.0-test', log: silentLog, now: () => NOW, env: {} };
    const backend = await createBackend({ workspace, ...host });
    await backend.api['settings.update']({ teamRules: [...RULES], priceOverrides: [...OVERRIDES] });
    await ask(backend.api);
    await backend.close();
  });
}

/** The cells of days put together to months, each with its first day in the period. */
function monthsOf({ cells }: SpendAnswer, from: string) {
  const months = new Map<string, SpendCell[]>();
  for (const cell of cells) {
    const month = `${monthOf(cell.day)}-01`;
    const key = `${month < from ? from : month} ${cell.key}`;
    months.set(key, [...(months.get(key) ?? []), cell]);
  }
  return [...months].sort().map(([key, all]) => [key, summed(all)]);
}

/** Nothing is free in this world: days of no use beside days without a price leave nothing priced. */
function summed(cells: readonly SpendCell[]) {
  const usd = addUsd(...cells.flatMap((cell) => (cell.usd === null ? [] : [cell.usd])));
  return {
    usd: usd === '0' && cells.some((cell) => cell.usd === null) ? null : usd,
    calls: cells.reduce((sum, { calls }) => sum + calls, 0),
    input: cells.reduce((sum, { tokens }) => sum + tokens.input, 0),
    unpriced: cells.reduce((sum, { unpricedTokens }) => sum + unpricedTokens, 0),
  };
}

const withoutCells = ({ cells: _, ...answer }: SpendAnswer) => answer;

test('months tell what their days tell, to the last attodollar, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (of) => {
      await withWorld(of, async (api) => {
        for (const asked of fc.sample(question, 12)) {
          const days = await api['spend.get']({ ...asked, granularity: 'day' });
          const months = await api['spend.get']({ ...asked, granularity: 'month' });
          expect([asked, withoutCells(months)]).toEqual([asked, withoutCells(days)]);
          const cells = monthsOf(months, asked.from);
          expect([asked, cells]).toEqual([asked, monthsOf(days, asked.from)]);
        }
      });
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

test('hours tell what their days tell', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (of) => {
      await withWorld(of, async (api) => {
        for (const asked of fc.sample(question, 5)) {
          const period = { from: asked.from, to: addDays(asked.from, 3) };
          const hours = await api['spend.get']({ ...asked, ...period, granularity: 'hour' });
          const days = await api['spend.get']({ ...asked, ...period, granularity: 'day' });
          expect([asked, hours.usd, hours.tokens]).toEqual([asked, days.usd, days.tokens]);
          expect([asked, monthsOf(hours, asked.from)]).toEqual([asked, monthsOf(days, asked.from)]);
        }
      });
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test('what is told by more columns than a grouping needs adds up to the same', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (of) => {
      await withWorld(of, async (api) => {
        for (const { groupBy, from, to } of withoutCallers(fc.sample(question, 8))) {
          const asked = { groupBy, from, to, granularity: 'month' } as const;
          const narrow = await api['spend.get'](asked);
          const {
            attribution: _,
            notes: __,
            ...wide
          } = await api['spend.get']({
            ...asked,
            attribution: true,
          });
          const { notes: ___, ...told } = narrow;
          expect([asked, told]).toEqual([asked, wide]);
        }
      });
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

/** Groupings that do not name callers: what is shared out over them is told only where they are. */
function withoutCallers(questions: readonly Question[]): readonly Question[] {
  return questions.filter(({ groupBy }) => !/^(principal|person|team)$/.test(groupBy));
}
