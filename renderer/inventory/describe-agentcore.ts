import type {
  AgentCoreBrowser,
  AgentCoreCodeInterpreter,
  AgentCoreIdentity,
  AgentCoreMemory,
  AgentCoreNetwork,
  AgentCoreRuntime,
  Part,
  RuntimeVersion,
} from '../../shared/model/dataset.ts';
import { countOf, durationInWords } from '../format.ts';
import type { Described } from './base-entry.ts';
import { authorizerValue, policyFact } from './describe-gateway.ts';
import type { EntrySection, Fact, Value } from './entry.ts';
import {
  arnValue,
  bucketValue,
  fact,
  keyValue,
  NAMES,
  partFact,
  roleValue,
  statusFact,
  textValue,
  timeFact,
} from './facts.ts';

const CALLERS = { id: 'callers', label: 'Who may call' } as const;

/** A runtime by its newest version and those behind its endpoints. */
export function describeRuntime(runtime: AgentCoreRuntime): Described {
  const { agentRuntimeArn, agentRuntimeName, status, versions, endpoints } = runtime;
  const settings = versions.map((version) => version.settings);
  return {
    kind: 'Runtime',
    name: agentRuntimeName,
    awsId: agentRuntimeArn,
    facts: [
      networkFact(settings),
      partFact(CALLERS, settings, ({ jwtAuthorizer }) => [authorizerValue(jwtAuthorizer)]),
      partFact(NAMES.role, settings, ({ roleArn }) => roleValue(roleArn)),
      partFact({ id: 'endpoints', label: 'Endpoints' }, [endpoints], (each) =>
        each.map(({ name, liveVersion }) => ({ text: `${name} → ${liveVersion ?? 'none'}` })),
      ),
      fact({ id: 'newest', label: 'Newest version' }, textValue(runtime.agentRuntimeVersion)),
      policyFact(runtime.resourcePolicy),
      statusFact(status),
      timeFact(NAMES.updated, runtime.lastUpdatedAt),
    ],
    sections: versions.map(runtimeSection),
  };
}

function runtimeSection({ agentRuntimeVersion, settings }: RuntimeVersion): EntrySection {
  return {
    title: `Version ${agentRuntimeVersion}`,
    facts: [
      networkFact([settings]),
      partFact({ id: 'subnets', label: 'Subnets' }, [settings], ({ network }) =>
        network.subnets.map((text) => ({ text })),
      ),
      partFact(CALLERS, [settings], ({ jwtAuthorizer }) => [authorizerValue(jwtAuthorizer)]),
      partFact(NAMES.role, [settings], ({ roleArn }) => roleValue(roleArn)),
      partFact({ id: 'protocol', label: 'Protocol' }, [settings], ({ serverProtocol }) =>
        textValue(serverProtocol),
      ),
      partFact({ id: 'artifact', label: 'Runs' }, [settings], ({ artifact }) =>
        textValue(artifact),
      ),
      partFact({ id: 'sessions', label: 'Sessions', none: 'not told' }, [settings], (each) => [
        ...seconds('idle', each.idleRuntimeSessionTimeout),
        ...seconds('at most', each.maxLifetime),
      ]),
      partFact({ id: 'metadata', label: 'Metadata service' }, [settings], ({ requireMMDSV2 }) =>
        requireMMDSV2 === null
          ? []
          : [{ text: requireMMDSV2 ? 'version 2 only' : 'version 1 too', warns: !requireMMDSV2 }],
      ),
      partFact({ id: 'variables', label: 'Variables' }, [settings], (each) =>
        each.environmentVariableNames.map((text) => ({ text })),
      ),
    ],
  };
}

function seconds(word: string, value: number | null): readonly Value[] {
  return value === null ? [] : [{ text: `${word} ${durationInWords(value * 1000)}` }];
}

/** Where it runs; the public network deserves a second look. */
function networkFact(parts: readonly Part<{ readonly network: AgentCoreNetwork }>[]): Fact {
  return partFact(NAMES.network, parts, ({ network: { networkMode } }) =>
    networkMode === null
      ? []
      : [{ text: networkMode, ...(networkMode === 'PUBLIC' && { warns: true }) }],
  );
}

/** A memory with what it keeps and for how long. */
export function describeMemory({
  memoryArn,
  memoryId,
  status,
  updatedAt,
  settings,
}: AgentCoreMemory): Described {
  return {
    kind: 'Memory',
    name: settings.read ? settings.value.name : memoryId,
    awsId: memoryArn,
    facts: [
      partFact({ id: 'retention', label: 'Keeps events' }, [settings], (each) => [
        { text: countOf(each.eventExpiryDuration, 'day') },
      ]),
      partFact(NAMES.key, [settings], ({ encryptionKeyArn }) => keyValue(encryptionKeyArn)),
      partFact(NAMES.role, [settings], (each) => roleValue(each.memoryExecutionRoleArn)),
      partFact({ id: 'strategies', label: 'Strategies' }, [settings], ({ strategies }) =>
        strategies.map(({ name, type }) => ({ text: `${name} (${type})` })),
      ),
      statusFact(status),
      timeFact(NAMES.updated, updatedAt),
    ],
    sections: [],
  };
}

/** A browser with where it runs and what it records. */
export function describeBrowser({
  browserArn,
  name,
  status,
  settings,
}: AgentCoreBrowser): Described {
  return {
    kind: 'Browser',
    name,
    awsId: browserArn,
    facts: [
      networkFact([settings]),
      partFact(NAMES.role, [settings], ({ executionRoleArn }) => roleValue(executionRoleArn)),
      partFact({ id: 'recording', label: 'Recording', none: 'off' }, [settings], ({ recording }) =>
        recording?.enabled === true ? bucketValue(recording.bucket) : [],
      ),
      statusFact(status),
    ],
    sections: [],
  };
}

/** A code interpreter with where it runs. */
export function describeCodeInterpreter(item: AgentCoreCodeInterpreter): Described {
  return {
    kind: 'Code interpreter',
    name: item.name,
    awsId: item.codeInterpreterArn,
    facts: [
      networkFact([item.settings]),
      partFact(NAMES.role, [item.settings], (each) => roleValue(each.executionRoleArn)),
      statusFact(item.status),
    ],
    sections: [],
  };
}

const IDENTITY_KINDS: Readonly<Record<AgentCoreIdentity['kind'], string>> = {
  'workload-identity': 'Workload identity',
  'oauth2-credential-provider': 'OAuth 2 provider',
  'api-key-credential-provider': 'API key provider',
};

/** An identity, or a provider of credentials by where its secret lies; never a credential. */
export function describeIdentity({
  kind,
  name,
  arn,
  vendor,
  createdAt,
  secretArn,
}: AgentCoreIdentity): Described {
  return {
    kind: IDENTITY_KINDS[kind],
    name,
    awsId: arn,
    facts: [
      fact({ id: 'vendor', label: 'Vendor' }, textValue(vendor)),
      partFact({ id: 'secret', label: 'Secret' }, [secretArn], (value) => arnValue(value)),
      timeFact({ id: 'created', label: 'Created', none: 'not told' }, createdAt),
    ],
    sections: [],
  };
}
