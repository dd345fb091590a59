import type { VpcConfig } from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreNetwork } from '../../../../shared/model/dataset.ts';
import { list } from '../../aws/required.ts';

/** Where it runs; a runtime on a capacity provider has no network of its own. */
export function toNetwork(
  networkMode: string | undefined,
  vpc: VpcConfig | undefined,
): AgentCoreNetwork {
  return {
    networkMode: networkMode ?? null,
    subnets: list(vpc?.subnets),
    securityGroups: list(vpc?.securityGroups),
  };
}
