import type { VpcEndpoint } from '../../../../../shared/model/dataset.ts';
import { EC2_QUERY } from '../../protocols/ec2-query.ts';
import { objectsOf, requiredText, textsOf } from '../../protocols/input.ts';
import { type Call, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import { resourceId } from '../../world/identifiers.ts';
import { listPage } from '../list-page.ts';

const PAGING = { size: 'MaxResults', token: 'NextToken', usual: 1000, least: 5, most: 1000 };

/** The filters that DescribeVpcEndpoints has, each with what it looks at. */
const FILTERS: Readonly<Record<string, (endpoint: VpcEndpoint) => string>> = {
  'service-name': ({ serviceName }) => serviceName,
  'vpc-id': ({ vpcId }) => vpcId,
  'vpc-endpoint-id': ({ endpointId }) => endpointId,
  'vpc-endpoint-state': ({ state }) => state,
  'vpc-endpoint-type': ({ type }) => type,
};

/** Amazon EC2: its VPC endpoints. */
export function ec2Service(): Service {
  return {
    name: 'ec2',
    regional: true,
    operations: operations({
      DescribeVpcEndpoints: { action: 'ec2:DescribeVpcEndpoints', run: describeVpcEndpoints },
    }),
    protocol: () => EC2_QUERY,
  };
}

function describeVpcEndpoints(call: Call): object {
  const ids = textsOf(call.input, 'VpcEndpointId');
  const all = call.world.vpcEndpoints(call.identity.accountId, call.region);
  const missing = ids.find((id) => all.every(({ endpointId }) => endpointId !== id));
  if (missing !== undefined) {
    const text = `The Vpc Endpoint Id '${missing}' does not exist`;
    throw new WireFault('InvalidVpcEndpointId.NotFound', 400, text);
  }
  const tests = objectsOf(call.input, 'Filter').map(filterOf);
  const found = all
    .filter(({ endpointId }) => ids.length === 0 || ids.includes(endpointId))
    .filter((endpoint) => tests.every((test) => test(endpoint)));
  const { items, next } = listPage(call, found, PAGING);
  return { vpcEndpointSet: items.map(describe), nextToken: next };
}

/** A filter fits when one of its values does; `*` and `?` stand for any characters. */
function filterOf(filter: Readonly<Record<string, unknown>>): (endpoint: VpcEndpoint) => boolean {
  const name = requiredText(filter, 'Name');
  const read = FILTERS[name];
  if (read === undefined) {
    throw new WireFault('InvalidParameterValue', 400, `The filter '${name}' is invalid`);
  }
  const patterns = textsOf(filter, 'Value').map(wildcards);
  return (endpoint) => patterns.some((pattern) => pattern.test(read(endpoint)));
}

function wildcards(value: string): RegExp {
  const escaped = value.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function describe(endpoint: VpcEndpoint) {
  const gateway = endpoint.type === 'Gateway';
  return {
    vpcEndpointId: endpoint.endpointId,
    vpcEndpointType: endpoint.type,
    vpcId: endpoint.vpcId,
    serviceName: endpoint.serviceName,
    state: endpoint.state,
    policyDocument: endpoint.policy ?? undefined,
    routeTableIdSet: gateway ? [`rtb-0${part(endpoint, 'rtb')}`] : [],
    subnetIdSet: ids(endpoint.subnets, (at) => `subnet-0${part(endpoint, `subnet-${at}`)}`),
    groupSet: ids(endpoint.securityGroups, (at) => ({
      groupId: `sg-0${part(endpoint, `sg-${at}`)}`,
      groupName: 'bedrock-endpoints',
    })),
    privateDnsEnabled: endpoint.privateDns,
    requesterManaged: false,
    networkInterfaceIdSet: ids(endpoint.subnets, (at) => `eni-0${part(endpoint, `eni-${at}`)}`),
    creationTimestamp: endpoint.createdAt ?? undefined,
    ownerId: endpoint.ownerId ?? undefined,
  };
}

function ids<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** 16 hexadecimal digits that endpoint and name decide. */
function part(endpoint: VpcEndpoint, name: string): string {
  return resourceId(`${endpoint.endpointId}/${name}`, 16).replace(/[g-z]/g, 'c');
}
