import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';

type Kind = 'agent' | 'knowledge-base';

/** Agents and knowledge bases by the service role that they call models with. */
export interface Served {
  /** The ids of all that have the role, joined by `+`; null where none has. */
  keyOf(kind: Kind, principalArn: string): string | null;
  /** Their names in place of the ids. */
  labelOf(kind: Kind, key: string): string | null;
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly (string | null)[];
}

/**
 * Who calls models with which service role, as last read: the calls that agents and knowledge bases make
 * are the calls of their roles, logged as such.
 */
export function servedRoles(readings: ReadingsOfDataset): Served {
  const of = { agent: agentsIn(readings), 'knowledge-base': knowledgeBasesIn(readings) };
  const byRole = { agent: rolesOf(of.agent), 'knowledge-base': rolesOf(of['knowledge-base']) };
  const names = { agent: namesOf(of.agent), 'knowledge-base': namesOf(of['knowledge-base']) };
  return {
    keyOf: (kind, arn) => byRole[kind].get(principalWithoutPath(arn)) ?? null,
    labelOf: (kind, key) =>
      key
        .split('+')
        .map((id) => names[kind].get(id) ?? id)
        .join(', '),
  };
}

function agentsIn(readings: ReadingsOfDataset): readonly Owner[] {
  const agents = readings('agents').flatMap(({ items }) => items);
  return agents.map(({ agentId, agentName, versions }) => ({
    id: agentId,
    name: agentName,
    roles: versions.map(({ settings }) =>
      settings.read ? settings.value.agentResourceRoleArn : null,
    ),
  }));
}

function knowledgeBasesIn(readings: ReadingsOfDataset): readonly Owner[] {
  const bases = readings('knowledge-bases').flatMap(({ items }) => items);
  return bases.map(({ knowledgeBaseId, name, settings }) => ({
    id: knowledgeBaseId,
    name,
    roles: [settings.read ? settings.value.roleArn : null],
  }));
}

function rolesOf(owners: readonly Owner[]): ReadonlyMap<string, string> {
  const ids = new Map<string, Set<string>>();
  for (const { id, roles } of owners) {
    for (const role of roles) {
      if (role === null) continue;
      const arn = principalWithoutPath(role);
      ids.set(arn, (ids.get(arn) ?? new Set()).add(id));
    }
  }
  return new Map([...ids].map(([role, owning]) => [role, [...owning].sort().join('+')]));
}

function namesOf(owners: readonly Owner[]): ReadonlyMap<string, string> {
  return new Map(owners.map(({ id, name }) => [id, name]));
}
