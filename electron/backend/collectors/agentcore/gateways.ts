import type {
  BedrockAgentCoreControl,
  GatewaySummary,
  GetGatewayResponse,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreGateway, GatewaySettings, Part } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { readTargets } from './gateway-targets.ts';
import { toJwtAuthorizer } from './jwt-authorizer.ts';
import { readResourcePolicy } from './resource-policy.ts';

const AT_ONCE = 4;

/** Every gateway of a Region with its targets. */
export const gateways: Collector<'agentcore-gateways'> = {
  dataset: 'agentcore-gateways',
  title: 'AgentCore gateways and their targets',
  scope: 'region',
  iamActions: [
    'bedrock-agentcore:ListGateways',
    'bedrock-agentcore:GetGateway',
    'bedrock-agentcore:ListGatewayTargets',
    'bedrock-agentcore:GetGatewayTarget',
    'bedrock-agentcore:GetResourcePolicy',
  ],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const summaries = await allItems(
      (nextToken) =>
        context.call('bedrock-agentcore:ListGateways', (options) =>
          client.listGateways({ maxResults: 1000, nextToken }, options),
        ),
      (page) => page.items,
    );
    return inParallel(summaries, AT_ONCE, (summary) => readGateway(context, client, summary));
  },
};

async function readGateway(
  context: CollectContext,
  client: BedrockAgentCoreControl,
  summary: GatewaySummary,
): Promise<AgentCoreGateway> {
  const gatewayId = text(summary.gatewayId, 'items.gatewayId');
  const [settings, targets] = await together([
    readSettings(context, client, gatewayId),
    readTargets(context, client, gatewayId),
  ]);
  return {
    gatewayId,
    name: summary.name ?? gatewayId,
    status: summary.status ?? 'UNKNOWN',
    authorizerType: summary.authorizerType ?? 'UNKNOWN',
    protocolType: summary.protocolType ?? null,
    updatedAt: instant(summary.updatedAt),
    settings,
    targets,
    resourcePolicy: settings.read
      ? await readResourcePolicy(context, client, settings.value.gatewayArn)
      : settings,
  };
}

function readSettings(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
  gatewayIdentifier: string,
): Promise<Part<GatewaySettings>> {
  return part('bedrock-agentcore:GetGateway', async () =>
    toGatewaySettings(
      await call('bedrock-agentcore:GetGateway', (options) =>
        client.getGateway({ gatewayIdentifier }, options),
      ),
    ),
  );
}

/** How a gateway is set up. */
export function toGatewaySettings(detail: GetGatewayResponse): GatewaySettings {
  const engine = detail.policyEngineConfiguration;
  return {
    gatewayArn: text(detail.gatewayArn, 'gatewayArn'),
    roleArn: detail.roleArn ?? null,
    kmsKeyArn: detail.kmsKeyArn ?? null,
    exceptionLevel: detail.exceptionLevel ?? null,
    jwtAuthorizer: toJwtAuthorizer(detail.authorizerConfiguration),
    policyEngine:
      engine?.arn === undefined ? null : { arn: engine.arn, mode: engine.mode ?? 'LOG_ONLY' },
    webAclArn: detail.webAclArn ?? null,
    interceptorLambdaArns: list(detail.interceptorConfigurations).flatMap(
      ({ interceptor }) => interceptor?.lambda?.arn ?? [],
    ),
    workloadIdentityArn: detail.workloadIdentityDetails?.workloadIdentityArn ?? null,
  };
}
