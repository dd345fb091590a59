import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BudgetAlert } from '../../../../../shared/api/answers.ts';
import type { Api, Input } from '../../../../../shared/api/contract.ts';
import { groupings } from '../../../../../shared/api/spend-schemas.ts';
import {
  addDays,
  addMonths,
  dayOf,
  monthOf,
  monthPeriod,
} from '../../../../../shared/model/period.ts';
import { addUsd, parseUsd } from '../../../../../shared/model/usd.ts';
import { type DemoBackend, jobEnd } from '../../../../helpers/demo-backend.ts';
import { known, pricedSum } from '../../../../helpers/known.ts';
import type { ScannedDemo } from './scanned.ts';

type Asked = Input<'spend.get'>;

/** Each of these asks for a month again and again, on machines that do other things, too. */
const MANY_QUESTIONS = { timeout: 300_000 };

const TEAM_RULES: Input<'settings.update'>['teamRules'] = [
  { by: 'tag', owner: null, key: 'team', value: null, team: null },
  { by: 'principal', pattern: '*support*', team: 'support' },
];

const ALL: readonly Asked['groupBy'][] = [...groupings, 'tag:team', 'metadata:team'];

/** The laws of Spend over everything that the demo holds, and what is kept between questions. */
export function spendOf(scanned: () => Pick<ScannedDemo, 'demo'>): void {
  let demo: DemoBackend;
  let api: Api;
  let month: string;

  beforeAll(async () => {
    demo = scanned().demo;
    api = demo.backend.api;
    month = addMonths(monthOf(dayOf(demo.now)), -1);
    await api['settings.update']({
      teamRules: TEAM_RULES,
      sharedCostRules: [{ pot: 'unassigned', spread: { kind: 'proportional' } }],
    });
  });
  afterAll(() => api['settings.update']({ teamRules: [], sharedCostRules: [], spendBudgets: [] }));

  const spend = (asked: Partial<Asked> = {}) =>
    api['spend.get']({ ...monthPeriod(month), groupBy: 'model', ...asked });

  describe('spend of the demo account', () => {
    test(
      'is the same money, calls and tokens by whatever it is grouped',
      MANY_QUESTIONS,
      async () => {
        const whole = await spend();
        expect(parseUsd(known(whole.usd))).toBeGreaterThan(0n);
        for (const groupBy of ALL) {
          const { usd, calls, tokens, groups, cells } = await spend({ groupBy, top: 3 });
          expect({ groupBy, usd, calls, tokens }).toEqual({
            groupBy,
            usd: whole.usd,
            calls: whole.calls,
            tokens: whole.tokens,
          });
          expect(pricedSum(groups.map((group) => group.usd))).toBe(usd);
          expect(pricedSum(cells.map((cell) => cell.usd))).toBe(usd);
        }
      },
    );

    test(
      'any filter leaves the same by any two groupings, and parts of the whole',
      MANY_QUESTIONS,
      async () => {
        const whole = await spend();
        const keys = new Map<Asked['groupBy'], readonly string[]>();
        for (const groupBy of ['team', 'principal', 'provider', 'tier', 'profile'] as const) {
          keys.set(
            groupBy,
            (await spend({ groupBy })).groups.map(({ key }) => key),
          );
        }
        const some = (groupBy: Asked['groupBy']) =>
          fc.option(fc.subarray([...(keys.get(groupBy) ?? [])]), { nil: undefined });
        const filters = fc.record({
          teams: some('team'),
          principals: some('principal'),
          providers: some('provider'),
          tiers: some('tier'),
          profiles: some('profile'),
        });
        await fc.assert(
          fc.asyncProperty(
            filters,
            fc.constantFrom(...ALL),
            fc.constantFrom(...ALL),
            async (filter, one, other) => {
              const [a, b] = [
                await spend({ filter, groupBy: one }),
                await spend({ filter, groupBy: other }),
              ];
              expect(pricedSum(a.groups.map(({ usd }) => usd))).toBe(a.usd ?? '0');
              expect([b.usd, b.calls, b.tokens]).toEqual([a.usd, a.calls, a.tokens]);
              expect(parseUsd(a.usd ?? '0')).toBeLessThanOrEqual(parseUsd(known(whole.usd)));
            },
          ),
          { numRuns: 6 },
        );
      },
    );

    test('values of one grouping, each alone, add up to the whole', MANY_QUESTIONS, async () => {
      for (const [groupBy, member] of [
        ['team', 'teams'],
        ['account', 'accounts'],
        ['scope', 'scopes'],
      ] as const) {
        const whole = await spend({ groupBy });
        const parts = [];
        for (const { key } of whole.groups)
          parts.push(await spend({ filter: { [member]: [key] } }));
        expect(pricedSum(parts.map(({ usd }) => usd)), groupBy).toBe(whole.usd);
      }
    });

    test(
      'hours add up to their days, and a month cut in two to the month',
      MANY_QUESTIONS,
      async () => {
        const { from, to } = monthPeriod(month);
        const cut = addDays(from, 9);
        const [first, second, whole] = [
          await spend({ to: cut }),
          await spend({ from: cut }),
          await spend(),
        ];
        expect(pricedSum([first.usd, second.usd])).toBe(whole.usd);
        expect(known(first.calls) + known(second.calls)).toBe(whole.calls);
        const hours = await spend({ to: cut, granularity: 'hour', groupBy: 'region' });
        const days = await spend({ to: cut, groupBy: 'region' });
        const sums = new Map<string, string | null>();
        for (const { day, key, usd } of hours.cells) {
          const before = sums.get(`${day} ${key}`) ?? null;
          sums.set(`${day} ${key}`, before === null ? usd : pricedSum([before, usd]));
        }
        expect(sums).toEqual(
          new Map(days.cells.map(({ day, key, usd }) => [`${day} ${key}`, usd])),
        );
        expect(to > cut).toBe(true);
      },
    );

    test('every dollar is tied to a principal, shared out, or told as nobody’s', async () => {
      const { attribution, usd } = await spend({ attribution: true });
      const parts =
        attribution === undefined
          ? []
          : [
              attribution.principalUsd,
              attribution.allocatedUsd,
              attribution.teamOnlyUsd,
              attribution.nobodyUsd,
            ];
      expect(addUsd(...parts)).toBe(usd);
      expect(parseUsd(attribution?.allocatedUsd ?? '0')).toBeGreaterThan(0n);
    });

    test('single calls come by the same filters, each with its price lines', async () => {
      const filter = { teams: ['support'] };
      const page = await api['spend.calls']({
        ...monthPeriod(month),
        filter,
        offset: 0,
        limit: 500,
      });
      const { groups } = await spend({ groupBy: 'principal', filter });
      const arns = new Set(groups.map(({ key }) => key));
      expect(page.total).toBeGreaterThan(100);
      for (const call of page.rows) {
        expect(arns).toContain(call.principalArn);
        expect(call.usd === null).toBe(call.unpricedReason !== null);
        expect(call.usd === null || call.prices.length > 0).toBe(true);
      }
    });
  });

  describe('what a workspace keeps of its money', () => {
    test('a chargeback adds up to what was used and what the bill has beside it', async () => {
      const { now } = await api['spend.chargeback']({ month });
      const { usd } = await spend();
      const other = await api['spend.other-costs'](monthPeriod(month));
      const beside = other.costs
        .filter(({ subject }) => subject !== 'images')
        .flatMap((cost) => cost.usd ?? []);
      const unpriced = now.kept.flatMap((pot) => (pot.pot === 'unpriced' ? [pot.usd] : []));
      expect(unpriced).toHaveLength(1);
      const lines = [
        ...now.lines.map(({ totalUsd }) => totalUsd),
        ...now.kept.map((pot) => pot.usd),
      ];
      expect(addUsd(...lines)).toBe(now.totalUsd);
      expect(now.totalUsd).toBe(addUsd(known(usd), ...beside, ...unpriced));
    });

    test(
      'a closed month holds whatever changes, and opens again only with a reason',
      MANY_QUESTIONS,
      async () => {
        const close = await api['month.close']({ month, note: 'Agreed.' });
        expect((await api['spend.chargeback']({ month })).comparison?.same).toBe(true);
        await expect(api['month.close']({ month, note: '' })).rejects.toThrow(/was closed on/);
        await api['settings.update']({
          sharedCostRules: [{ pot: 'unassigned', spread: { kind: 'even' } }],
        });
        const changed = await api['spend.chargeback']({ month });
        expect(changed.closed).toEqual(close);
        expect(changed.comparison).toMatchObject({ same: false });
        await api['settings.update']({
          teamRules: [{ by: 'principal', pattern: '*', team: 'everybody' }],
        });
        const otherTeams = await api['spend.chargeback']({ month });
        expect(otherTeams.closed).toEqual(close);
        expect(otherTeams.comparison?.changes).toContainEqual(
          expect.objectContaining({ what: 'team-own', name: 'everybody', before: null }),
        );
        expect(otherTeams.now.totalUsd).toBe(close.chargeback.totalUsd);
        await api['settings.update']({ teamRules: TEAM_RULES });
        await expect(api['month.reopen']({ month, note: ' ' })).rejects.toThrow(
          /Say in the note why/,
        );
        await api['month.reopen']({ month, note: 'Shared otherwise.' });
        const { closed, reopened } = await api['spend.chargeback']({ month });
        expect([closed, reopened[0]?.close, reopened[0]?.note]).toEqual([
          null,
          close,
          'Shared otherwise.',
        ]);
      },
    );

    test('the running month cannot be closed', async () => {
      const running = monthOf(dayOf(demo.now));
      await expect(api['month.close']({ month: running, note: '' })).rejects.toThrow(
        /still running/,
      );
    });

    test('a crossed budget is told once after something was read, and once more for another amount', async () => {
      const thresholds = [
        { percent: 100, on: 'actual' },
        { percent: 50, on: 'actual' },
      ] as const;
      const budget = {
        id: 'b',
        name: 'All',
        scope: { kind: 'workspace' },
        monthlyUsd: '1',
      } as const;
      await api['settings.update']({ spendBudgets: [{ ...budget, thresholds: [...thresholds] }] });
      const told: BudgetAlert[] = [];
      const stop = demo.backend.onEvent((event) => {
        if (event.type === 'budgets') told.push(...event.alerts);
      });
      const folder = await mkdtemp(join(tmpdir(), 'assay-empty-'));
      const read = async () => {
        const ended = jobEnd(demo.backend);
        await api['import.start']({ folder });
        await ended;
      };
      await read();
      await read();
      const dearer = { ...budget, monthlyUsd: '2', thresholds: [...thresholds] };
      await api['settings.update']({ spendBudgets: [dearer] });
      await read();
      await read();
      stop();
      await rm(folder, { recursive: true });
      expect(told.map(({ percent, on, name }) => [percent, on, name])).toEqual([
        [100, 'actual', 'All'],
        [100, 'actual', 'All'],
      ]);
      expect((await api['spend.budgets']({})).told).toHaveLength(4);
    });
  });
}
