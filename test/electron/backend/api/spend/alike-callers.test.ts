import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { alikeCallers } from '../../../../../electron/backend/api/spend/alike-callers.ts';
import { needsOf } from '../../../../../electron/backend/api/spend/needs.ts';
import { readSpend } from '../../../../../electron/backend/api/spend/read-spend.ts';
import { spendNames } from '../../../../../electron/backend/api/spend/spend-names.ts';
import type { Usage } from '../../../../../electron/backend/api/usage-rows.ts';
import {
  alikeKey,
  type UsageCubeParams,
} from '../../../../../electron/backend/store/questions/usage-questions.ts';
import type { Store } from '../../../../../electron/backend/store/store.ts';
import { parseModelId } from '../../../../../shared/model/model-id.ts';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';
import {
  fillRandomly,
  PERIOD,
  pointsOf,
  randomCalls,
  randomPoints,
} from '../../store/random-usage.ts';
import { withStore } from '../../store/store-case.ts';

vi.setConfig({ testTimeout: 240_000 });

const RULES: readonly TeamRule[] = [
  { by: 'principal', pattern: '*:444455556666:*reader', team: 'readers' },
  { by: 'principal', pattern: '*', team: 'others' },
];
/** Calls of two callers of one team, in every world. */
const ALIKE = ['reader', 'writer'].map((role) => ({
  minute: 0,
  account: '111122223333',
  region: 'us-east-1',
  model: 'amazon.nova-lite-v1:0',
  role,
  session: 'alice',
  tier: null,
  team: null,
  failed: false,
  input: 1,
  output: 2,
  cacheRead: 0,
  cacheWrite: 0,
}));
const names = spendNames({ rules: RULES, readings: () => [] });
const merging = { groupings: ['team'], names, profiles: new Map() } as const;

test('names the first caller of a team for the others of the same account and model', () => {
  const at = (name: string | null, accountId = '111122223333') => ({
    accountId,
    modelKey: 'amazon.nova-lite-v1:0',
    principalArn: name === null ? null : `arn:aws:iam::${accountId}:role/${name}`,
  });
  const elsewhere = [at('reader', '444455556666'), at('writer', '444455556666')];
  const first = 'arn:aws:iam::111122223333:role/app';
  expect(alikeCallers([at('app'), at('writer'), at(null), ...elsewhere], merging)).toEqual([
    alikeKey(at('writer'), first),
  ]);
});

test.each([undefined, ['2026-10-31']])(
  'teams have what their callers have, parted at %s',
  async (monthsPartedAt) => {
    const asked: number[] = [];
    await fc.assert(
      fc.asyncProperty(randomCalls, randomPoints, async (calls, points) => {
        await withStore(async (store, folder) => {
          await fillRandomly(store, folder, {
            calls: [...calls, ...ALIKE],
            points: pointsOf(points),
          });
          const question = {
            ...needsOf(['team'], RULES),
            period: PERIOD,
            hourly: false,
            filter: {},
            monthsPartedAt,
          };
          const noting: Store['ask'] = (name, params) => {
            asked.push((params as Partial<UsageCubeParams>).alike?.length ?? 0);
            return store.ask(name, params);
          };
          const merged = await readSpend({ ask: noting }, { ...question, merging });
          expect(sums(merged)).toEqual(sums(await readSpend(store, question)));
        });
      }),
      { numRuns: 4, endOnFailure: true },
    );
    expect(Math.max(...asked)).toBeGreaterThan(0);
  },
);

/** Quantities and calls by all that may be asked after merging. */
function sums({ usage, calls }: Usage): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (
    row: Usage['calls'][number] | Usage['usage'][number],
    unit: string,
    more: number,
  ) => {
    const team = names.teamOf({ ...row, unit: null }, parseModelId(row.modelId));
    const { day, accountId, region, modelId, tier, basis } = row;
    const month = day.slice(0, 7);
    const key = [month, accountId, region, modelId, tier, basis, team, unit].join(' ');
    found.set(key, (found.get(key) ?? 0) + more);
  };
  for (const row of usage) add(row, row.unit, row.quantity);
  for (const row of calls) add(row, 'calls', row.calls);
  return new Map([...found].sort());
}
