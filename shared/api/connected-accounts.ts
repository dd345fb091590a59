import type { ConnectedAccount, Connection } from './workspace-answers.ts';

/** The place of the account in a role pattern. */
const ACCOUNT = '{account}';

/** The accounts that a connection reads, as far as known; its own has its label unless AWS names it. */
export function accountsOf({
  accountId,
  label,
  organization,
}: Connection): readonly ConnectedAccount[] {
  const accounts = organization?.accounts ?? [];
  if (accountId === null || accounts.some((one) => one.accountId === accountId)) return accounts;
  return [{ accountId, name: label }, ...accounts];
}

/** The role that a pattern names in an account. */
export function roleIn(rolePattern: string, accountId: string): string {
  return rolePattern.replaceAll(ACCOUNT, accountId);
}

/**
 * What a connection of an organisation is in one of its accounts. Its role is assumed with the
 * credentials of the connection, not with those of the profile.
 */
export function memberConnection(
  connection: Connection,
  rolePattern: string,
  { accountId, name }: ConnectedAccount,
): Connection {
  return {
    ...connection,
    id: `${connection.id}/${accountId}`,
    label: name === '' ? accountId : name,
    roleArn: roleIn(rolePattern, accountId),
    accountId,
    organization: null,
  };
}

/**
 * Connections, each followed by what it is in the accounts of its organisation; accounts that have a
 * connection of their own are left out.
 */
export function reachedConnections(connections: readonly Connection[]): readonly Connection[] {
  const own = new Set(connections.map(({ accountId }) => accountId));
  return connections.flatMap((connection) => {
    const { organization } = connection;
    if (organization === null) return [connection];
    const members = organization.accounts
      .filter(({ accountId }) => !own.has(accountId))
      .map((account) => memberConnection(connection, organization.rolePattern, account));
    return [connection, ...members];
  });
}
