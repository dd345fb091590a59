import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';
import type {
  AgentCoreGateway,
  AgentCorePolicyEngine,
  JwtAuthorizer,
} from './agentcore-gateways.ts';

export type * from './agentcore-gateways.ts';

/** Where something of AgentCore runs. */
export interface AgentCoreNetwork {
  /** `PUBLIC | VPC | SANDBOX`; null where AWS does not say it. */
  readonly networkMode: string | null;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

/** How one version of a runtime is set up (`bedrock-agentcore:GetAgentRuntime`). */
export interface RuntimeSettings {
  readonly roleArn: string | null;
  readonly network: AgentCoreNetwork;
  /** Null where IAM decides who may invoke. */
  readonly jwtAuthorizer: JwtAuthorizer | null;
  /** `HTTP | MCP | A2A | AGUI`. */
  readonly serverProtocol: string | null;
  /** Names only: values may hold secrets. */
  readonly environmentVariableNames: readonly string[];
  /** A container image or the S3 address of code. */
  readonly artifact: string | null;
  /** Whether only version 2 of the metadata service answers; null where unset. */
  readonly requireMMDSV2: boolean | null;
  /** Seconds. */
  readonly idleRuntimeSessionTimeout: number | null;
  /** Seconds. */
  readonly maxLifetime: number | null;
  readonly workloadIdentityArn: string | null;
}

/** A version of a runtime that is the newest or behind an endpoint. */
export interface RuntimeVersion {
  readonly agentRuntimeVersion: string;
  readonly settings: Part<RuntimeSettings>;
}

/** A name under which a runtime is invoked (`bedrock-agentcore:ListAgentRuntimeEndpoints`). */
export interface RuntimeEndpoint {
  readonly name: string;
  readonly endpointArn: string;
  readonly status: string;
  readonly liveVersion: string | null;
  readonly targetVersion: string | null;
}

/** A runtime (`bedrock-agentcore:ListAgentRuntimes`). */
export interface AgentCoreRuntime {
  readonly agentRuntimeId: string;
  readonly agentRuntimeArn: string;
  readonly agentRuntimeName: string;
  readonly status: string;
  /** The newest version. */
  readonly agentRuntimeVersion: string;
  readonly lastUpdatedAt: Instant | null;
  readonly endpoints: Part<readonly RuntimeEndpoint[]>;
  readonly versions: readonly RuntimeVersion[];
  /** The resource-based policy; null where there is none. */
  readonly resourcePolicy: Part<string | null>;
}

/** How a memory turns events into long-term records. */
export interface MemoryStrategy {
  readonly strategyId: string;
  readonly name: string;
  /** `SEMANTIC | SUMMARIZATION | USER_PREFERENCE | EPISODIC | CUSTOM`. */
  readonly type: string;
  readonly status: string | null;
}

/** How a memory is set up (`bedrock-agentcore:GetMemory`, without decryption). */
export interface MemorySettings {
  readonly name: string;
  /** Days. */
  readonly eventExpiryDuration: number;
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly encryptionKeyArn: string | null;
  readonly memoryExecutionRoleArn: string | null;
  readonly strategies: readonly MemoryStrategy[];
}

/** A memory (`bedrock-agentcore:ListMemories`). */
export interface AgentCoreMemory {
  readonly memoryId: string;
  readonly memoryArn: string;
  readonly status: string;
  readonly updatedAt: Instant | null;
  readonly settings: Part<MemorySettings>;
}

/** Where a browser keeps what it saw. */
export interface BrowserRecording {
  readonly enabled: boolean;
  readonly bucket: string | null;
  readonly prefix: string | null;
}

/** How a browser is set up (`bedrock-agentcore:GetBrowser`). */
export interface BrowserSettings {
  readonly network: AgentCoreNetwork;
  readonly executionRoleArn: string | null;
  readonly recording: BrowserRecording | null;
}

/** A browser of the account's own; AWS's own is left out (`bedrock-agentcore:ListBrowsers`). */
export interface AgentCoreBrowser {
  readonly browserId: string;
  readonly browserArn: string;
  readonly name: string;
  readonly status: string;
  readonly settings: Part<BrowserSettings>;
}

/** How a code interpreter is set up (`bedrock-agentcore:GetCodeInterpreter`). */
export interface CodeInterpreterSettings {
  readonly network: AgentCoreNetwork;
  readonly executionRoleArn: string | null;
}

/** A code interpreter of the account's own (`bedrock-agentcore:ListCodeInterpreters`). */
export interface AgentCoreCodeInterpreter {
  readonly codeInterpreterId: string;
  readonly codeInterpreterArn: string;
  readonly name: string;
  readonly status: string;
  readonly settings: Part<CodeInterpreterSettings>;
}

/** A workload identity, or a provider of credentials by the ARN of its secret; never a credential. */
export interface AgentCoreIdentity {
  readonly kind: 'workload-identity' | 'oauth2-credential-provider' | 'api-key-credential-provider';
  readonly name: string;
  readonly arn: string;
  /** `GoogleOauth2 | CustomOauth2 | ...`; null but for OAuth 2 providers. */
  readonly vendor: string | null;
  readonly createdAt: Instant | null;
  /** The ARN of the secret in Secrets Manager; null where it has none. */
  readonly secretArn: Part<string | null>;
}

/** Amazon Bedrock AgentCore. */
export interface AgentCoreDatasets {
  'agentcore-runtimes': AgentCoreRuntime;
  'agentcore-gateways': AgentCoreGateway;
  'agentcore-policy-engines': AgentCorePolicyEngine;
  'agentcore-memories': AgentCoreMemory;
  'agentcore-browsers': AgentCoreBrowser;
  'agentcore-code-interpreters': AgentCoreCodeInterpreter;
  'agentcore-identities': AgentCoreIdentity;
}
