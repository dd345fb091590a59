import { PLACE, type Place } from '../agents/names.ts';
import { resourceId } from '../identifiers.ts';

/** The Regions of this world that have Amazon Bedrock AgentCore (AWS's list of endpoints). */
export const AGENTCORE_REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-southeast-2',
  'ap-northeast-1',
];

/** Where AgentCore is used. */
export const { shop: SHOP, helpdesk: HELPDESK, science: SCIENCE } = PLACE;

/** The id of something of AgentCore: its name and ten characters. */
export function agentCoreId(kind: string, place: Place, name: string): string {
  return `${name}-${resourceId(`${kind}/${place.accountId}/${place.region}/${name}`, 10)}`;
}

/** The ARN of something of AgentCore in a place. */
export function agentCoreArn({ region, accountId }: Place, resource: string): string {
  return `arn:aws:bedrock-agentcore:${region}:${accountId}:${resource}`;
}

/** The network of the shop's private subnets. */
export const PRIVATE_NETWORK = {
  networkMode: 'VPC',
  subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0b2c3d4e5f6071829'],
  securityGroups: ['sg-0c3d4e5f607182930'],
} as const;

/** The internet. */
export const PUBLIC_NETWORK = { networkMode: 'PUBLIC', subnets: [], securityGroups: [] } as const;

/** Which tokens the shop's identity provider gives. */
export const SHOP_TOKENS = {
  discoveryUrl: 'https://login.acme.example/.well-known/openid-configuration',
  allowedAudience: ['shopping'],
  allowedClients: ['storefront-web'],
  allowedScopes: ['orders.read'],
} as const;

/** The ARN of a workload identity, which AWS makes for each runtime and gateway. */
export function workloadIdentityArn(place: Place, name: string): string {
  return agentCoreArn(place, `workload-identity-directory/default/workload-identity/${name}`);
}
