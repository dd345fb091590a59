import type { TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import type { Connection, WorkspaceInfo } from '../../shared/api/answers.ts';
import { accountsOf } from '../../shared/api/connected-accounts.ts';
import { countOf } from '../format.ts';
import { hrefOf, navigate } from '../navigation.ts';

/** The open workspace and its connections; every item leads to where they are changed. */
export function workspaceMenu(workspace: WorkspaceInfo): TopNavigationProps.MenuDropdownUtility {
  const { connections, demo, name } = workspace;
  return {
    type: 'menu-dropdown',
    disableUtilityCollapse: true,
    text: titleOf(workspace),
    title: name,
    description: demo ? 'Demo account, simulated' : 'Read-only',
    items: [
      {
        id: 'connections',
        text: connections.length === 0 ? 'No connection yet' : 'Connections',
        items: connections.map(itemOf),
      },
      { id: 'more', items: [{ id: 'settings', text: 'Connections and workspaces' }] },
    ],
    onItemClick: () =>
      navigate(hrefOf('/settings', { tab: 'connections' }, window.location.search)),
  };
}

function titleOf({ name, connections, demo }: WorkspaceInfo): string {
  const accounts = new Set(connections.flatMap(accountsOf).map(({ accountId }) => accountId)).size;
  const shown = accounts === 0 ? name : `${name}, ${countOf(accounts, 'account')}`;
  return demo ? shown : `${shown} (read-only)`;
}

function itemOf(connection: Connection) {
  const { id, label, accountId, profile, roleArn, regions } = connection;
  const who = roleArn ?? (profile === null ? 'default credentials' : `profile ${profile}`);
  return {
    id,
    text: accountId === null ? label : `${label} (${accountId})`,
    secondaryText: `${who} · ${regions.join(', ')}`,
  };
}
