import type {
  BedrockAgentCoreControl,
  CredentialProviderConfiguration,
  GetGatewayTargetResponse,
  HttpTargetConfiguration,
  McpTargetConfiguration,
  TargetConfiguration,
  TargetSummary,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type {
  GatewayTarget,
  GatewayTargetSettings,
  Part,
  TargetCredential,
} from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext } from '../collector.ts';

const AT_ONCE = 4;

/** The targets of a gateway. */
export function readTargets(
  context: CollectContext,
  client: BedrockAgentCoreControl,
  gatewayIdentifier: string,
): Promise<Part<readonly GatewayTarget[]>> {
  const { call, part } = context;
  return part('bedrock-agentcore:ListGatewayTargets', async () => {
    const summaries = await allItems(
      (nextToken) =>
        call('bedrock-agentcore:ListGatewayTargets', (options) =>
          client.listGatewayTargets({ gatewayIdentifier, maxResults: 1000, nextToken }, options),
        ),
      (page) => page.items,
    );
    return inParallel(summaries, AT_ONCE, (summary) =>
      readTarget(context, client, { gatewayIdentifier, summary }),
    );
  });
}

async function readTarget(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  of: { readonly gatewayIdentifier: string; readonly summary: TargetSummary },
): Promise<GatewayTarget> {
  const { gatewayIdentifier, summary } = of;
  const targetId = text(summary.targetId, 'items.targetId');
  const settings = await part('bedrock-agentcore:GetGatewayTarget', async () =>
    toTargetSettings(
      await call('bedrock-agentcore:GetGatewayTarget', (options) =>
        client.getGatewayTarget({ gatewayIdentifier, targetId }, options),
      ),
    ),
  );
  return {
    targetId,
    name: summary.name ?? targetId,
    status: summary.status ?? 'UNKNOWN',
    settings,
  };
}

type Aim = Omit<GatewayTargetSettings, 'credentials' | 'kind'>;

const NOWHERE: Aim = { lambdaArn: null, runtimeArn: null, restApi: null, endpoint: null };

/** What a target is and how the gateway proves itself to it. */
export function toTargetSettings(detail: GetGatewayTargetResponse): GatewayTargetSettings {
  return {
    kind: kindOf(detail.targetConfiguration),
    ...NOWHERE,
    ...aimOf(detail.targetConfiguration),
    credentials: list(detail.credentialProviderConfigurations).map(toCredential),
  };
}

/** The names of the two members that AWS answered: one of a few protocols, then one of its kinds. */
function kindOf(configuration: TargetConfiguration | undefined): string {
  const [[protocol, target] = ['UNKNOWN', {}]] = Object.entries(configuration ?? {});
  const [kind = 'UNKNOWN'] = Object.keys(target ?? {});
  return `${protocol}.${kind}`;
}

function aimOf(configuration: TargetConfiguration | undefined): Partial<Aim> {
  const provider = configuration?.inference?.provider;
  if (provider !== undefined) return { endpoint: withoutQuery(provider.endpoint) };
  return { ...mcpAim(configuration?.mcp), ...httpAim(configuration?.http) };
}

function mcpAim(mcp: McpTargetConfiguration | undefined): Partial<Aim> {
  if (mcp?.lambda !== undefined) return { lambdaArn: mcp.lambda.lambdaArn ?? null };
  if (mcp?.mcpServer !== undefined) return { endpoint: withoutQuery(mcp.mcpServer.endpoint) };
  const api = mcp?.apiGateway;
  return api === undefined ? {} : { restApi: `${api.restApiId ?? ''}/${api.stage ?? ''}` };
}

function httpAim(http: HttpTargetConfiguration | undefined): Partial<Aim> {
  if (http?.agentcoreRuntime !== undefined) {
    return { runtimeArn: http.agentcoreRuntime.arn ?? null };
  }
  const passthrough = http?.passthrough;
  return passthrough === undefined ? {} : { endpoint: withoutQuery(passthrough.endpoint) };
}

function withoutQuery(url: string | undefined): string | null {
  return url?.split('?')[0] ?? null;
}

function toCredential(configuration: CredentialProviderConfiguration): TargetCredential {
  const provider = configuration.credentialProvider;
  const named = provider?.oauthCredentialProvider ?? provider?.apiKeyCredentialProvider;
  return {
    type: configuration.credentialProviderType ?? 'UNKNOWN',
    providerArn: named?.providerArn ?? null,
  };
}
