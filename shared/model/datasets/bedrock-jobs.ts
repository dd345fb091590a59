import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type { BedrockVpc } from './bedrock-custom.ts';

/** What `bedrock:GetModelCustomizationJob` adds to the list. */
export interface CustomizationJobDetail {
  readonly roleArn: string | null;
  /** Training data, invocation logs used as such included. */
  readonly trainingS3Uris: readonly string[];
  readonly validationS3Uris: readonly string[];
  readonly outputS3Uri: string | null;
  /** The customer's key of the model that comes out; null for AWS's own. */
  readonly outputModelKmsKeyArn: string | null;
  readonly vpc: BedrockVpc | null;
  readonly failureMessage: string | null;
}

/** A fine-tuning, pre-training or distillation job (`bedrock:ListModelCustomizationJobs`). */
export interface CustomizationJob {
  readonly jobArn: string;
  readonly jobName: string;
  /** `InProgress | Completed | Failed | Stopping | Stopped`. */
  readonly status: string;
  readonly customizationType: string | null;
  readonly baseModelArn: string;
  /** The model that came out; null before it exists. */
  readonly customModelArn: string | null;
  readonly creationTime: Instant | null;
  readonly lastModifiedTime: Instant | null;
  readonly endTime: Instant | null;
  readonly detail: Part<CustomizationJobDetail>;
}

/** What `bedrock:GetModelImportJob` adds to the list. */
export interface ImportJobDetail {
  readonly roleArn: string | null;
  /** Where the weights come from. */
  readonly s3Uri: string | null;
  /** The customer's key of the model that comes out; null for AWS's own. */
  readonly importedModelKmsKeyArn: string | null;
  readonly vpc: BedrockVpc | null;
  readonly failureMessage: string | null;
}

/** A job that brings weights into Bedrock (`bedrock:ListModelImportJobs`). */
export interface ImportJob {
  readonly jobArn: string;
  readonly jobName: string;
  /** `InProgress | Completed | Failed`. */
  readonly status: string;
  /** The model that came out; null before it exists. */
  readonly importedModelArn: string | null;
  readonly importedModelName: string | null;
  readonly creationTime: Instant | null;
  readonly lastModifiedTime: Instant | null;
  readonly endTime: Instant | null;
  readonly detail: Part<ImportJobDetail>;
}

/** A job that copies a custom model from another Region or account (`bedrock:ListModelCopyJobs`). */
export interface CopyJob {
  readonly jobArn: string;
  /** `InProgress | Completed | Failed`. */
  readonly status: string;
  readonly sourceAccountId: string;
  readonly sourceModelArn: string;
  readonly targetModelArn: string;
  readonly targetModelName: string | null;
  /** The customer's key of the copy; null for AWS's own. */
  readonly targetModelKmsKeyArn: string | null;
  readonly creationTime: Instant | null;
  readonly failureMessage: string | null;
}

/** A batch inference job (`bedrock:ListModelInvocationJobs`, which tells all of it). */
export interface BatchJob {
  readonly jobArn: string;
  readonly jobName: string;
  /** `Submitted | Validating | Scheduled | InProgress | Completed | PartiallyCompleted | Failed | ...`. */
  readonly status: string;
  /** As it was submitted: a model id, a profile id or an ARN. */
  readonly modelId: string;
  readonly roleArn: string;
  readonly inputS3Uri: string | null;
  /** The account of the input bucket; null where it is the job's own. */
  readonly inputBucketOwner: string | null;
  readonly outputS3Uri: string | null;
  readonly outputBucketOwner: string | null;
  /** The customer's key of the output; null where the bucket's own encryption holds. */
  readonly outputKmsKeyId: string | null;
  readonly vpc: BedrockVpc | null;
  readonly submitTime: Instant | null;
  readonly lastModifiedTime: Instant | null;
  readonly endTime: Instant | null;
  readonly expirationTime: Instant | null;
  /** Prompts in the input, done so far and of those answered and failed; null where not counted. */
  readonly totalRecords: number | null;
  readonly processedRecords: number | null;
  readonly succeededRecords: number | null;
  readonly failedRecords: number | null;
  readonly message: string | null;
}

/** What `bedrock:GetEvaluationJob` adds to the list. */
export interface EvaluationJobDetail {
  readonly roleArn: string | null;
  /** The customer's key of the results; null where the bucket's own encryption holds. */
  readonly customerEncryptionKeyId: string | null;
  readonly outputS3Uri: string | null;
  /** Prompt data sets of the account's own; AWS's built-in ones have no address. */
  readonly datasetS3Uris: readonly string[];
  readonly lastModifiedTime: Instant | null;
  readonly failureMessages: readonly string[];
}

/** A model or knowledge base evaluation (`bedrock:ListEvaluationJobs`). */
export interface EvaluationJob {
  readonly jobArn: string;
  readonly jobName: string;
  /** `InProgress | Completed | Failed | Stopping | Stopped | Deleting`. */
  readonly status: string;
  /** `Human | Automated`. */
  readonly jobType: string;
  /** `ModelEvaluation | RagEvaluation`; null in answers of before the field existed. */
  readonly applicationType: string | null;
  readonly taskTypes: readonly string[];
  /** What is judged: model ids, profile ids or ARNs. */
  readonly modelIds: readonly string[];
  readonly knowledgeBaseIds: readonly string[];
  /** The models that judge. */
  readonly evaluatorModelIds: readonly string[];
  readonly creationTime: Instant | null;
  readonly detail: Part<EvaluationJobDetail>;
}

/** Jobs that make, move or call models. */
export interface BedrockJobDatasets {
  'customization-jobs': CustomizationJob;
  'import-jobs': ImportJob;
  'copy-jobs': CopyJob;
  'batch-jobs': BatchJob;
  'evaluation-jobs': EvaluationJob;
}
