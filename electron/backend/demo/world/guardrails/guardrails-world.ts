import type {
  AutomatedReasoningPolicy,
  BedrockTag,
  DataRetention,
  EnforcedGuardrail,
  GuardrailSettings,
  GuardrailVersion,
  InvocationLogging,
} from '../../../../../shared/model/dataset.ts';

/** A guardrail of this world in one version. */
export interface WorldGuardrail extends Omit<GuardrailVersion, 'settings' | 'tags'> {
  readonly settings: GuardrailSettings;
  readonly tags: readonly BedrockTag[];
}

/** An Automated Reasoning policy of this world in one version. */
export interface WorldReasoningPolicy extends Omit<AutomatedReasoningPolicy, 'detail'> {
  readonly definitionHash: string;
  readonly kmsKeyArn: string | null;
}

/** Guardrails and the settings that govern every call in the simulated organisation. */
export interface GuardrailsWorld {
  /** One entry per guardrail: the DRAFT first, then numbered versions, newest first. */
  guardrails(accountId: string, region: string): readonly (readonly WorldGuardrail[])[];
  enforcedGuardrails(accountId: string, region: string): readonly EnforcedGuardrail[];
  /** One entry per policy: the DRAFT first, then numbered versions, newest first. */
  reasoningPolicies(
    accountId: string,
    region: string,
  ): readonly (readonly WorldReasoningPolicy[])[];
  dataRetention(accountId: string): DataRetention;
  /** The policy document of a guardrail, guardrail profile or model; null where it has none. */
  bedrockResourcePolicy(accountId: string, region: string, resourceArn: string): string | null;
  invocationLogging(accountId: string, region: string): InvocationLogging;
}
