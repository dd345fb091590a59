import { expect, test } from 'vitest';
import type { ChargebackInput } from '../../../shared/cost/chargeback/chargeback-answer.ts';
import { closeMonth } from '../../../shared/cost/chargeback/close-month.ts';
import { compareWithClose } from '../../../shared/cost/chargeback/compare-with-close.ts';
import { shareOut } from '../../../shared/cost/chargeback/share-out.ts';
import { addUsd } from '../../../shared/model/usd.ts';
import { chargeback } from '../../../shared/reports/chargeback.ts';
import { namedRows, namedTotals } from './named-rows.ts';

const money = { provenance: 'metered', unpricedTokens: 0, unpricedUnits: [] } as const;
const input: ChargebackInput = {
  month: '2026-10',
  teams: [
    { team: 'data', usd: '20', ...money },
    { team: 'web', usd: '10', ...money, provenance: 'allocated' },
  ],
  shared: [
    { pot: 'unassigned', usd: '1', ...money },
    { pot: 'tax', usd: '2.5', ...money, provenance: 'billed' },
  ],
  rules: [{ pot: 'unassigned', spread: { kind: 'even' } }],
};
const open = {
  bill: null,
  closed: null,
  comparison: null,
  incompleteDays: [],
  today: '2026-11-20',
  notes: [],
};

test('days that lie ahead are told apart from those that are not complete', () => {
  const incompleteDays = ['2026-10-29', '2026-10-30', '2026-10-31'];
  const today = '2026-10-30';
  const { notes } = chargeback.build({ ...open, now: shareOut(input), today, incompleteDays });
  expect(notes).toContain(
    'Usage of 2 of the 30 days that have begun is not complete. 1 day lies ahead.',
  );
});

test('lists teams and kept pots, adding up to the total', () => {
  const table = chargeback.build({ now: shareOut(input), ...open });
  const rows = namedRows(table);
  expect(rows).toMatchObject([
    { team: 'data', own_usd: '20', shared_usd: '0.5', total_usd: '20.5', metered_usd: '20' },
    { team: 'web', total_usd: '10.5', allocated_usd: '10', unassigned_usd: '0.5' },
    { team: 'Tax', kind: 'kept', total_usd: '2.5', billed_usd: '2.5' },
  ]);
  expect(addUsd(...rows.map((row) => String(row.total_usd)))).toBe('33.5');
  expect(namedTotals(table)).toMatchObject({ total_usd: '33.5' });
});

test('what has no price is told beside the money, and is no money', () => {
  const unpricedUnits = [{ unit: 'images', quantity: 68 }] as const;
  const [data] = input.teams;
  if (data === undefined) throw new Error('no team');
  const teams = [
    { ...data, unpricedUnits },
    { ...data, team: 'art', usd: '0', unpricedUnits },
  ];
  const table = chargeback.build({ ...open, now: shareOut({ ...input, teams, shared: [] }) });
  const rows = namedRows(table);
  expect(rows).toMatchObject([
    { team: 'data', own_usd: '20', total_usd: '20', unpriced: '68 images' },
    { team: 'art', unpriced: '68 images' },
  ]);
  expect(Object.keys(rows[1] ?? {})).not.toContain('own_usd');
  expect(Object.keys(rows[1] ?? {})).not.toContain('total_usd');
  expect(namedTotals(table)).toMatchObject({ total_usd: '20', unpriced: '136 images' });
});

test('without counted usage there is no total, and nothing is spread', () => {
  const now = shareOut({
    ...input,
    teams: [],
    rules: [{ pot: 'tax', spread: { kind: 'fixed', shares: [{ team: 'web', percent: '100' }] } }],
    notCounted: 'only events were read',
  });
  const table = chargeback.build({ ...open, now });
  expect(namedRows(table)).toMatchObject([
    { team: 'Usage without a team', kind: 'kept' },
    {
      team: 'Tax',
      kind: 'kept',
      reason: 'Usage of the month is not known: only events were read.',
    },
  ]);
  expect(Object.keys(namedTotals(table))).not.toContain('total_usd');
  expect(table.notes).toContain('The total is not known: only events were read.');
});

test('a closed month prints what was kept, and says that today would be different', () => {
  const hash = (text: string) => String(text.length);
  const words = { closedAt: '2026-11-03T08:00:00Z', note: 'Agreed.', hash, bill: null };
  const closed = closeMonth(input, words, []);
  const later = { ...input, teams: [{ team: 'data', usd: '25', ...money }] };
  const now = shareOut(later);
  const comparison = compareWithClose(closed, later, { hash, bill: null });
  const table = chargeback.build({ ...open, now, closed, comparison });
  expect(namedTotals(table)).toMatchObject({ total_usd: '33.5' });
  expect(table.notes.slice(0, 2)).toEqual([
    '2026-10, UTC, closed on 2026-11-03: Agreed.',
    expect.stringMatching(/different today .* total would be 28.5 USD. The closed figures hold/),
  ]);
});
