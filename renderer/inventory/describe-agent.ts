import type {
  ActionGroup,
  Agent,
  AgentAlias,
  AgentSettings,
  AgentVersion,
  GuardrailReference,
  Part,
} from '../../shared/model/dataset.ts';
import { durationInWords, shortArn } from '../format.ts';
import type { Described } from './base-entry.ts';
import type { EntrySection, Fact, Value } from './entry.ts';
import {
  fact,
  keyValue,
  modelValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

/** An agent by what stands behind its aliases, or its DRAFT where it has none. */
export function describeAgent(agent: Agent): Described {
  const { agentId, agentName, agentStatus, aliases, versions, updatedAt } = agent;
  const used = usedVersions(agent);
  const settings = used.map((version) => version.settings);
  return {
    kind: 'Agent',
    name: agentName,
    awsId: agentId,
    facts: [
      partFact({ id: 'aliases', label: 'Aliases' }, [aliases], (each) => each.map(aliasValue)),
      guardrailFact(agent),
      partFact(NAMES.models, settings, ({ foundationModel }) => modelValue(foundationModel)),
      partFact(NAMES.role, settings, ({ agentResourceRoleArn }) => roleValue(agentResourceRoleArn)),
      ...usesFacts(used),
      partFact({ id: 'ttl', label: 'Idle session' }, settings, idleValue),
      memoryFact(settings),
      partFact(NAMES.key, settings, ({ customerEncryptionKeyArn }) =>
        keyValue(customerEncryptionKeyArn),
      ),
      statusFact(agentStatus),
      timeFact(NAMES.updated, updatedAt),
    ],
    sections: versions.map((version) => versionSection(version, aliases)),
  };
}

/** The versions that aliases route to; all that were read where aliases are not known or none is. */
function usedVersions({ aliases, versions }: Agent): readonly AgentVersion[] {
  if (!aliases.read) return versions;
  const routed = new Set(aliases.value.flatMap(({ agentVersions }) => agentVersions));
  const used = versions.filter(({ agentVersion }) => routed.has(agentVersion));
  return used.length === 0 ? versions : used;
}

function aliasValue({ agentAliasName, agentVersions, aliasInvocationState }: AgentAlias): Value {
  const rejects = aliasInvocationState === 'REJECT_INVOCATIONS' ? ' (rejects calls)' : '';
  return { text: `${agentAliasName} → ${agentVersions.join(', ')}${rejects}` };
}

/** The guardrail of each alias's version: what a caller of that alias meets. */
export interface GuardedAlias {
  readonly alias: string;
  readonly version: string;
  /** Null where the version has none; unread where AWS did not tell. */
  readonly guardrail: Part<GuardrailReference | null>;
}

/** Every alias with the guardrail of each version that it routes to; unread where aliases are. */
export function guardedAliases({ aliases, versions }: Agent): Part<readonly GuardedAlias[]> {
  if (!aliases.read) return aliases;
  const value = aliases.value.flatMap(({ agentAliasName, agentVersions }) =>
    agentVersions.map((name) => ({
      alias: agentAliasName,
      version: name,
      guardrail: guardrailOf(versions.find(({ agentVersion }) => agentVersion === name)),
    })),
  );
  return { read: true, value };
}

function guardrailOf(version: AgentVersion | undefined): Part<GuardrailReference | null> {
  if (version === undefined) {
    const reason = 'The version was not listed.';
    return { read: false, outcome: { status: 'failed', reason } };
  }
  const { settings } = version;
  return settings.read ? { read: true, value: settings.value.guardrail } : settings;
}

function guardrailFact(agent: Agent): Fact {
  const guarded = guardedAliases(agent);
  if (!guarded.read) return partFact(NAMES.guardrail, [guarded], () => []);
  const parts = guarded.value.map(
    ({ alias, version, guardrail }): Part<Value> =>
      guardrail.read
        ? { read: true, value: guardrailValue(guardrail.value, `${alias} → ${version}: `) }
        : guardrail,
  );
  return partFact(NAMES.guardrail, parts, (value) => [value]);
}

/** A guardrail in its version; none deserves a second look. */
export function guardrailValue(guardrail: GuardrailReference | null, before = ''): Value {
  if (guardrail === null) return { text: `${before}none`, warns: true };
  const { guardrailIdentifier, guardrailVersion } = guardrail;
  const name = shortArn(guardrailIdentifier).replace(/^guardrail\//, '');
  return {
    text: `${before}${name} v${guardrailVersion}`.replace(' vDRAFT', ' DRAFT'),
    full: guardrailIdentifier,
  };
}

function usesFacts(versions: readonly AgentVersion[]): readonly Fact[] {
  return [
    partFact(
      { id: 'action-groups', label: 'Action groups' },
      versions.map(({ actionGroups }) => actionGroups),
      (groups) => groups.map(groupValue),
    ),
    partFact(
      { id: 'knowledge-bases', label: 'Knowledge bases' },
      versions.map(({ knowledgeBases }) => knowledgeBases),
      (bases) =>
        bases.map(({ knowledgeBaseId: id, knowledgeBaseState }) => ({
          text: knowledgeBaseState === 'ENABLED' ? id : `${id} (disabled)`,
          full: id,
          thing: 'knowledge-base' as const,
        })),
    ),
    partFact(
      { id: 'collaborators', label: 'Collaborators' },
      versions.map(({ collaborators }) => collaborators),
      (others) =>
        others.map(({ collaboratorName, aliasArn }) => ({
          text: collaboratorName,
          ...(aliasArn === null ? {} : { full: aliasArn, thing: 'agent' as const }),
        })),
    ),
  ];
}

function groupValue({ actionGroupName, actionGroupState, executor }: ActionGroup): Value {
  const state = actionGroupState === 'ENABLED' ? '' : ', disabled';
  if (!executor.read) return { text: `${actionGroupName}${state}` };
  const { lambdaArn, returnsControl, parentActionSignature } = executor.value;
  const runs = lambdaArn !== null ? lambdaName(lambdaArn) : (parentActionSignature ?? '');
  const by = returnsControl ? 'the caller runs it' : runs;
  return {
    text: `${actionGroupName}${by === '' ? '' : ` (${by}${state})`}`,
    ...(lambdaArn === null ? {} : { full: lambdaArn }),
  };
}

/** The name of a function by its ARN, with its alias or version. */
export function lambdaName(arn: string): string {
  return arn.split(':').slice(6).join(':') || arn;
}

function idleValue({ idleSessionTTLInSeconds: seconds }: AgentSettings): readonly Value[] {
  return seconds === null ? [] : [{ text: secondsInWords(seconds) }];
}

function secondsInWords(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60} min` : durationInWords(seconds * 1000);
}

function memoryFact(settings: readonly Part<AgentSettings>[]): Fact {
  return partFact({ id: 'memory', label: 'Memory', none: 'off' }, settings, ({ memory }) => {
    if (memory === null || memory.enabledMemoryTypes.length === 0) return [];
    const days = memory.storageDays === null ? '' : `, ${memory.storageDays} days`;
    return [{ text: `${memory.enabledMemoryTypes.join(', ')}${days}` }];
  });
}

function versionSection(version: AgentVersion, aliases: Agent['aliases']): EntrySection {
  const { agentVersion, settings } = version;
  const routed = aliases.read
    ? aliases.value.filter(({ agentVersions }) => agentVersions.includes(agentVersion))
    : [];
  return {
    title: agentVersion === 'DRAFT' ? 'DRAFT' : `Version ${agentVersion}`,
    facts: [
      fact(
        { id: 'routed', label: 'Aliases', none: 'no alias routes here' },
        routed.map(({ agentAliasName }) => ({ text: agentAliasName })),
      ),
      partFact(NAMES.guardrail, [settings], ({ guardrail }) => [guardrailValue(guardrail)]),
      partFact(NAMES.models, [settings], ({ foundationModel }) => modelValue(foundationModel)),
      partFact(NAMES.role, [settings], (each) => roleValue(each.agentResourceRoleArn)),
      ...usesFacts([version]),
      partFact({ id: 'collaboration', label: 'Collaboration' }, [settings], (each) =>
        textValue(each.agentCollaboration === 'DISABLED' ? null : each.agentCollaboration),
      ),
      memoryFact([settings]),
    ],
  };
}
