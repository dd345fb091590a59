import type { VpcEndpoint } from '../../../../../shared/model/dataset.ts';
import { resourceId } from '../identifiers.ts';
import { ACCOUNT } from '../organization.ts';

/** The id that a VPC's endpoint for bedrock-runtime has: calls through it carry the id. */
export const RUNTIME_ENDPOINTS: Readonly<Record<string, string>> = {
  'platform-vpc': 'vpce-0a41c7d2e9b35f681',
  'science-vpc': 'vpce-0d93b1f6a7258ce40',
  'support-vpc': 'vpce-07e2c5a8d1f4b9036',
};

/** The policy that EC2 gives an endpoint for which none was written. */
const OPEN_POLICY = policy({ Action: '*', Effect: 'Allow', Principal: '*', Resource: '*' });

/** Where a VPC is, and what its endpoints have in common. */
interface Vpc {
  readonly accountId: string;
  readonly region: string;
  readonly network: keyof typeof RUNTIME_ENDPOINTS;
  readonly vpcId: string;
}

const PLATFORM: Vpc = {
  accountId: ACCOUNT.platform,
  region: 'us-east-1',
  network: 'platform-vpc',
  vpcId: 'vpc-04c19e7ab2d835f60',
};
const SCIENCE: Vpc = {
  accountId: ACCOUNT.dataScience,
  region: 'us-west-2',
  network: 'science-vpc',
  vpcId: 'vpc-0b7d20e4c9a1f3856',
};
const SUPPORT: Vpc = {
  accountId: ACCOUNT.support,
  region: 'eu-west-1',
  network: 'support-vpc',
  vpcId: 'vpc-09e2f6b1d47c8a350',
};

/**
 * Every endpoint of the world. The shop reaches all of Bedrock privately, save that its agents'
 * runtime has no private names and its control plane takes any call; the scientists' one endpoint is
 * open to any account; the support desk's runtime alone is private. Nobody else has any.
 */
const ENDPOINTS: readonly (VpcEndpoint & Pick<Vpc, 'region'>)[] = [
  endpoint(PLATFORM, 'bedrock-runtime', { policy: invokePolicy(ACCOUNT.platform) }),
  endpoint(PLATFORM, 'bedrock', {}),
  endpoint(PLATFORM, 'bedrock-agent', { policy: invokePolicy(ACCOUNT.platform) }),
  endpoint(PLATFORM, 'bedrock-agent-runtime', {
    policy: invokePolicy(ACCOUNT.platform),
    privateDns: false,
  }),
  endpoint(PLATFORM, 'bedrock-mantle', { policy: invokePolicy(ACCOUNT.platform) }),
  endpoint(PLATFORM, 's3', { type: 'Gateway', privateDns: false, subnets: 0, securityGroups: 0 }),
  endpoint(SCIENCE, 'bedrock-runtime', {}),
  endpoint(SUPPORT, 'bedrock-runtime', { policy: invokePolicy(ACCOUNT.support) }),
  endpoint(SUPPORT, 'bedrock-agentcore', { state: 'pendingAcceptance', privateDns: false }),
];

/** The endpoints of an account and Region, those of other services among them. */
export function vpcEndpointsIn(accountId: string, region: string): readonly VpcEndpoint[] {
  return ENDPOINTS.filter((one) => one.ownerId === accountId && one.region === region).map(
    ({ region: _, ...one }) => one,
  );
}

function endpoint(vpc: Vpc, service: string, traits: Partial<VpcEndpoint>) {
  const { accountId, region, network, vpcId } = vpc;
  const made = `vpce-0${resourceId(`${network}/${service}`, 16).replace(/[g-z]/g, 'e')}`;
  return {
    endpointId: service === 'bedrock-runtime' ? (RUNTIME_ENDPOINTS[network] ?? made) : made,
    serviceName: `com.amazonaws.${region}.${service}`,
    vpcId,
    type: 'Interface',
    state: 'available',
    policy: OPEN_POLICY,
    privateDns: true,
    subnets: 2,
    securityGroups: 1,
    ownerId: accountId,
    createdAt: '2026-02-18T13:05:22Z',
    ...traits,
    region,
  };
}

/** A policy that lets only the account's own principals through. */
function invokePolicy(accountId: string): string {
  return policy({
    Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    Effect: 'Allow',
    Principal: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:PrincipalAccount': accountId } },
  });
}

function policy(statement: object): string {
  return JSON.stringify({ Statement: [statement] });
}
