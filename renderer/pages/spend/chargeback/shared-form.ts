import { sharedRuleProblems } from '../../../../shared/cost/chargeback/spread-pot.ts';
import {
  SHARED_POTS,
  type SharedCostRule,
  type SharedPot,
  type Spread,
} from '../../../../shared/model/shared-cost.ts';

/** How pots can be spread, in words. */
export const SPREAD_NAMES: Readonly<Record<Spread['kind'], string>> = {
  keep: 'not spread: a line of its own',
  even: 'the same for each team',
  proportional: 'by what each team used',
  fixed: 'by fixed shares',
};

/** The ways to spread, in the order they are offered. */
export const SPREAD_KINDS = ['keep', 'even', 'proportional', 'fixed'] as const;

/** A pot as it is edited: shares are kept while another way is chosen. */
export interface PotForm {
  readonly pot: SharedPot;
  readonly kind: Spread['kind'];
  readonly shares: readonly { readonly team: string; readonly percent: string }[];
}

/** Every pot with its rule; a pot without one is kept. */
export function formOfShared(rules: readonly SharedCostRule[]): readonly PotForm[] {
  return SHARED_POTS.map((pot) => {
    const spread = rules.find((rule) => rule.pot === pot)?.spread ?? { kind: 'keep' };
    return { pot, kind: spread.kind, shares: spread.kind === 'fixed' ? spread.shares : [] };
  });
}

/** The rules that a form means; pots that are kept need none. */
export function rulesOfShared(form: readonly PotForm[]): readonly SharedCostRule[] {
  return form
    .filter(({ kind }) => kind !== 'keep')
    .map(({ pot, kind, shares }) => ({
      pot,
      spread:
        kind === 'fixed'
          ? { kind, shares: shares.map(({ team, percent }) => trimmed(team, percent)) }
          : { kind },
    }));
}

function trimmed(team: string, percent: string) {
  return { team: team.trim(), percent: percent.trim() };
}

/** What is wrong with a form, in whole sentences. */
export function sharedProblems(form: readonly PotForm[]): readonly string[] {
  return sharedRuleProblems(rulesOfShared(form));
}

/** How a pot is spread, in words: `by fixed shares: data 60 %, search 40 %`. */
export function spreadWords(rules: readonly SharedCostRule[], pot: SharedPot): string {
  const spread = rules.find((rule) => rule.pot === pot)?.spread ?? { kind: 'keep' };
  const name = SPREAD_NAMES[spread.kind];
  if (spread.kind !== 'fixed') return name;
  return `${name}: ${spread.shares.map(({ team, percent }) => `${team} ${percent} %`).join(', ')}`;
}
