import { expect, test } from 'vitest';
import type { TeamRule } from '../../../../../shared/model/team-rules.ts';
import { million, withMoney } from './money-workspace.ts';

const nothing = async () => undefined;
const period = { from: '2026-10-01', to: '2026-11-01', offset: 0, limit: 10 } as const;

test.each<[string, TeamRule, boolean]>([
  ['account', { by: 'account', accountId: '111122223333', team: 'data' }, true],
  ['principal', { by: 'principal', pattern: '*reader*', team: 'data' }, true],
  ['project', { by: 'project', pattern: 'data-*', team: 'data' }, false],
  ['metadata', { by: 'metadata', key: 'team', value: null, team: null }, false],
])('single calls of a team by %s are told rightly, or not at all', async (_, rule, told) => {
  await withMoney(nothing, async ({ api, importCalls }) => {
    await importCalls('calls', million('a', '2026-10-14T03:00:00Z'));
    await api['settings.update']({ teamRules: [rule] });
    const asked = api['spend.calls']({ ...period, filter: { teams: ['data'] } });
    if (told) expect((await asked).rows.map(({ requestId }) => requestId)).toEqual(['a']);
    else await expect(asked).rejects.toThrow(/cannot be chosen by team. Choose by person/);
  });
});
