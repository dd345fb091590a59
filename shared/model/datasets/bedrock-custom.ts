import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** A tag of a Bedrock resource (`bedrock:ListTagsForResource`). */
export interface BedrockTag {
  readonly key: string;
  readonly value: string;
}

/** The private network in which a job or an endpoint works; AWS answers none where it has none. */
export interface BedrockVpc {
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

/** Bought capacity of one model (`bedrock:ListProvisionedModelThroughputs`), billed by the hour. */
export interface ProvisionedThroughput {
  readonly provisionedModelArn: string;
  readonly provisionedModelName: string;
  readonly modelArn: string;
  readonly desiredModelArn: string | null;
  /** The base of a custom model, or the model itself. */
  readonly foundationModelArn: string | null;
  readonly modelUnits: number;
  readonly desiredModelUnits: number | null;
  /** `Creating | InService | Updating | Failed`. */
  readonly status: string;
  /** `OneMonth | SixMonths`; null without commitment. */
  readonly commitmentDuration: string | null;
  readonly commitmentExpirationTime: Instant | null;
  readonly creationTime: Instant | null;
  readonly lastModifiedTime: Instant | null;
  readonly tags: Part<readonly BedrockTag[]>;
}

/** What `bedrock:GetCustomModel` adds to the list. */
export interface CustomModelDetail {
  /** The customer's key; null where AWS's own key encrypts the model. */
  readonly modelKmsKeyArn: string | null;
  /** The customization job that made it; null where it was imported. */
  readonly jobArn: string | null;
  /** Training data, invocation logs used as such included. */
  readonly trainingS3Uris: readonly string[];
  readonly validationS3Uris: readonly string[];
  readonly outputS3Uri: string | null;
}

/** A model that the account made or copied (`bedrock:ListCustomModels`). */
export interface CustomModel {
  readonly modelArn: string;
  readonly modelName: string;
  readonly baseModelArn: string | null;
  readonly baseModelName: string | null;
  /** `FINE_TUNING | CONTINUED_PRE_TRAINING | DISTILLATION | REINFORCEMENT_FINE_TUNING | IMPORTED`. */
  readonly customizationType: string | null;
  readonly ownerAccountId: string | null;
  /** `Active | Creating | Failed`; null in answers of before the field existed. */
  readonly status: string | null;
  readonly creationTime: Instant | null;
  readonly detail: Part<CustomModelDetail>;
  readonly tags: Part<readonly BedrockTag[]>;
}

/** A custom model made ready for on-demand calls (`bedrock:ListCustomModelDeployments`). */
export interface CustomModelDeployment {
  readonly customModelDeploymentArn: string;
  readonly customModelDeploymentName: string;
  readonly modelArn: string;
  /** `Creating | Active | Failed`. */
  readonly status: string;
  readonly createdAt: Instant | null;
  readonly lastUpdatedAt: Instant | null;
  readonly failureMessage: string | null;
}

/** What `bedrock:GetImportedModel` adds to the list. */
export interface ImportedModelDetail {
  /** The customer's key; null where AWS's own key encrypts the model. */
  readonly modelKmsKeyArn: string | null;
  readonly jobArn: string | null;
  /** Where the weights came from; null where they did not come from S3. */
  readonly s3Uri: string | null;
  /** Custom model units that one running copy takes; these are billed by the minute. */
  readonly customModelUnitsPerModelCopy: number | null;
  /** The generation of those units, which decides their price. */
  readonly customModelUnitsVersion: string | null;
}

/** A model whose weights the account brought (`bedrock:ListImportedModels`). */
export interface ImportedModel {
  readonly modelArn: string;
  readonly modelName: string;
  readonly modelArchitecture: string | null;
  readonly instructSupported: boolean | null;
  readonly creationTime: Instant | null;
  readonly detail: Part<ImportedModelDetail>;
}

/** What `bedrock:GetMarketplaceModelEndpoint` adds to the list. */
export interface MarketplaceEndpointDetail {
  /** The state of the SageMaker endpoint: `InService`, ... */
  readonly endpointStatus: string | null;
  readonly instanceType: string | null;
  readonly initialInstanceCount: number | null;
  readonly executionRole: string | null;
  /** The customer's key; null where AWS's own key encrypts the volumes. */
  readonly kmsEncryptionKey: string | null;
  readonly vpc: BedrockVpc | null;
}

/** A SageMaker endpoint that serves a Marketplace model (`bedrock:ListMarketplaceModelEndpoints`). */
export interface MarketplaceEndpoint {
  readonly endpointArn: string;
  /** The model's ARN in the SageMaker hub. */
  readonly modelSourceIdentifier: string;
  /** `REGISTERED | INCOMPATIBLE_ENDPOINT`; null where AWS answers none. */
  readonly status: string | null;
  readonly createdAt: Instant | null;
  readonly updatedAt: Instant | null;
  readonly detail: Part<MarketplaceEndpointDetail>;
}

/** Models of the account's own and the capacity that serves them. */
export interface BedrockCustomDatasets {
  'provisioned-throughputs': ProvisionedThroughput;
  'custom-models': CustomModel;
  'custom-model-deployments': CustomModelDeployment;
  'imported-models': ImportedModel;
  'marketplace-endpoints': MarketplaceEndpoint;
}
