import type { AgentCoreGateway, GatewaySettings } from '../../../../../shared/model/dataset.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { targetDetail, targetSummary } from './gateway-target-wire.ts';
import { agentCorePage, agentCoreResource, itemOf, MADE } from './resources.ts';
import { authorizerConfiguration } from './settings-wire.ts';

const GATEWAY = '/gateways/{gatewayIdentifier}';
const resource = agentCoreResource('gateway', 'gatewayIdentifier');

/** Gateways and their targets. */
export const gatewayOperations: Readonly<Record<string, Operation>> = {
  ListGateways: {
    http: 'GET /gateways/',
    action: 'bedrock-agentcore:ListGateways',
    run: listGateways,
  },
  GetGateway: {
    http: `GET ${GATEWAY}/`,
    action: 'bedrock-agentcore:GetGateway',
    resource,
    run: getGateway,
  },
  ListGatewayTargets: {
    http: `GET ${GATEWAY}/targets/`,
    action: 'bedrock-agentcore:ListGatewayTargets',
    resource,
    run: listTargets,
  },
  GetGatewayTarget: {
    http: `GET ${GATEWAY}/targets/{targetId}/`,
    action: 'bedrock-agentcore:GetGatewayTarget',
    resource,
    run: getTarget,
  },
};

function findGateway(call: Call): AgentCoreGateway {
  const all = call.world.agentCoreGateways(call.identity.accountId, call.region);
  return itemOf(call, 'gatewayIdentifier', (id) => all.find((one) => one.gatewayId === id));
}

function listGateways(call: Call): object {
  const all = call.world.agentCoreGateways(call.identity.accountId, call.region);
  const page = agentCorePage(call, all, 1000);
  return { items: page.items.map(heading), nextToken: page.next };
}

function heading(gateway: AgentCoreGateway): object {
  return {
    gatewayId: gateway.gatewayId,
    name: gateway.name,
    status: gateway.status,
    createdAt: MADE,
    updatedAt: gateway.updatedAt ?? MADE,
    authorizerType: gateway.authorizerType,
    protocolType: gateway.protocolType ?? undefined,
  };
}

function getGateway(call: Call): object {
  const gateway = findGateway(call);
  const settings = knownValue(gateway.settings);
  const host = `${gateway.gatewayId}.gateway.bedrock-agentcore.${call.region}.amazonaws.com`;
  return { ...heading(gateway), gatewayUrl: `https://${host}/mcp`, ...detail(settings) };
}

function detail(settings: GatewaySettings): object {
  const { interceptorLambdaArns, workloadIdentityArn, webAclArn } = settings;
  return {
    gatewayArn: settings.gatewayArn,
    roleArn: settings.roleArn ?? undefined,
    kmsKeyArn: settings.kmsKeyArn ?? undefined,
    exceptionLevel: settings.exceptionLevel ?? undefined,
    authorizerConfiguration: authorizerConfiguration(settings.jwtAuthorizer),
    policyEngineConfiguration: settings.policyEngine ?? undefined,
    webAclArn: webAclArn ?? undefined,
    wafConfiguration: webAclArn === null ? undefined : { failureMode: 'FAIL_CLOSE' },
    interceptorConfigurations:
      interceptorLambdaArns.length === 0 ? undefined : interceptorLambdaArns.map(interceptor),
    workloadIdentityDetails: workloadIdentityArn === null ? undefined : { workloadIdentityArn },
  };
}

function interceptor(arn: string): object {
  return { interceptor: { lambda: { arn } }, interceptionPoints: ['REQUEST'] };
}

function listTargets(call: Call): object {
  const page = agentCorePage(call, knownValue(findGateway(call).targets), 1000);
  return { items: page.items.map(targetSummary), nextToken: page.next };
}

function getTarget(call: Call): object {
  const gateway = findGateway(call);
  const all = knownValue(gateway.targets);
  const target = itemOf(call, 'targetId', (id) => all.find((one) => one.targetId === id));
  return targetDetail(target, knownValue(gateway.settings).gatewayArn);
}
