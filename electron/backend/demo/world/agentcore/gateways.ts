import type {
  AgentCoreGateway,
  AgentCorePolicyEngine,
  EnginePolicy,
  GatewaySettings,
  GatewayTarget,
  GatewayTargetSettings,
  TargetCredential,
} from '../../../../../shared/model/dataset.ts';
import { known } from '../agents/known.ts';
import { AGENT_KEYS, FUNCTIONS, type Place } from '../agents/names.ts';
import { serviceRoleArn } from '../agents/roles.ts';
import { resourceId, uuidOf } from '../identifiers.ts';
import {
  agentCoreArn,
  agentCoreId,
  HELPDESK,
  SHOP,
  SHOP_TOKENS,
  workloadIdentityArn,
} from './names.ts';
import { providerArn } from './providers.ts';
import { runtimeArn } from './runtimes.ts';

/** A gateway as its story tells it. */
interface GatewayPlan {
  readonly place: Place;
  readonly name: string;
  readonly authorizerType: string;
  readonly settings: Partial<GatewaySettings>;
  readonly targets: readonly GatewayTarget[];
  readonly policy?: object;
}

const ROLE: readonly TargetCredential[] = [{ type: 'GATEWAY_IAM_ROLE', providerArn: null }];

/**
 * One gateway as it should be; one that lets anybody in and tells them its errors; one whose policy
 * engine only writes down what it would refuse.
 */
const GATEWAYS: readonly GatewayPlan[] = [
  {
    place: SHOP,
    name: 'orders',
    authorizerType: 'CUSTOM_JWT',
    settings: {
      kmsKeyArn: AGENT_KEYS.shop,
      jwtAuthorizer: SHOP_TOKENS,
      policyEngine: { arn: policyEngineArn(SHOP, 'order_policies'), mode: 'ENFORCE' },
      webAclArn: `arn:aws:wafv2:us-east-1:${SHOP.accountId}:regional/webacl/agents/${uuidOf('agents-acl')}`,
      interceptorLambdaArns: [FUNCTIONS.gatewayInterceptor],
    },
    targets: [
      target('tools', { kind: 'mcp.lambda', lambdaArn: FUNCTIONS.shoppingTools }, ROLE),
      target('carrier', { kind: 'mcp.mcpServer', endpoint: 'https://mcp.carrier.example/v1' }, [
        { type: 'OAUTH', providerArn: providerArn(SHOP, 'oauth2', 'carrier') },
      ]),
      target(
        'agent',
        { kind: 'http.agentcoreRuntime', runtimeArn: runtimeArn(SHOP, 'shopping_agent') },
        ROLE,
      ),
    ],
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'OwnAccount',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${SHOP.accountId}:root` },
          Action: 'bedrock-agentcore:InvokeGateway',
          Resource: gatewayArn(SHOP, 'orders'),
        },
      ],
    },
  },
  {
    place: SHOP,
    name: 'legacy-tools',
    authorizerType: 'NONE',
    settings: { exceptionLevel: 'DEBUG' },
    targets: [
      target('stock', { kind: 'mcp.apiGateway', restApi: 'a1b2c3d4e5/prod' }, ROLE),
      target('weather', { kind: 'mcp.mcpServer', endpoint: 'https://weather.example/mcp' }, [
        { type: 'API_KEY', providerArn: providerArn(SHOP, 'apikey', 'weather') },
      ]),
    ],
  },
  {
    place: HELPDESK,
    name: 'partners',
    authorizerType: 'AUTHENTICATE_ONLY',
    settings: {
      policyEngine: { arn: policyEngineArn(HELPDESK, 'partner_policies'), mode: 'LOG_ONLY' },
      roleArn: serviceRoleArn(HELPDESK.accountId, 'AmazonBedrockExecutionRoleForAgents_tickets'),
    },
    targets: [],
  },
];

const ENGINES: readonly {
  readonly place: Place;
  readonly name: string;
  readonly keyArn: string | null;
  readonly policies: readonly (readonly [name: string, mode: string | null, status?: string])[];
}[] = [
  {
    place: SHOP,
    name: 'order_policies',
    keyArn: AGENT_KEYS.shop,
    policies: [
      ['only_own_orders', 'ACTIVE'],
      ['no_refund_over_200', 'LOG_ONLY'],
      ['draft_rule', null, 'CREATE_FAILED'],
    ],
  },
  {
    place: HELPDESK,
    name: 'partner_policies',
    keyArn: null,
    policies: [['partners_read_only', 'ACTIVE']],
  },
];

/** The gateways of an account and Region. */
export function gatewaysIn(accountId: string, region: string): readonly AgentCoreGateway[] {
  return GATEWAYS.filter(
    ({ place }) => place.accountId === accountId && place.region === region,
  ).map(gatewayOf);
}

/** The names of the gateways of a place, which have a workload identity each. */
export const GATEWAY_PLACES: readonly { readonly place: Place; readonly name: string }[] = GATEWAYS;

/** The policy engines of an account and Region. */
export function policyEnginesIn(
  accountId: string,
  region: string,
): readonly AgentCorePolicyEngine[] {
  return ENGINES.filter(
    ({ place }) => place.accountId === accountId && place.region === region,
  ).map(({ place, name, keyArn, policies }) => ({
    policyEngineId: agentCoreId('policy-engine', place, name),
    policyEngineArn: policyEngineArn(place, name),
    name,
    status: 'ACTIVE',
    encryptionKeyArn: keyArn,
    policies: known(
      policies.map(
        ([policy, enforcementMode, status = 'ACTIVE']): EnginePolicy => ({
          policyId: agentCoreId('policy', place, policy),
          name: policy,
          status,
          enforcementMode,
        }),
      ),
    ),
  }));
}

function gatewayOf(plan: GatewayPlan): AgentCoreGateway {
  const { place, name, authorizerType, targets, policy } = plan;
  return {
    gatewayId: agentCoreId('gateway', place, name),
    name,
    status: 'READY',
    authorizerType,
    protocolType: 'MCP',
    updatedAt: '2026-09-29T17:30:00Z',
    settings: known({
      gatewayArn: gatewayArn(place, name),
      roleArn: serviceRoleArn(place.accountId, 'AmazonBedrockAgentCoreGateway-orders'),
      kmsKeyArn: null,
      exceptionLevel: null,
      jwtAuthorizer: null,
      policyEngine: null,
      webAclArn: null,
      interceptorLambdaArns: [],
      workloadIdentityArn: workloadIdentityArn(place, name),
      ...plan.settings,
    }),
    targets: known(targets),
    resourcePolicy: known(policy === undefined ? null : JSON.stringify(policy)),
  };
}

function target(
  name: string,
  aim: Partial<GatewayTargetSettings> & Pick<GatewayTargetSettings, 'kind'>,
  credentials: readonly TargetCredential[],
): GatewayTarget {
  const nowhere = { lambdaArn: null, runtimeArn: null, restApi: null, endpoint: null };
  return {
    targetId: resourceId(`target/${name}`, 10).toUpperCase(),
    name,
    status: 'READY',
    settings: known({ ...nowhere, ...aim, credentials }),
  };
}

function gatewayArn(place: Place, name: string): string {
  return agentCoreArn(place, `gateway/${agentCoreId('gateway', place, name)}`);
}

function policyEngineArn(place: Place, name: string): string {
  return agentCoreArn(place, `policy-engine/${agentCoreId('policy-engine', place, name)}`);
}
