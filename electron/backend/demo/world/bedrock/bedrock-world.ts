import type {
  AgreementOffer,
  BatchJob,
  CopyJob,
  CustomizationJob,
  CustomModel,
  CustomModelDeployment,
  EvaluationJob,
  ImportedModel,
  ImportJob,
  MarketplaceEndpoint,
  ModelAvailability,
  PromptRouter,
  ProvisionedThroughput,
} from '../../../../../shared/model/dataset.ts';

/** What one account holds in Bedrock in one Region, everything of it readable. */
export interface BedrockResources {
  readonly promptRouters: readonly PromptRouter[];
  readonly provisionedThroughputs: readonly ProvisionedThroughput[];
  readonly customModels: readonly CustomModel[];
  readonly customModelDeployments: readonly CustomModelDeployment[];
  readonly importedModels: readonly ImportedModel[];
  readonly marketplaceEndpoints: readonly MarketplaceEndpoint[];
  readonly customizationJobs: readonly CustomizationJob[];
  readonly importJobs: readonly ImportJob[];
  readonly copyJobs: readonly CopyJob[];
  readonly batchJobs: readonly BatchJob[];
  readonly evaluationJobs: readonly EvaluationJob[];
}

/** What an account may call, as `GetFoundationModelAvailability` tells it. */
export type WorldAvailability = Extract<ModelAvailability['availability'], { read: true }>['value'];

/** The Bedrock of the simulated organisation beyond models, profiles and guardrails. */
export interface BedrockWorld {
  bedrockResources(accountId: string, region: string): BedrockResources;
  /** Null for a model that Bedrock does not have. */
  modelAvailability(accountId: string, region: string, modelId: string): WorldAvailability | null;
  /** The public offer of a model that AWS Marketplace meters; null for all others. */
  agreementOffer(modelId: string): AgreementOffer | null;
  /** The form in which the account said what it uses models for; null where it has not. */
  accessForm(accountId: string): Readonly<Record<string, string>> | null;
}
