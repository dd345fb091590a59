import fc from 'fast-check';
import type {
  ChargebackInput,
  SharedCost,
  TeamCost,
} from '../../../../shared/cost/chargeback/chargeback-answer.ts';
import type { UnitQuantity } from '../../../../shared/cost/spend-answer.ts';
import {
  SHARED_POTS,
  type SharedCostRule,
  type Spread,
} from '../../../../shared/model/shared-cost.ts';
import { formatUsd } from '../../../../shared/model/usd.ts';

const NOTHING = { unpricedTokens: 0, unpricedUnits: [] } as const;

/** Cost of a team; tests change what they are about. */
export function team(name: string, usd: string, over: Partial<TeamCost> = {}): TeamCost {
  return { team: name, usd, provenance: 'metered', ...NOTHING, ...over };
}

/** A cost to spread. */
export function pot(
  of: SharedCost['pot'],
  usd: string,
  over: Partial<SharedCost> = {},
): SharedCost {
  return { pot: of, usd, provenance: 'billed', ...NOTHING, ...over };
}

/** October with three teams and tax. */
export function october(over: Partial<ChargebackInput> = {}): ChargebackInput {
  return {
    month: '2026-10',
    teams: [team('a', '60'), team('b', '30'), team('c', '10')],
    shared: [pot('tax', '10')],
    rules: [{ pot: 'tax', spread: { kind: 'even' } }],
    ...over,
  };
}

const usd = fc.bigInt({ min: -(10n ** 22n), max: 10n ** 24n }).map(formatUsd);
const provenance = fc.constantFrom('billed', 'metered', 'allocated');
const unpricedTokens = fc.nat(1_000_000);
const unpricedUnits = fc.uniqueArray(
  fc.record({
    unit: fc.constantFrom('images', 'search-units'),
    quantity: fc.integer({ min: 1, max: 9_000 }),
  }) satisfies fc.Arbitrary<UnitQuantity>,
  { selector: ({ unit }) => unit },
);
const spread: fc.Arbitrary<Spread> = fc.oneof(
  fc.constantFrom<Spread>({ kind: 'even' }, { kind: 'proportional' }, { kind: 'keep' }),
  fc.nat(1_000).map<Spread>((tenths) => ({
    kind: 'fixed',
    shares: [
      { team: 'a', percent: String(tenths / 10) },
      { team: 'z', percent: String((1_000 - tenths) / 10) },
    ],
  })),
);

/** Any teams, pots, credits and rules. */
export const anyChargeback: fc.Arbitrary<ChargebackInput> = fc.record({
  month: fc.constant('2026-10'),
  teams: fc.array(
    fc.record({
      team: fc.constantFrom('a', 'b', 'c', 'd'),
      usd,
      provenance,
      unpricedTokens,
      unpricedUnits,
    }),
    { maxLength: 8 },
  ),
  shared: fc.array(
    fc.record({
      pot: fc.constantFrom(...SHARED_POTS),
      usd,
      provenance,
      unpricedTokens,
      unpricedUnits,
    }),
    { maxLength: 6 },
  ),
  rules: fc.uniqueArray(
    fc.record({
      pot: fc.constantFrom(...SHARED_POTS),
      spread,
    }) satisfies fc.Arbitrary<SharedCostRule>,
    { selector: (rule) => rule.pot },
  ),
});
