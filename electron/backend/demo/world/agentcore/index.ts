import type {
  AgentCoreBrowser,
  AgentCoreCodeInterpreter,
  AgentCoreGateway,
  AgentCoreIdentity,
  AgentCoreMemory,
  AgentCorePolicyEngine,
  AgentCoreRuntime,
} from '../../../../../shared/model/dataset.ts';
import { known } from '../agents/known.ts';
import { GATEWAY_PLACES, gatewaysIn, policyEnginesIn } from './gateways.ts';
import { workloadIdentityArn } from './names.ts';
import { providersIn } from './providers.ts';
import { RUNTIME_PLACES, runtimesIn } from './runtimes.ts';
import { browsersIn, codeInterpretersIn, memoriesIn } from './tools.ts';

/** AgentCore in an account and Region; every part of it is known. */
export interface AgentCoreWorld {
  agentCoreRuntimes(accountId: string, region: string): readonly AgentCoreRuntime[];
  agentCoreGateways(accountId: string, region: string): readonly AgentCoreGateway[];
  agentCorePolicyEngines(accountId: string, region: string): readonly AgentCorePolicyEngine[];
  agentCoreMemories(accountId: string, region: string): readonly AgentCoreMemory[];
  agentCoreBrowsers(accountId: string, region: string): readonly AgentCoreBrowser[];
  agentCoreCodeInterpreters(accountId: string, region: string): readonly AgentCoreCodeInterpreter[];
  agentCoreIdentities(accountId: string, region: string): readonly AgentCoreIdentity[];
}

/** AgentCore of this world: the shop's is mostly as it should be, research's is mostly not. */
export const agentCoreWorld: AgentCoreWorld = {
  agentCoreRuntimes: runtimesIn,
  agentCoreGateways: gatewaysIn,
  agentCorePolicyEngines: policyEnginesIn,
  agentCoreMemories: memoriesIn,
  agentCoreBrowsers: browsersIn,
  agentCoreCodeInterpreters: codeInterpretersIn,
  agentCoreIdentities: (accountId, region) => [
    ...workloadIdentitiesIn(accountId, region),
    ...providersIn(accountId, region),
  ],
};

/** AWS makes one for each runtime and each gateway. */
function workloadIdentitiesIn(accountId: string, region: string): readonly AgentCoreIdentity[] {
  return [...RUNTIME_PLACES, ...GATEWAY_PLACES]
    .filter(({ place }) => place.accountId === accountId && place.region === region)
    .map(({ place, name }) => ({
      kind: 'workload-identity',
      name,
      arn: workloadIdentityArn(place, name),
      vendor: null,
      createdAt: null,
      secretArn: known(null),
    }));
}
