import { formatUsd, parseUsd } from '../../model/usd.ts';
import { compareText } from '../prices-used.ts';
import { tokenKind } from '../tokens.ts';
import type { ChargebackInput, SharedCost, TeamCost } from './chargeback-answer.ts';

/** The inputs as text that is the same for the same inputs in any order: what is hashed. */
export function canonicalInputs(input: ChargebackInput): string {
  const { month, teams, shared, rules, notCounted = null } = input;
  const teamTexts = teams.map((cost) => costText(cost.team, cost));
  const potTexts = shared.map((cost) => costText(cost.pot, cost));
  const unknown = notCounted === null ? [] : [[notCounted]];
  const parts = [teamTexts, potTexts, [rulesText(rules)], ...unknown];
  return [month, ...parts.map((texts) => [...texts].sort(compareText).join('\n'))].join('\n\n');
}

/** Units beside tokens stand where there are some: closes from before they were told keep their hash. */
function costText(name: string, cost: TeamCost | SharedCost): string {
  const { provenance, usd, unpricedTokens, unpricedUnits } = cost;
  const others = unpricedUnits
    .filter(({ unit }) => tokenKind(unit) === null)
    .map(({ unit, quantity }) => `${unit} ${quantity}`)
    .sort(compareText);
  const texts = [name, provenance, plain(usd), unpricedTokens];
  return JSON.stringify(others.length === 0 ? texts : [...texts, others]);
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
