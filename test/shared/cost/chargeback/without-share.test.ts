import { expect, test } from 'vitest';
import { shareOut } from '../../../../shared/cost/chargeback/share-out.ts';
import { october, pot } from './builders.ts';

const UNASSIGNED = pot('unassigned', '50', { provenance: 'metered' });

test('usage without a team says that it takes no share of what teams pay', () => {
  const { kept, lines } = shareOut(october({ shared: [pot('tax', '10'), UNASSIGNED] }));
  expect(kept).toMatchObject([
    {
      pot: 'unassigned',
      usd: '50',
      // Teams used $100 of $150.
      reason:
        'No rule spreads usage without a team over teams. It takes no share of shared costs: teams, with 66 % of usage by cost, pay all $10.00 of those that are spread.',
    },
  ]);
  const shared = lines.map(({ sharedUsd }) => Number(sharedUsd)).reduce((a, b) => a + b, 0);
  expect(shared).toBeCloseTo(10, 12);
});

test.each([
  ['nothing else is spread', [UNASSIGNED], []],
  ['it is spread itself', [pot('tax', '10'), UNASSIGNED], ['unassigned', 'tax'] as const],
])('where %s, that is not said', (_, shared, spread) => {
  const rules = spread.map((of) => ({ pot: of, spread: { kind: 'proportional' } as const }));
  const { kept } = shareOut(october({ shared, rules }));
  expect(kept.filter(({ reason }) => reason.includes('takes no share'))).toEqual([]);
});
