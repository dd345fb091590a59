import { UNASSIGNED } from '../../model/team-rules.ts';
import { type Attodollars, formatUsd } from '../../model/usd.ts';
import type { Estimate } from '../estimate.ts';
import { type GroupNames, NO_NAMES } from '../grouping.ts';
import type { Attribution } from '../spend-answer.ts';
import type { SpendUsage } from './spend-usage.ts';

/** How much of the priced usage is tied to a principal, a team, or nobody; four parts of the whole. */
export function attributionOf(
  estimates: readonly Estimate<SpendUsage>[],
  names: GroupNames = NO_NAMES,
): Attribution {
  const sums = { principal: 0n, allocated: 0n, teamOnly: 0n, nobody: 0n };
  let team: Attodollars = 0n;
  for (const estimate of estimates) {
    if (!estimate.priced) continue;
    const { row, model, amount } = estimate;
    const hasTeam = names.teamOf(row, model) !== UNASSIGNED;
    if (hasTeam) team += amount;
    sums[partOf(row, hasTeam)] += amount;
  }
  return {
    principalUsd: formatUsd(sums.principal),
    allocatedUsd: formatUsd(sums.allocated),
    teamOnlyUsd: formatUsd(sums.teamOnly),
    nobodyUsd: formatUsd(sums.nobody),
    teamUsd: formatUsd(team),
  };
}

function partOf({ principalArn, origin }: SpendUsage, hasTeam: boolean) {
  if (principalArn !== null) return origin?.allocated === true ? 'allocated' : 'principal';
  return hasTeam ? 'teamOnly' : 'nobody';
}
