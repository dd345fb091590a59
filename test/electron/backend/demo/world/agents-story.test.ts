import { describe, expect, it } from 'vitest';
import { knownValue } from '../../../../../electron/backend/demo/world/agents/known.ts';
import { createWorld } from '../../../../../electron/backend/demo/world/create-world.ts';
import { places, world } from './test-world.ts';

const agents = everywhere((...at) => world.agents(...at));
const bases = everywhere((...at) => world.knowledgeBases(...at));
const flows = everywhere((...at) => world.flows(...at));
const prompts = everywhere((...at) => world.prompts(...at));
const runtimes = everywhere((...at) => world.agentCoreRuntimes(...at));
const gateways = everywhere((...at) => world.agentCoreGateways(...at));
const engines = everywhere((...at) => world.agentCorePolicyEngines(...at));
const memories = everywhere((...at) => world.agentCoreMemories(...at));
const browsers = everywhere((...at) => world.agentCoreBrowsers(...at));
const interpreters = everywhere((...at) => world.agentCoreCodeInterpreters(...at));
const identities = everywhere((...at) => world.agentCoreIdentities(...at));

const versions = agents.flatMap((agent) => agent.versions);
const versionSettings = versions.map(({ settings }) => knownValue(settings));
const flowSettings = flows.flatMap((flow) => flow.versions.map((one) => knownValue(one.settings)));
const nodes = flowSettings.flatMap((settings) => settings.nodes);
const baseSettings = bases.map(({ settings }) => knownValue(settings));
const sources = bases.flatMap(({ dataSources }) => knownValue(dataSources));
const gatewaySettings = gateways.map(({ settings }) => knownValue(settings));
const runtimeSettings = runtimes.flatMap((runtime) =>
  runtime.versions.map(({ settings }) => knownValue(settings)),
);

function everywhere<T>(read: (accountId: string, region: string) => readonly T[]): readonly T[] {
  return places.flatMap(({ accountId, region }) => read(accountId, region));
}

/** The versions of an agent under which somebody may call it. */
function calledSettings(agent: (typeof agents)[number]) {
  const called = new Set(knownValue(agent.aliases).flatMap(({ agentVersions }) => agentVersions));
  return agent.versions
    .filter(({ agentVersion }) => called.has(agentVersion))
    .map(({ settings }) => knownValue(settings));
}

