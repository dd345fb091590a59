import { call, DEFAULT_ACCOUNT, DEFAULT_REGION, world } from '../honesty-case.ts';

const here = world.bedrockResources(DEFAULT_ACCOUNT, DEFAULT_REGION);
const SCIENCE = { accountId: '333344445555', region: 'us-east-1' };
const SCIENCE_WEST = { ...SCIENCE, region: 'us-west-2' };
const there = world.bedrockResources(SCIENCE.accountId, SCIENCE.region);
const west = world.bedrockResources(SCIENCE_WEST.accountId, SCIENCE_WEST.region);
const application = world
  .inferenceProfiles(DEFAULT_ACCOUNT, DEFAULT_REGION)
  .find(({ type }) => type === 'APPLICATION');
const [evaluated] = there.evaluationJobs;
const [untagged] = west.customModels;

/** Lists that need no more than a page size. */
const LISTS = [
  'ListPromptRouters',
  'ListProvisionedModelThroughputs',
  'ListCustomModels',
  'ListCustomModelDeployments',
  'ListImportedModels',
  'ListMarketplaceModelEndpoints',
  'ListModelCustomizationJobs',
  'ListModelImportJobs',
  'ListModelCopyJobs',
  'ListModelInvocationJobs',
  'ListEvaluationJobs',
];

export const bedrockModelCases = [
  ...LISTS.map((command) => call('bedrock', command)),
  ...LISTS.map((command) => call('bedrock', command, { maxResults: 1 }, SCIENCE_WEST)),
  call('bedrock', 'ListModelInvocationJobs', { maxResults: 2 }),
  call('bedrock', 'ListEvaluationJobs', { statusEquals: 'Completed' }, SCIENCE),
  call('bedrock', 'ListMarketplaceModelEndpoints', {}, SCIENCE),
  ...here.promptRouters.map(({ promptRouterArn }) =>
    call('bedrock', 'GetPromptRouter', { promptRouterArn }),
  ),
  ...here.provisionedThroughputs.map(({ provisionedModelArn }) =>
    call('bedrock', 'GetProvisionedModelThroughput', { provisionedModelId: provisionedModelArn }),
  ),
  ...here.customModels.map(({ modelArn }) =>
    call('bedrock', 'GetCustomModel', { modelIdentifier: modelArn }),
  ),
  call('bedrock', 'GetCustomModel', { modelIdentifier: untagged?.modelArn }, SCIENCE_WEST),
  call('bedrock', 'GetCustomModelDeployment', {
    customModelDeploymentIdentifier: here.customModelDeployments[0]?.customModelDeploymentArn,
  }),
  call('bedrock', 'GetImportedModel', { modelIdentifier: here.importedModels[0]?.modelArn }),
  call('bedrock', 'GetMarketplaceModelEndpoint', {
    endpointArn: here.marketplaceEndpoints[0]?.endpointArn,
  }),
  call(
    'bedrock',
    'GetMarketplaceModelEndpoint',
    { endpointArn: there.marketplaceEndpoints[0]?.endpointArn },
    SCIENCE,
  ),
  ...here.customizationJobs.map(({ jobArn }) =>
    call('bedrock', 'GetModelCustomizationJob', { jobIdentifier: jobArn }),
  ),
  call('bedrock', 'GetModelImportJob', { jobIdentifier: here.importJobs[0]?.jobArn }),
  call('bedrock', 'GetModelCopyJob', { jobArn: west.copyJobs[0]?.jobArn }, SCIENCE_WEST),
  call('bedrock', 'GetModelInvocationJob', { jobIdentifier: here.batchJobs[0]?.jobArn }),
  call('bedrock', 'GetModelInvocationJob', { jobIdentifier: there.batchJobs[0]?.jobArn }, SCIENCE),
  call('bedrock', 'GetEvaluationJob', { jobIdentifier: here.evaluationJobs[0]?.jobArn }),
  call('bedrock', 'GetEvaluationJob', { jobIdentifier: evaluated?.jobArn }, SCIENCE),
  ...[
    application?.profileArn,
    here.customModels[0]?.modelArn,
    here.provisionedThroughputs[0]?.provisionedModelArn,
  ].map((resourceARN) => call('bedrock', 'ListTagsForResource', { resourceARN })),
  call('bedrock', 'GetFoundationModelAvailability', { modelId: 'anthropic.claude-opus-5-5' }),
  call(
    'bedrock',
    'GetFoundationModelAvailability',
    { modelId: 'cohere.embed-v4:0' },
    { accountId: '444455556666' },
  ),
  call('bedrock', 'ListFoundationModelAgreementOffers', {
    modelId: 'anthropic.claude-haiku-5-5',
    offerType: 'ALL',
  }),
  call('bedrock', 'ListFoundationModelAgreementOffers', { modelId: 'openai.gpt-6.1-sol' }),
  call('bedrock', 'GetUseCaseForModelAccess'),
];
