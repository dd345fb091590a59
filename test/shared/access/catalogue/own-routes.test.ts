import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../../../shared/access/catalogue/create-catalogue.ts';
import type {
  CustomModel,
  CustomModelDeployment,
  ImportedModel,
  MarketplaceEndpoint,
  ProvisionedThroughput,
} from '../../../../shared/model/dataset.ts';
import { known } from '../world/readings.ts';
import { ACCOUNT, foundationArn, reading } from './offered.ts';

const own = (resource: string) => `arn:aws:bedrock:us-east-1:${ACCOUNT}:${resource}`;
const NOVA = 'amazon.nova-lite-v1:0';
const TAGGER = own(`custom-model/${NOVA}:300k/abcdef012345`);

const CUSTOM: CustomModel = {
  modelArn: TAGGER,
  modelName: 'tagger',
  baseModelArn: foundationArn(`${NOVA}:300k`),
  baseModelName: 'Nova Lite',
  customizationType: 'FINE_TUNING',
  ownerAccountId: ACCOUNT,
  status: 'Active',
  creationTime: null,
  detail: known({
    modelKmsKeyArn: null,
    jobArn: null,
    trainingS3Uris: [],
    validationS3Uris: [],
    outputS3Uri: null,
  }),
  tags: known([]),
};
const DEPLOYMENT: CustomModelDeployment = {
  customModelDeploymentArn: own('custom-model-deployment/dep0'),
  customModelDeploymentName: 'tagger-live',
  modelArn: TAGGER,
  status: 'Active',
  createdAt: null,
  lastUpdatedAt: null,
  failureMessage: null,
};
const CAPACITY: ProvisionedThroughput = {
  provisionedModelArn: own('provisioned-model/cap0'),
  provisionedModelName: 'capacity',
  modelArn: foundationArn(`${NOVA}:300k`),
  desiredModelArn: null,
  foundationModelArn: foundationArn(`${NOVA}:300k`),
  modelUnits: 1,
  desiredModelUnits: 1,
  status: 'InService',
  commitmentDuration: null,
  commitmentExpirationTime: null,
  creationTime: null,
  lastModifiedTime: null,
  tags: known([]),
};
const IMPORTED: ImportedModel = {
  modelArn: own('imported-model/imp0'),
  modelName: 'our-llama',
  modelArchitecture: 'llama3',
  instructSupported: true,
  creationTime: null,
  detail: { read: false, outcome: { status: 'failed', reason: 'Too slow.' } },
};
const ENDPOINT: MarketplaceEndpoint = {
  endpointArn: `arn:aws:sagemaker:us-east-1:${ACCOUNT}:endpoint/reader`,
  modelSourceIdentifier: 'arn:aws:sagemaker:us-east-1:aws:hub-content/hub/Model/reader/1',
  status: 'REGISTERED',
  createdAt: null,
  updatedAt: null,
  detail: { read: false, outcome: { status: 'failed', reason: 'Too slow.' } },
};

const EVERYTHING = [
  reading('custom-models', [CUSTOM]),
  reading('custom-model-deployments', [DEPLOYMENT]),
  reading('provisioned-throughputs', [
    CAPACITY,
    { ...CAPACITY, provisionedModelArn: own('provisioned-model/cap1'), modelArn: TAGGER },
  ]),
  reading('imported-models', [IMPORTED]),
  reading('marketplace-endpoints', [ENDPOINT]),
];

describe('what an account made, brought or bought', () => {
  test('is called by its own ARN and answers as the model behind it', () => {
    const routes = createCatalogue(EVERYTHING).routesIn(ACCOUNT);
    expect(routes.map(({ kind, called, modelId }) => [kind, called, modelId])).toEqual([
      ['provisioned-model', CAPACITY.provisionedModelArn, NOVA],
      ['provisioned-model', own('provisioned-model/cap1'), TAGGER],
      ['custom-model-deployment', DEPLOYMENT.customModelDeploymentArn, TAGGER],
      ['imported-model', IMPORTED.modelArn, IMPORTED.modelArn],
      ['marketplace-endpoint', ENDPOINT.endpointArn, ENDPOINT.endpointArn],
    ]);
    expect(routes.every(({ parts }) => parts.length === 1)).toBe(true);
    expect(routes.map(({ parts }) => parts[0]?.resourceAccount)).toEqual(routes.map(() => ACCOUNT));
  });

  test('policies name Marketplace endpoints all at once', () => {
    const [route] = createCatalogue([reading('marketplace-endpoints', [ENDPOINT])]).routesIn(
      ACCOUNT,
    );
    expect(route?.parts[0]?.resource).toBe(own('marketplace/model-endpoint/all-access'));
  });

  test('what does not serve has no route', () => {
    const idle = [
      reading('custom-models', [CUSTOM]),
      reading('custom-model-deployments', [{ ...DEPLOYMENT, status: 'Creating' }]),
      reading('provisioned-throughputs', [{ ...CAPACITY, status: 'Failed' }]),
      reading('marketplace-endpoints', [{ ...ENDPOINT, status: 'INCOMPATIBLE_ENDPOINT' }]),
    ];
    expect(createCatalogue(idle).routesIn(ACCOUNT)).toEqual([]);
    expect(createCatalogue(idle).models).toEqual([]);
  });

  test('models are named as their owner named them, after those of AWS', () => {
    expect(createCatalogue(EVERYTHING).models).toEqual([
      { modelId: NOVA, label: 'Nova Lite', provider: 'Amazon', nature: 'foundation' },
      { modelId: TAGGER, label: 'tagger', provider: 'Amazon', nature: 'custom' },
      { modelId: IMPORTED.modelArn, label: 'our-llama', provider: 'Own', nature: 'imported' },
      {
        modelId: ENDPOINT.endpointArn,
        label: 'reader',
        provider: 'AWS Marketplace',
        nature: 'marketplace',
      },
    ]);
  });
});
