import type { Instant } from '../period.ts';

/** One content filter of a guardrail; strengths are `NONE | LOW | MEDIUM | HIGH`. */
export interface GuardrailContentFilter {
  readonly type: string;
  readonly inputStrength: string;
  readonly outputStrength: string;
  readonly inputAction: string;
  readonly outputAction: string;
  readonly inputEnabled: boolean;
  readonly outputEnabled: boolean;
}

/** A guardrail in its working draft, with the versions that exist (`bedrock:GetGuardrail`). */
export interface Guardrail {
  readonly guardrailId: string;
  readonly guardrailArn: string;
  readonly name: string;
  readonly status: string;
  readonly version: string;
  readonly versions: readonly string[];
  readonly contentFilters: readonly GuardrailContentFilter[];
  readonly deniedTopics: readonly string[];
  readonly piiEntities: readonly { readonly type: string; readonly action: string }[];
  readonly kmsKeyArn: string | null;
  readonly updatedAt: Instant | null;
}

/** Model invocation logging of one Region (`bedrock:GetModelInvocationLoggingConfiguration`). */
export interface InvocationLogging {
  readonly enabled: boolean;
  readonly s3Bucket: string | null;
  readonly s3KeyPrefix: string | null;
  readonly logGroup: string | null;
  readonly largeDataS3Bucket: string | null;
  readonly modalities: readonly string[];
}

/** Guardrails and the settings of a Region that govern every call. */
export interface GuardrailDatasets {
  guardrails: Guardrail;
  'invocation-logging': InvocationLogging;
}
