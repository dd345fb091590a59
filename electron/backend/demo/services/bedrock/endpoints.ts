import type { MarketplaceEndpoint } from '../../../../../shared/model/dataset.ts';
import type { Operation } from '../../service.ts';
import { getOperation, listOperation, resourcesOf } from './resources.ts';
import { known, optional, vpcConfig } from './wire-parts.ts';

/** SageMaker endpoints of Marketplace models. */
export const endpointOperations: Readonly<Record<string, Operation>> = {
  ListMarketplaceModelEndpoints: listOperation({
    http: 'GET /marketplace-model/endpoints',
    action: 'bedrock:ListMarketplaceModelEndpoints',
    member: 'marketplaceModelEndpoints',
    items: (call) => resourcesOf(call).marketplaceEndpoints,
    describe: summariseEndpoint,
    equals: { modelSourceIdentifier: ({ modelSourceIdentifier }) => modelSourceIdentifier },
  }),
  GetMarketplaceModelEndpoint: getOperation({
    http: 'GET /marketplace-model/endpoints/{endpointArn}',
    action: 'bedrock:GetMarketplaceModelEndpoint',
    label: 'endpointArn',
    items: (call) => resourcesOf(call).marketplaceEndpoints,
    names: ({ endpointArn }) => [endpointArn],
    describe: (endpoint) => ({ marketplaceModelEndpoint: describeEndpoint(endpoint) }),
  }),
};

function summariseEndpoint(endpoint: MarketplaceEndpoint): object {
  return {
    endpointArn: endpoint.endpointArn,
    modelSourceIdentifier: endpoint.modelSourceIdentifier,
    status: optional(endpoint.status),
    createdAt: optional(endpoint.createdAt),
    updatedAt: optional(endpoint.updatedAt),
  };
}

function describeEndpoint(endpoint: MarketplaceEndpoint): object {
  const detail = known(endpoint.detail);
  return {
    ...summariseEndpoint(endpoint),
    endpointConfig: {
      sageMaker: {
        initialInstanceCount: optional(detail.initialInstanceCount),
        instanceType: optional(detail.instanceType),
        executionRole: optional(detail.executionRole),
        kmsEncryptionKey: optional(detail.kmsEncryptionKey),
        vpc: vpcConfig(detail.vpc),
      },
    },
    endpointStatus: optional(detail.endpointStatus),
  };
}
