import type { OwnedRefusal } from './answers.ts';

/** What refuses an action that no policy of one's own allows, and who can change that. */
export function refusalText({ action, resource, by, owner, accountIds }: OwnedRefusal): string {
  const on = resource === null || resource === '*' ? '' : ` on ${resource}`;
  const from = accountIds.length === 1 ? '1 account' : `${accountIds.length} accounts`;
  return `${action}${on} for ${accountIds.join(', ')} (${from}): ${adviceFor(by, owner)}`;
}

function adviceFor(by: string, owner: string | null): string {
  if (by === 'resource-based policy') {
    const who = owner === null ? 'its owner, which nothing read tells' : `its owner, ${owner}`;
    return `the policy of the resource has to allow it; ask ${who}.`;
  }
  if (/control policy$/.test(by)) {
    return `a ${by} refuses it; whoever manages the organisation can change that.`;
  }
  return `the ${by} of the reader or its way to AWS refuses it; change that one.`;
}
