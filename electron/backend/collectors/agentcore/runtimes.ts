import type {
  AgentRuntime,
  BedrockAgentCoreControl,
  AgentRuntimeEndpoint as EndpointSummary,
  GetAgentRuntimeResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type {
  AgentCoreRuntime,
  Part,
  RuntimeEndpoint,
  RuntimeSettings,
  RuntimeVersion,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { toJwtAuthorizer } from './jwt-authorizer.ts';
import { toNetwork } from './network.ts';
import { readResourcePolicy } from './resource-policy.ts';

const AT_ONCE = 4;

/** Every runtime of a Region: its endpoints, its newest version and each that an endpoint serves. */
export const runtimes: Collector<'agentcore-runtimes'> = {
  dataset: 'agentcore-runtimes',
  title: 'AgentCore runtimes and their endpoints',
  scope: 'region',
  iamActions: [
    'bedrock-agentcore:ListAgentRuntimes',
    'bedrock-agentcore:ListAgentRuntimeEndpoints',
    'bedrock-agentcore:GetAgentRuntime',
    'bedrock-agentcore:GetResourcePolicy',
  ],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListAgentRuntimes', (options) =>
          client.listAgentRuntimes({ maxResults: 100, nextToken }, options),
        ),
      (page) => page.agentRuntimes,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readRuntime(context, client, summary));
  },
};

async function readRuntime(
  context: CollectContext,
  client: BedrockAgentCoreControl,
  summary: AgentRuntime,
): Promise<AgentCoreRuntime> {
  const agentRuntimeId = text(summary.agentRuntimeId, 'agentRuntimes.agentRuntimeId');
  const agentRuntimeArn = text(summary.agentRuntimeArn, 'agentRuntimes.agentRuntimeArn');
  const newest = text(summary.agentRuntimeVersion, 'agentRuntimes.agentRuntimeVersion');
  const [endpoints, resourcePolicy] = await together([
    readEndpoints(context, client, agentRuntimeId),
    readResourcePolicy(context, client, agentRuntimeArn),
  ]);
  const versions = await inParallel(servedVersions(newest, endpoints), AT_ONCE, (version) =>
    readVersion(context, client, { agentRuntimeId, agentRuntimeVersion: version }),
  );
  return {
    agentRuntimeId,
    agentRuntimeArn,
    agentRuntimeName: summary.agentRuntimeName ?? agentRuntimeId,
    status: summary.status ?? 'UNKNOWN',
    agentRuntimeVersion: newest,
    lastUpdatedAt: instant(summary.lastUpdatedAt),
    endpoints,
    versions,
    resourcePolicy,
  };
}

function readEndpoints(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  agentRuntimeId: string,
): Promise<Part<readonly RuntimeEndpoint[]>> {
  return part('bedrock-agentcore:ListAgentRuntimeEndpoints', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock-agentcore:ListAgentRuntimeEndpoints', (options) =>
          client.listAgentRuntimeEndpoints({ agentRuntimeId, maxResults: 100, nextToken }, options),
        ),
      (page) => page.runtimeEndpoints,
    );
    return summaries.map(toEndpoint);
  });
}

function toEndpoint(summary: EndpointSummary): RuntimeEndpoint {
  return {
    name: text(summary.name, 'runtimeEndpoints.name'),
    endpointArn: text(summary.agentRuntimeEndpointArn, 'runtimeEndpoints.agentRuntimeEndpointArn'),
    status: summary.status ?? 'UNKNOWN',
    liveVersion: summary.liveVersion ?? null,
    targetVersion: summary.targetVersion ?? null,
  };
}

/** The newest version first, then those that endpoints serve or are about to. */
function servedVersions(
  newest: string,
  endpoints: Part<readonly RuntimeEndpoint[]>,
): readonly string[] {
  const served = endpoints.read
    ? endpoints.value.flatMap(({ liveVersion, targetVersion }) => [liveVersion, targetVersion])
    : [];
  return [...new Set([newest, ...served])].filter((version) => version !== null);
}

async function readVersion(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  asked: { readonly agentRuntimeId: string; readonly agentRuntimeVersion: string },
): Promise<RuntimeVersion> {
  const settings = await part('bedrock-agentcore:GetAgentRuntime', async () =>
    toRuntimeSettings(
      await call('bedrock-agentcore:GetAgentRuntime', (options) =>
        client.getAgentRuntime(asked, options),
      ),
    ),
  );
  return { agentRuntimeVersion: asked.agentRuntimeVersion, settings };
}

/** How a version is set up; of environment variables only the names are kept. */
export function toRuntimeSettings(detail: GetAgentRuntimeResponse): RuntimeSettings {
  const network = detail.networkConfiguration;
  return {
    roleArn: detail.roleArn ?? null,
    network: toNetwork(network?.networkMode, network?.networkModeConfig),
    jwtAuthorizer: toJwtAuthorizer(detail.authorizerConfiguration),
    serverProtocol: detail.protocolConfiguration?.serverProtocol ?? null,
    environmentVariableNames: Object.keys(detail.environmentVariables ?? {}).sort(),
    artifact: artifactOf(detail),
    requireMMDSV2: detail.metadataConfiguration?.requireMMDSV2 ?? null,
    idleRuntimeSessionTimeout: detail.lifecycleConfiguration?.idleRuntimeSessionTimeout ?? null,
    maxLifetime: detail.lifecycleConfiguration?.maxLifetime ?? null,
    workloadIdentityArn: detail.workloadIdentityDetails?.workloadIdentityArn ?? null,
  };
}

function artifactOf({ agentRuntimeArtifact: artifact }: GetAgentRuntimeResponse): string | null {
  const s3 = artifact?.codeConfiguration?.code?.s3;
  if (s3 !== undefined) return `s3://${s3.bucket ?? ''}/${s3.prefix ?? ''}`;
  return artifact?.containerConfiguration?.containerUri ?? null;
}
