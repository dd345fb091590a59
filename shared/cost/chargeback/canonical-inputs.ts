import { formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import type { ChargebackInput, SharedCost, TeamCost } from './chargeback-answer.ts';

/** The inputs as text that is the same for the same inputs in any order: what is hashed. */
export function canonicalInputs({ month, teams, shared, rules }: ChargebackInput): string {
  const teamTexts = teams.map((cost: TeamCost) =>
    JSON.stringify([cost.team, cost.provenance, plain(cost.usd), cost.unpricedTokens]),
  );
  const potTexts = shared.map((cost: SharedCost) =>
    JSON.stringify([cost.pot, cost.provenance, plain(cost.usd), cost.unpricedTokens]),
  );
  const parts = [teamTexts, potTexts, [rulesText(rules)]];
  return [month, ...parts.map((texts) => [...texts].sort(compareText).join('\n'))].join('\n\n');
}

function plain(usd: string): string {
  return formatUsd(parseUsd(usd));
}

/** Rules as text that is the same for the same rules in any order. */
export function rulesText(rules: ChargebackInput['rules']): string {
  const texts = rules.map(({ pot, spread }) => {
    if (spread.kind !== 'fixed') return JSON.stringify([pot, spread.kind]);
    const shares = spread.shares.map(({ team, percent }) => JSON.stringify([team, plain(percent)]));
    return JSON.stringify([pot, spread.kind, shares.sort(compareText)]);
  });
  return texts.sort(compareText).join('\n');
}
