import type { Instant } from '../period.ts';
import type { Part } from '../read-outcome.ts';

/** Which tokens a runtime or gateway accepts. */
export interface JwtAuthorizer {
  readonly discoveryUrl: string;
  readonly allowedAudience: readonly string[];
  readonly allowedClients: readonly string[];
  readonly allowedScopes: readonly string[];
}

/** How a gateway is set up (`bedrock-agentcore:GetGateway`). */
export interface GatewaySettings {
  readonly gatewayArn: string;
  readonly roleArn: string | null;
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly kmsKeyArn: string | null;
  /** `DEBUG` tells callers the details of errors; null hides them. */
  readonly exceptionLevel: string | null;
  readonly jwtAuthorizer: JwtAuthorizer | null;
  /** Mode: `ENFORCE | LOG_ONLY`. */
  readonly policyEngine: { readonly arn: string; readonly mode: string } | null;
  readonly webAclArn: string | null;
  readonly interceptorLambdaArns: readonly string[];
  readonly workloadIdentityArn: string | null;
}

/** How a gateway proves itself to a target; never the credential itself. */
export interface TargetCredential {
  /** `GATEWAY_IAM_ROLE | OAUTH | API_KEY | CALLER_IAM_CREDENTIALS | JWT_PASSTHROUGH`. */
  readonly type: string;
  readonly providerArn: string | null;
}

/** What a target of a gateway is (`bedrock-agentcore:GetGatewayTarget`). */
export interface GatewayTargetSettings {
  /** The member that AWS answered, with its protocol: `mcp.lambda`, `http.agentcoreRuntime`. */
  readonly kind: string;
  readonly lambdaArn: string | null;
  readonly runtimeArn: string | null;
  /** An API Gateway REST API and its stage: `id/stage`. */
  readonly restApi: string | null;
  /** Host of an MCP server, a passthrough or a model provider; without query, which may hold keys. */
  readonly endpoint: string | null;
  readonly credentials: readonly TargetCredential[];
}

/** Something that a gateway passes calls on to (`bedrock-agentcore:ListGatewayTargets`). */
export interface GatewayTarget {
  readonly targetId: string;
  readonly name: string;
  readonly status: string;
  readonly settings: Part<GatewayTargetSettings>;
}

/** A gateway (`bedrock-agentcore:ListGateways`). */
export interface AgentCoreGateway {
  readonly gatewayId: string;
  readonly name: string;
  readonly status: string;
  /** `AWS_IAM | CUSTOM_JWT | AUTHENTICATE_ONLY | NONE`; `UNKNOWN` where AWS did not say. */
  readonly authorizerType: string;
  readonly protocolType: string | null;
  readonly updatedAt: Instant | null;
  readonly settings: Part<GatewaySettings>;
  readonly targets: Part<readonly GatewayTarget[]>;
  /** The resource-based policy; null where there is none. */
  readonly resourcePolicy: Part<string | null>;
}

/** A Cedar policy of a policy engine, without its text (`bedrock-agentcore:ListPolicySummaries`). */
export interface EnginePolicy {
  readonly policyId: string;
  readonly name: string;
  readonly status: string;
  /** `ACTIVE | LOG_ONLY`; null where AWS does not say it. */
  readonly enforcementMode: string | null;
}

/** A policy engine (`bedrock-agentcore:ListPolicyEngineSummaries`). */
export interface AgentCorePolicyEngine {
  readonly policyEngineId: string;
  readonly policyEngineArn: string;
  readonly name: string;
  readonly status: string;
  /** The customer-managed key; null where AWS's own key encrypts. */
  readonly encryptionKeyArn: string | null;
  readonly policies: Part<readonly EnginePolicy[]>;
}
