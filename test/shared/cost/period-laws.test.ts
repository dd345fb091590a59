import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupings } from '../../../shared/api/spend-schemas.ts';
import { buildSpend } from '../../../shared/cost/build-spend.ts';
import { estimateUsage } from '../../../shared/cost/estimate.ts';
import type { SpendAnswer } from '../../../shared/cost/spend-answer.ts';
import { createTeamAssigner } from '../../../shared/cost/teams/team-assigner.ts';
import { addDays, daysIn } from '../../../shared/model/period.ts';
import type { TeamRule } from '../../../shared/model/team-rules.ts';
import type { UsageRow } from '../../../shared/model/usage.ts';
import { formatUsd } from '../../../shared/model/usd.ts';
import { pricedSum } from '../../helpers/known.ts';
import { anyUsage, PRICES, spendInput } from './builders.ts';
import { attributes } from './teams/builders.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };
const anyRows = fc.array(
  fc
    .record({ row: anyUsage, day: fc.constantFrom(...daysIn(OCTOBER)) })
    .map(({ row, day }): UsageRow => ({ ...row, day })),
  { maxLength: 40 },
);

function sums(answers: readonly SpendAnswer[]): Readonly<Record<string, string>> {
  const keys = answers.flatMap(({ groups }) => groups.map(({ key }) => key));
  return Object.fromEntries(
    [...new Set(keys)].sort().map((key) => {
      const same = answers.flatMap(({ groups }) => groups.filter((group) => group.key === key));
      return [key, pricedSum(same.map(({ usd }) => usd))];
    }),
  );
}

describe('laws of periods and groups', () => {
  test('a period cut in two adds up to the whole, in total and by any grouping', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom(...groupings),
        fc.integer({ min: 0, max: 31 }),
        (rows, groupBy, at) => {
          const cut = addDays(OCTOBER.from, at);
          const spend = (usage: readonly UsageRow[]) => buildSpend(spendInput({ usage, groupBy }));
          const whole = spend(rows);
          const parts = [
            spend(rows.filter(({ day }) => day < cut)),
            spend(rows.filter(({ day }) => day >= cut)),
          ];
          expect(pricedSum(parts.map(({ usd }) => usd))).toBe(whole.usd ?? '0');
          expect(sums(parts)).toEqual(sums([whole]));
        },
      ),
    );
  });

  test('teams add up to the total, whatever the rules', () => {
    const rule = fc.constantFrom<TeamRule>(
      { by: 'principal', pattern: 'app', team: 'a' },
      { by: 'account', accountId: '444455556666', team: 'b' },
      { by: 'principal', pattern: '*', team: 'c' },
    );
    fc.assert(
      fc.property(anyRows, fc.array(rule), (rows, rules) => {
        const assigner = createTeamAssigner(rules);
        const estimates = estimateUsage(rows, { prices: PRICES, profiles: new Map() });
        const teams = new Map<string, bigint>();
        for (const estimate of estimates) {
          const { accountId, principalArn } = estimate.row;
          const { team } = assigner.teamOf(attributes({ accountId, principalArn }));
          if (estimate.priced) teams.set(team, (teams.get(team) ?? 0n) + estimate.amount);
        }
        const total = [...teams.values()].reduce((sum, amount) => sum + amount, 0n);
        expect(formatUsd(total)).toBe(buildSpend(spendInput({ usage: rows })).usd ?? '0');
      }),
    );
  });
});
