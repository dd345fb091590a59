import type { Agent, DatasetId, KnowledgeBase, Part } from '../model/dataset.ts';
import type { RoleUser, RoleUsers } from './judge-roles.ts';

/** Joins lists of users. */
export function together(all: readonly RoleUsers[]): RoleUsers {
  return {
    users: all.flatMap(({ users }) => users),
    unread: all.flatMap(({ unread }) => unread),
  };
}

/** The role of something whose settings are a part, or that the part was not read. */
export function roleUserOf<T>(
  {
    dataset,
    user,
    resource,
  }: { readonly dataset: DatasetId; readonly user: string; readonly resource: string },
  part: Part<T>,
  roleOf: (settings: T) => string | null,
): RoleUsers {
  if (part.read) {
    const found: RoleUser = { user, roleArn: roleOf(part.value) };
    return { users: [found], unread: [] };
  }
  return { users: [], unread: [{ resource, part: { dataset, outcome: part.outcome } }] };
}

/** The roles of agents, in every version that was read. */
export function agentRoles(agents: readonly Agent[]): RoleUsers {
  return together(
    agents.flatMap(({ agentName, versions }) =>
      versions.map(({ agentVersion, settings }) => {
        const resource = `agent ${agentName} ${agentVersion}`;
        const place = { dataset: 'agents', user: `agent ${agentName}`, resource } as const;
        return roleUserOf(place, settings, ({ agentResourceRoleArn }) => agentResourceRoleArn);
      }),
    ),
  );
}

/** The roles of knowledge bases. */
export function knowledgeBaseRoles(bases: readonly KnowledgeBase[]): RoleUsers {
  return together(
    bases.map(({ name, settings }) => {
      const user = `knowledge base ${name}`;
      const place = { dataset: 'knowledge-bases', user, resource: user } as const;
      return roleUserOf(place, settings, ({ roleArn }) => roleArn);
    }),
  );
}
