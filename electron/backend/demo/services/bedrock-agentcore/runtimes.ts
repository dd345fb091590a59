import type { AgentCoreRuntime, RuntimeSettings } from '../../../../../shared/model/dataset.ts';
import { textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { knownValue } from '../../world/agents/known.ts';
import { agentCorePage, agentCoreResource, itemOf, MADE } from './resources.ts';
import { authorizerConfiguration, networkConfiguration } from './settings-wire.ts';

const resource = agentCoreResource('runtime', 'agentRuntimeId');

/** Runtimes, their versions and endpoints. */
export const runtimeOperations: Readonly<Record<string, Operation>> = {
  ListAgentRuntimes: {
    http: 'POST /runtimes/',
    action: 'bedrock-agentcore:ListAgentRuntimes',
    run: listRuntimes,
  },
  GetAgentRuntime: {
    http: 'GET /runtimes/{agentRuntimeId}/',
    action: 'bedrock-agentcore:GetAgentRuntime',
    resource,
    run: getRuntime,
  },
  ListAgentRuntimeEndpoints: {
    http: 'POST /runtimes/{agentRuntimeId}/runtime-endpoints/',
    action: 'bedrock-agentcore:ListAgentRuntimeEndpoints',
    resource,
    run: listEndpoints,
  },
};

function findRuntime(call: Call): AgentCoreRuntime {
  const all = call.world.agentCoreRuntimes(call.identity.accountId, call.region);
  return itemOf(call, 'agentRuntimeId', (id) => all.find((one) => one.agentRuntimeId === id));
}

function listRuntimes(call: Call): object {
  const all = call.world.agentCoreRuntimes(call.identity.accountId, call.region);
  const page = agentCorePage(call, all, 100);
  return {
    agentRuntimes: page.items.map((runtime) => ({
      ...heading(runtime, runtime.agentRuntimeVersion),
      description: `Runs ${runtime.agentRuntimeName}.`,
    })),
    nextToken: page.next,
  };
}

function heading(runtime: AgentCoreRuntime, agentRuntimeVersion: string): object {
  return {
    agentRuntimeArn: runtime.agentRuntimeArn,
    agentRuntimeId: runtime.agentRuntimeId,
    agentRuntimeVersion,
    agentRuntimeName: runtime.agentRuntimeName,
    lastUpdatedAt: runtime.lastUpdatedAt ?? MADE,
    status: runtime.status,
  };
}

/** The version that is asked for (`?version=`), or the newest. */
function getRuntime(call: Call): object {
  const runtime = findRuntime(call);
  const version = textOf(call.input, 'version') ?? runtime.agentRuntimeVersion;
  const found = runtime.versions.find(({ agentRuntimeVersion }) => agentRuntimeVersion === version);
  if (found === undefined) {
    const text = `Version ${version} of the runtime was not found.`;
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  return { ...heading(runtime, version), createdAt: MADE, ...detail(knownValue(found.settings)) };
}

function detail(settings: RuntimeSettings): object {
  const { requireMMDSV2, workloadIdentityArn, artifact } = settings;
  return {
    roleArn: settings.roleArn ?? undefined,
    networkConfiguration: networkConfiguration(settings.network, 'networkModeConfig'),
    lifecycleConfiguration: {
      idleRuntimeSessionTimeout: settings.idleRuntimeSessionTimeout ?? undefined,
      maxLifetime: settings.maxLifetime ?? undefined,
    },
    workloadIdentityDetails: workloadIdentityArn === null ? undefined : { workloadIdentityArn },
    agentRuntimeArtifact: artifact === null ? undefined : artifactOf(artifact),
    protocolConfiguration: { serverProtocol: settings.serverProtocol ?? 'HTTP' },
    environmentVariables: Object.fromEntries(
      settings.environmentVariableNames.map((name) => [name, `value of ${name}`]),
    ),
    authorizerConfiguration: authorizerConfiguration(settings.jwtAuthorizer),
    metadataConfiguration: requireMMDSV2 === null ? undefined : { requireMMDSV2 },
  };
}

function artifactOf(artifact: string): object {
  const [, bucket, prefix] = /^s3:\/\/([^/]+)\/(.*)$/.exec(artifact) ?? [];
  if (bucket === undefined) return { containerConfiguration: { containerUri: artifact } };
  const code = { s3: { bucket, prefix } };
  return { codeConfiguration: { code, runtime: 'PYTHON_3_13', entryPoint: ['main.py'] } };
}

function listEndpoints(call: Call): object {
  const runtime = findRuntime(call);
  const page = agentCorePage(call, knownValue(runtime.endpoints), 100);
  return {
    runtimeEndpoints: page.items.map((endpoint) => ({
      name: endpoint.name,
      id: endpoint.name,
      agentRuntimeEndpointArn: endpoint.endpointArn,
      agentRuntimeArn: runtime.agentRuntimeArn,
      status: endpoint.status,
      liveVersion: endpoint.liveVersion ?? undefined,
      targetVersion: endpoint.targetVersion ?? undefined,
      createdAt: MADE,
      lastUpdatedAt: runtime.lastUpdatedAt ?? MADE,
    })),
    nextToken: page.next,
  };
}