describe('everything that is named exists', () => {
  it('guardrails in the versions that agents and flows name', () => {
    const existing = new Set(
      everywhere((...at) => world.guardrails(...at))
        .flat()
        .map(({ guardrailArn, version }) => `${guardrailArn} ${version}`),
    );
    const named = [...versionSettings, ...nodes]
      .flatMap(({ guardrail }) => guardrail ?? [])
      .map(
        ({ guardrailIdentifier, guardrailVersion }) => `${guardrailIdentifier} ${guardrailVersion}`,
      );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !existing.has(name))).toEqual([]);
  });

  it('roles, in IAM', () => {
    const existing = new Set(
      world.accounts.flatMap(({ authorization }) => authorization.identities.map(({ arn }) => arn)),
    );
    const named = [
      ...versionSettings.map(({ agentResourceRoleArn }) => agentResourceRoleArn),
      ...baseSettings.map(({ roleArn }) => roleArn),
      ...flowSettings.map(({ executionRoleArn }) => executionRoleArn),
      ...[...runtimeSettings, ...gatewaySettings].map(({ roleArn }) => roleArn),
      ...memories.map(({ settings }) => knownValue(settings).memoryExecutionRoleArn),
      ...browsers.map(({ settings }) => knownValue(settings).executionRoleArn),
      ...interpreters.map(({ settings }) => knownValue(settings).executionRoleArn),
    ].filter((arn) => arn !== null);
    expect(named.filter((arn) => !existing.has(arn))).toEqual([]);
  });

  it('knowledge bases, aliases, prompts, policy engines, providers and runtimes', () => {
    const aliases = agents.flatMap((agent) => {
      const { agentArn } = knownValue(agent.versions[0]?.settings ?? never());
      return knownValue(agent.aliases).map(
        ({ agentAliasId }) => `${agentArn.replace(':agent/', ':agent-alias/')}/${agentAliasId}`,
      );
    });
    const existing = new Set([
      ...bases.map(({ knowledgeBaseId }) => knowledgeBaseId),
      ...aliases,
      ...prompts.map(({ promptArn }) => promptArn),
      ...engines.map(({ policyEngineArn }) => policyEngineArn),
      ...identities.map(({ arn }) => arn),
      ...runtimes.map(({ agentRuntimeArn }) => agentRuntimeArn),
    ]);
    const targets = gateways.flatMap(({ targets: of }) =>
      knownValue(of).map(({ settings }) => knownValue(settings)),
    );
    const named = [
      ...versions.flatMap((one) => knownValue(one.knowledgeBases).map((kb) => kb.knowledgeBaseId)),
      ...versions.flatMap((one) => knownValue(one.collaborators).map(({ aliasArn }) => aliasArn)),
      ...nodes.flatMap((one) => [one.knowledgeBaseId, one.agentAliasArn, one.promptArn]),
      ...gatewaySettings.map(({ policyEngine }) => policyEngine?.arn ?? null),
      ...gatewaySettings.map(({ workloadIdentityArn }) => workloadIdentityArn),
      ...runtimeSettings.map(({ workloadIdentityArn }) => workloadIdentityArn),
      ...targets.flatMap(({ credentials }) => credentials.map(({ providerArn }) => providerArn)),
      ...targets.map(({ runtimeArn }) => runtimeArn),
    ].filter((name) => name !== null);
    expect(named.filter((name) => !existing.has(name))).toEqual([]);
  });

  it('models, by id, profile or ARN', () => {
    const existing = new Set(
      places.flatMap(({ accountId, region }) => [
        ...world.foundationModels(region).flatMap(({ modelId, modelArn }) => [modelId, modelArn]),
        ...world.inferenceProfiles(accountId, region).map(idOfProfile),
      ]),
    );
    const variants = prompts.flatMap(({ settings }) => knownValue(settings).variants);
    const named = [
      ...versionSettings.map(({ foundationModel }) => foundationModel),
      ...[...nodes, ...variants].map(({ modelId }) => modelId),
      ...baseSettings.map(({ embeddingModelArn }) => embeddingModelArn),
    ].filter((name) => name !== null);
    expect(named.filter((name) => !existing.has(name))).toEqual([]);
  });
});

function idOfProfile(profile: object): string {
  const entry = Object.entries(profile).find(([name]) => /^(inferenceP|p)rofileId$/.test(name));
  return String(entry?.[1]);
}

function never(): never {
  throw new Error('an agent has no DRAFT');
}

const DAY_MS = 86_400_000;
const days = (since: string | null) =>
  since === null ? Infinity : (Date.parse(world.now) - Date.parse(since)) / DAY_MS;
const lastSync = (source: (typeof sources)[number]) => {
  const done = knownValue(source.ingestionJobs).find(({ status }) => status === 'COMPLETE');
  return days(done?.startedAt ?? null);
};
const guards = flows.map((flow) =>
  flow.versions
    .flatMap(({ settings }) => knownValue(settings).nodes)
    .filter(({ type }) => type === 'Prompt' || type === 'KnowledgeBase')
    .every(({ guardrail }) => guardrail !== null),
);

