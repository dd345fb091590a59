import type { VpcEndpoint as EndpointDescription } from '@aws-sdk/client-ec2';
import type { VpcEndpoint } from '../../../../shared/model/dataset.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { Collector } from '../collector.ts';

/** The VPC endpoints of Bedrock's services; one call of a client of 823, and only that is bundled. */
export const vpcEndpoints: Collector<'vpc-endpoints'> = {
  dataset: 'vpc-endpoints',
  title: 'VPC endpoints of Bedrock',
  scope: 'region',
  iamActions: ['ec2:DescribeVpcEndpoints'],
  collect: async ({ clients, region, call }) => {
    const { DescribeVpcEndpointsCommand } = await import('@aws-sdk/client-ec2');
    const client = await clients.ec2(region);
    const Filters = [{ Name: 'service-name', Values: [`${servicePrefix(region)}*`] }];
    const pages = paginate(
      (NextToken) =>
        call('ec2:DescribeVpcEndpoints', (options) =>
          client.send(
            new DescribeVpcEndpointsCommand({ Filters, MaxResults: 1000, NextToken }),
            options,
          ),
        ),
      (page) => page.NextToken,
    );
    const endpoints: VpcEndpoint[] = [];
    for await (const page of pages) endpoints.push(...list(page.VpcEndpoints).map(toVpcEndpoint));
    return endpoints;
  },
};

/** How the names of Bedrock's services begin: runtime, agents, mantle and AgentCore follow. */
function servicePrefix(region: string): string {
  const china = region.startsWith('cn-') ? 'cn.' : '';
  return `${china}com.amazonaws.${region}.bedrock`;
}

/** An endpoint; EC2 writes states in lower case, whatever its documentation shows. */
export function toVpcEndpoint(endpoint: EndpointDescription): VpcEndpoint {
  const state = endpoint.State ?? 'unknown';
  return {
    endpointId: text(endpoint.VpcEndpointId, 'vpcEndpointId'),
    serviceName: text(endpoint.ServiceName, 'serviceName'),
    vpcId: endpoint.VpcId ?? '',
    type: endpoint.VpcEndpointType ?? 'Interface',
    state: `${state.slice(0, 1).toLowerCase()}${state.slice(1)}`,
    policy: endpoint.PolicyDocument ?? null,
    privateDns: endpoint.PrivateDnsEnabled ?? false,
    subnets: list(endpoint.SubnetIds).length,
    securityGroups: list(endpoint.Groups).length,
    ownerId: endpoint.OwnerId ?? null,
    createdAt: instant(endpoint.CreationTimestamp),
  };
}
