import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** A guardrail as agents and flow nodes name it: by id or ARN, in a version (`DRAFT` or a number). */
export interface GuardrailReference {
  readonly guardrailIdentifier: string;
  readonly guardrailVersion: string;
}

/** One step of a flow and what it uses; members that do not belong to its type are null. */
export interface FlowNode {
  /** With the names of the loops around it: `retry/ask`. */
  readonly name: string;
  /** `Prompt | Agent | KnowledgeBase | LambdaFunction | InlineCode | Lex | Storage | Retrieval | ...`. */
  readonly type: string;
  /** The model of an inline prompt or of a knowledge base that generates; id or ARN. */
  readonly modelId: string | null;
  readonly promptArn: string | null;
  readonly knowledgeBaseId: string | null;
  readonly agentAliasArn: string | null;
  readonly lambdaArn: string | null;
  readonly lexBotAliasArn: string | null;
  /** The bucket of a storage or retrieval node. */
  readonly bucketName: string | null;
  readonly guardrail: GuardrailReference | null;
}

/** What AWS finds wrong with the DRAFT of a flow. */
export interface FlowValidation {
  /** `Warning | Error`. */
  readonly severity: string;
  /** `UnreachableNode | MissingNodeInput | ...`. */
  readonly type: string | null;
  readonly message: string;
}

/** How a flow is set up in its DRAFT (`bedrock:GetFlow`) or a version (`bedrock:GetFlowVersion`). */
export interface FlowSettings {
  readonly flowArn: string;
  readonly status: string;
  readonly executionRoleArn: string | null;
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly customerEncryptionKeyArn: string | null;
  readonly nodes: readonly FlowNode[];
  /** Null for a version: AWS validates only the DRAFT. */
  readonly validations: readonly FlowValidation[] | null;
}

/** The DRAFT of a flow, or a version that an alias routes to. */
export interface FlowVersion {
  /** `DRAFT` or a number. */
  readonly flowVersion: string;
  readonly settings: Part<FlowSettings>;
}

/** A name under which a flow is invoked, and the versions it routes to (`bedrock:ListFlowAliases`). */
export interface FlowAlias {
  readonly flowAliasId: string;
  readonly name: string;
  readonly flowVersions: readonly string[];
}

/** A flow (`bedrock:ListFlows`): its DRAFT and every version that an alias routes to. */
export interface Flow {
  readonly flowId: string;
  readonly flowArn: string;
  readonly name: string;
  readonly status: string;
  readonly updatedAt: Instant | null;
  readonly aliases: Part<readonly FlowAlias[]>;
  readonly versions: readonly FlowVersion[];
}

/** One of the wordings of a prompt; the wording itself is not kept. */
export interface PromptVariant {
  readonly name: string;
  /** `TEXT | CHAT`. */
  readonly templateType: string;
  readonly modelId: string | null;
  /** The agent that answers instead of a model. */
  readonly agentIdentifier: string | null;
}

/** How the DRAFT of a prompt is set up (`bedrock:GetPrompt`). */
export interface PromptSettings {
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly customerEncryptionKeyArn: string | null;
  readonly defaultVariant: string | null;
  readonly variants: readonly PromptVariant[];
}

/** A prompt of Prompt management (`bedrock:ListPrompts`). */
export interface Prompt {
  readonly promptId: string;
  readonly promptArn: string;
  readonly name: string;
  readonly updatedAt: Instant | null;
  readonly settings: Part<PromptSettings>;
  /** The numbers of its versions, `DRAFT` left out. */
  readonly versions: Part<readonly string[]>;
}