/** For each rule, whether each resource that it judges is as it should be. */
const stories: readonly (readonly [rule: string, good: readonly boolean[]])[] = [
  [
    'agent-guarded',
    agents.map((agent) => calledSettings(agent).every(({ guardrail }) => guardrail !== null)),
  ],
  [
    'agent-role-not-shared',
    agents.map((agent) => {
      const role = calledSettings(agent)[0]?.agentResourceRoleArn;
      const sharing = agents.filter(
        (other) => calledSettings(other)[0]?.agentResourceRoleArn === role,
      );
      return sharing.length === 1;
    }),
  ],
  ['agent-encrypted', versionSettings.map((one) => one.customerEncryptionKeyArn !== null)],
  [
    'agent-session-ttl-bounded',
    versionSettings.map((one) => (one.idleSessionTTLInSeconds ?? 0) <= 3600),
  ],
  [
    'agent-memory-retention-bounded',
    versionSettings
      .flatMap(({ memory }) => memory ?? [])
      .map(({ storageDays }) => (storageDays ?? 0) <= 30),
  ],
  [
    'guardrail-version-pinned',
    versionSettings.map((one) => one.guardrail?.guardrailVersion !== 'DRAFT'),
  ],
  [
    'knowledge-base-encrypted, data-source-encrypted',
    sources.map(({ settings }) => knownValue(settings).kmsKeyArn !== null),
  ],
  ['knowledge-base-fresh', sources.map((source) => lastSync(source) <= 7)],
  [
    'data-source-deletion-policy-set',
    sources.map(({ settings }) => knownValue(settings).dataDeletionPolicy !== null),
  ],
  ['flow-guarded', guards],
  [
    'flow-valid',
    flowSettings.flatMap(({ validations }) =>
      validations === null ? [] : [!validations.some(({ severity }) => severity === 'Error')],
    ),
  ],
  [
    'prompt-encrypted',
    prompts.map((one) => knownValue(one.settings).customerEncryptionKeyArn !== null),
  ],
  ['agentcore-runtime-in-vpc', runtimeSettings.map(({ network }) => network.networkMode === 'VPC')],
  ['agentcore-gateway-authorized', gateways.map(({ authorizerType }) => authorizerType !== 'NONE')],
  [
    'agentcore-gateway-policy-enforced',
    gatewaySettings.map(({ policyEngine }) => policyEngine?.mode === 'ENFORCE'),
  ],
  ['agentcore-gateway-hides-exceptions', gatewaySettings.map((one) => one.exceptionLevel === null)],
  ['agentcore-gateway-behind-waf', gatewaySettings.map(({ webAclArn }) => webAclArn !== null)],
  ['agentcore-gateway-encrypted', gatewaySettings.map(({ kmsKeyArn }) => kmsKeyArn !== null)],
  [
    'agentcore-memory-encrypted',
    memories.map((one) => knownValue(one.settings).encryptionKeyArn !== null),
  ],
  [
    'agentcore-browser-recording-protected',
    browsers.map(({ settings }) => knownValue(settings).recording?.enabled === true),
  ],
  [
    'service-roles-guard-against-confused-deputy',
    world.accounts
      .flatMap(({ authorization }) => authorization.identities)
      .filter(({ trustPolicy }) => trustPolicy?.includes('bedrock'))
      .map(({ trustPolicy }) => trustPolicy?.includes('aws:SourceAccount') === true),
  ],
  [
    'resource-policies-share-knowingly',
    everywhere((...at) => world.agentResourcePolicies(...at))
      .flatMap(({ policy }) => knownValue(policy) ?? [])
      .map((policy) => !policy.includes('"Principal":"*"')),
  ],
];

describe('for every rule there is a resource that passes and one that fails', () => {
  it.each(stories)('%s', (_rule, good) => {
    expect(good).toContain(true);
    expect(good).toContain(false);
  });
});

it('all kinds of stores, types and nodes occur', () => {
  expect(new Set(baseSettings.map(({ type }) => type)).size).toBe(4);
  expect(new Set(baseSettings.flatMap(({ storage }) => storage?.type ?? [])).size).toBe(8);
  expect(new Set(nodes.map(({ type }) => type)).size).toBeGreaterThan(12);
});

it('on another day the agents are the same, and syncs have moved with the day', () => {
  const later = createWorld({ now: '2026-11-27T12:00:00Z' });
  const [place] = places.filter(
    ({ accountId, region }) => world.agents(accountId, region).length > 2,
  );
  if (place === undefined) throw new Error('no place has three agents');
  const { accountId, region } = place;
  expect(later.agents(accountId, region)).toEqual(world.agents(accountId, region));
  const jobs = (of: typeof world) =>
    of
      .knowledgeBases(accountId, region)
      .flatMap(({ dataSources }) => knownValue(dataSources))
      .flatMap(({ ingestionJobs }) => knownValue(ingestionJobs));
  const week = 7 * DAY_MS;
  expect(jobs(later).map(({ startedAt }) => Date.parse(startedAt ?? '') - week)).toEqual(
    jobs(world).map(({ startedAt }) => Date.parse(startedAt ?? '')),
  );
});
