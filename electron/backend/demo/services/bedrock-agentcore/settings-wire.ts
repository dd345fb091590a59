import type { AgentCoreNetwork, JwtAuthorizer } from '../../../../../shared/model/dataset.ts';

/** The configuration of whoever checks tokens. */
export function authorizerConfiguration(jwt: JwtAuthorizer | null): object | undefined {
  if (jwt === null) return undefined;
  return { customJWTAuthorizer: jwt };
}

/** The network under the name that each kind of resource gives to its VPC. */
export function networkConfiguration(
  { networkMode, subnets, securityGroups }: AgentCoreNetwork,
  vpcMember: 'networkModeConfig' | 'vpcConfig',
): object {
  if (networkMode !== 'VPC') return { networkMode };
  return { networkMode, [vpcMember]: { subnets, securityGroups } };
}
