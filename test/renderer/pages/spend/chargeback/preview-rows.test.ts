import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  previewRows,
  previewSentence,
} from '../../../../../renderer/pages/spend/chargeback/preview-rows.ts';
import { shareOut } from '../../../../../shared/cost/chargeback/share-out.ts';
import { addUsd } from '../../../../../shared/model/usd.ts';
import { anyChargeback, october, pot, team } from '../../../../shared/cost/chargeback/builders.ts';

const chargeback = (teams: Parameters<typeof october>[0] = {}) =>
  shareOut(october({ shared: [], rules: [], ...teams }));

test('teams by how much they change, usage without a team last', () => {
  const now = chargeback({
    teams: [team('a', '60'), team('b', '30')],
    shared: [pot('unassigned', '10')],
  });
  const then = chargeback({ teams: [team('a', '60'), team('b', '25'), team('c', '15')] });
  expect(previewRows(now, then)).toEqual([
    { team: 'c', nowUsd: '0', thenUsd: '15', changeUsd: '15' },
    { team: 'b', nowUsd: '30', thenUsd: '25', changeUsd: '-5' },
    { team: 'a', nowUsd: '60', thenUsd: '60', changeUsd: '0' },
    { team: null, nowUsd: '10', thenUsd: '0', changeUsd: '-10' },
  ]);
  expect(previewSentence(previewRows(now, then))).toBe('2 teams would change.');
  expect(previewSentence(previewRows(now, now))).toMatch(/^No team/);
});

test('usage without a team is told even where it is spread over teams', () => {
  const spread = { kind: 'even' } as const;
  const now = chargeback({
    teams: [team('a', '60'), team('b', '30')],
    shared: [pot('unassigned', '10')],
    rules: [{ pot: 'unassigned', spread }],
  });
  expect(previewRows(now, now).at(-1)).toMatchObject({ team: null, nowUsd: '10' });
});

test('the rows are all own costs and all usage without a team, whatever the rules', () => {
  fc.assert(
    fc.property(anyChargeback, (input) => {
      const answer = shareOut(input);
      const rows = previewRows(answer, answer);
      const own = input.teams.map(({ usd }) => usd);
      const open = input.shared.flatMap((cost) => (cost.pot === 'unassigned' ? [cost.usd] : []));
      expect(addUsd(...rows.map(({ nowUsd }) => nowUsd))).toBe(addUsd(...own, ...open));
    }),
  );
});
