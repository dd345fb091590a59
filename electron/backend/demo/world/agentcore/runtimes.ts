import type { AgentCoreRuntime, RuntimeSettings } from '../../../../../shared/model/dataset.ts';
import { known } from '../agents/known.ts';
import type { Place } from '../agents/names.ts';
import { serviceRoleArn } from '../agents/roles.ts';
import {
  agentCoreArn,
  agentCoreId,
  PRIVATE_NETWORK,
  PUBLIC_NETWORK,
  SCIENCE,
  SHOP,
  SHOP_TOKENS,
  workloadIdentityArn,
} from './names.ts';

/** A runtime as its story tells it. */
interface RuntimePlan {
  readonly place: Place;
  readonly name: string;
  readonly roleArn: string;
  /** The settings of each version that is the newest or served, by number. */
  readonly versions: Readonly<Record<string, Partial<RuntimeSettings>>>;
  readonly newest: string;
  /** The version of each endpoint besides DEFAULT, which serves the newest. */
  readonly endpoints: Readonly<Record<string, string>>;
  readonly policy?: object;
}

const SHOPPING: Partial<RuntimeSettings> = {
  network: PRIVATE_NETWORK,
  jwtAuthorizer: SHOP_TOKENS,
  requireMMDSV2: true,
  environmentVariableNames: ['LOG_LEVEL', 'MODEL_ID'],
};

/**
 * One runtime as it should be; one whose newest version is private while its endpoint serves the
 * public one; one of research, public and open to another account.
 */
const PLANS: readonly RuntimePlan[] = [
  {
    place: SHOP,
    name: 'shopping_agent',
    roleArn: serviceRoleArn(SHOP.accountId, 'AmazonBedrockAgentCoreRuntime-shopping'),
    versions: { 3: SHOPPING },
    newest: '3',
    endpoints: { live: '3' },
  },
  {
    place: SHOP,
    name: 'price_watcher',
    roleArn: serviceRoleArn(SHOP.accountId, 'AmazonBedrockAgentCoreRuntime-shopping'),
    versions: {
      1: { network: PUBLIC_NETWORK, environmentVariableNames: ['DB_PASSWORD', 'MODEL_ID'] },
      2: { network: PRIVATE_NETWORK, serverProtocol: 'MCP' },
    },
    newest: '2',
    endpoints: { prod: '1' },
  },
  {
    place: SCIENCE,
    name: 'research_agent',
    roleArn: serviceRoleArn(SCIENCE.accountId, 'agentcore-research'),
    versions: {
      5: {
        network: PUBLIC_NETWORK,
        serverProtocol: 'A2A',
        artifact: `s3://acme-agentcore-code-${SCIENCE.accountId}/research_agent.zip`,
        environmentVariableNames: ['SEARCH_API_KEY'],
      },
    },
    newest: '5',
    endpoints: {},
    policy: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'PartnerInvokes',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::999900001111:root' },
          Action: 'bedrock-agentcore:InvokeAgentRuntime',
          Resource: runtimeArn(SCIENCE, 'research_agent'),
        },
      ],
    },
  },
];

/** The ARN of a runtime of this world. */
export function runtimeArn(place: Place, name: string): string {
  return agentCoreArn(place, `runtime/${agentCoreId('runtime', place, name)}`);
}

/** The names of the runtimes of a place, which have a workload identity each. */
export const RUNTIME_PLACES: readonly { readonly place: Place; readonly name: string }[] = PLANS;

/** The runtimes of an account and Region. */
export function runtimesIn(accountId: string, region: string): readonly AgentCoreRuntime[] {
  return PLANS.filter(({ place }) => place.accountId === accountId && place.region === region).map(
    runtimeOf,
  );
}

function runtimeOf(plan: RuntimePlan): AgentCoreRuntime {
  const { place, name, newest } = plan;
  const arn = runtimeArn(place, name);
  const endpoints = { ...plan.endpoints, DEFAULT: newest };
  const others = Object.keys(plan.versions).filter((version) => version !== newest);
  return {
    agentRuntimeId: agentCoreId('runtime', place, name),
    agentRuntimeArn: arn,
    agentRuntimeName: name,
    status: 'READY',
    agentRuntimeVersion: newest,
    lastUpdatedAt: '2026-10-19T08:00:00Z',
    endpoints: known(
      Object.entries(endpoints).map(([endpoint, version]) => ({
        name: endpoint,
        endpointArn: `${arn}/runtime-endpoint/${endpoint}`,
        status: 'READY',
        liveVersion: version,
        targetVersion: endpoint === 'DEFAULT' ? null : version,
      })),
    ),
    versions: [newest, ...others].map((version) => ({
      agentRuntimeVersion: version,
      settings: known({ ...defaults(plan), ...plan.versions[version] }),
    })),
    resourcePolicy: known(plan.policy === undefined ? null : JSON.stringify(plan.policy)),
  };
}

function defaults({ place, name, roleArn }: RuntimePlan): RuntimeSettings {
  const image = name.replaceAll('_', '-');
  return {
    roleArn,
    network: PUBLIC_NETWORK,
    jwtAuthorizer: null,
    serverProtocol: 'HTTP',
    environmentVariableNames: [],
    artifact: `${place.accountId}.dkr.ecr.${place.region}.amazonaws.com/${image}:latest`,
    requireMMDSV2: null,
    idleRuntimeSessionTimeout: 900,
    maxLifetime: 28_800,
    workloadIdentityArn: workloadIdentityArn(place, name),
  };
}
