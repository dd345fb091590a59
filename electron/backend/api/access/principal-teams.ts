import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import { createTeamAssigner } from '../../../../shared/cost/teams/team-assigner.ts';
import { type TeamRule, UNASSIGNED } from '../../../../shared/model/team-rules.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import { readTagged } from '../spend/tagged.ts';

/**
 * Which team a principal belongs to by the rules that look at principals and accounts; what only a
 * call has (person, profile, metadata) decides nothing here. Null where no rule names it.
 */
export function principalTeams(
  rules: readonly TeamRule[],
  readings: ReadingsOfDataset,
): (principal: AccessPrincipal) => string | null {
  const { teamOf } = createTeamAssigner(rules);
  const { accounts } = readTagged(readings);
  return ({ arn, accountId, tags }) => {
    const { team } = teamOf({
      accountId,
      principalArn: arn,
      person: null,
      profile: null,
      project: null,
      requestMetadata: {},
      tags: [
        { owner: 'principal', tags },
        { owner: 'account', tags: accounts.get(accountId) ?? {} },
      ],
    });
    return team === UNASSIGNED ? null : team;
  };
}
