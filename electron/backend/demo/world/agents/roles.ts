import type { IamIdentity } from '../../../../../shared/model/dataset.ts';
import { JOB_ROLES } from '../bedrock/job-roles.ts';
import { ACCOUNT } from '../organization.ts';
import { FUNCTION_ROLES } from '../surroundings/function-roles.ts';
import { AGENT_KEYS, COLLECTIONS, FUNCTIONS, knowledgeBaseArn, PLACE } from './names.ts';

/** A role that Bedrock, AgentCore or SageMaker assumes, as plain data. */
export interface ServiceRole {
  readonly accountId: string;
  readonly name: string;
  readonly path: string;
  readonly service: `${string}.amazonaws.com`;
  /** Whether its trust policy names the account that Bedrock must act for. */
  readonly guarded: boolean;
  readonly statements: readonly object[];
}

const AGENT_PATH = '/service-role/';
const MODELS = 'arn:aws:bedrock:*::foundation-model';
const INVOKE = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

function invoke(...models: readonly string[]): object {
  return { Effect: 'Allow', Action: INVOKE, Resource: models.map((id) => `${MODELS}/${id}`) };
}

function allow(actions: readonly string[], ...resources: readonly string[]): object {
  return { Effect: 'Allow', Action: actions, Resource: resources };
}

const ANYTHING = allow(['*'], '*');

/** Agents write their metrics with the rights of their role. */
const AGENT_METRICS = {
  Effect: 'Allow',
  Action: ['cloudwatch:PutMetricData'],
  Resource: '*',
  Condition: { StringEquals: { 'cloudwatch:namespace': 'AWS/Bedrock/Agents' } },
};

/** Agents: one tight role, one that two agents share, one that may do everything. */
const AGENT_ROLES = [
  agentRole(ACCOUNT.platform, 'AmazonBedrockExecutionRoleForAgents_concierge', [
    invoke('anthropic.claude-sonnet-5-5'),
    allow(
      INVOKE,
      `arn:aws:bedrock:us-east-1:${ACCOUNT.platform}:inference-profile/us.anthropic.claude-sonnet-5-5`,
    ),
    allow(['bedrock:ApplyGuardrail'], `arn:aws:bedrock:us-east-1:${ACCOUNT.platform}:guardrail/*`),
    allow(['bedrock:Retrieve'], knowledgeBaseArn(PLACE.shop, 'catalog')),
    AGENT_METRICS,
  ]),
  agentRole(ACCOUNT.platform, 'AmazonBedrockExecutionRoleForAgents_orders', [
    invoke('*'),
    allow(['dynamodb:*', 's3:*'], '*'),
  ]),
  agentRole(ACCOUNT.support, 'AmazonBedrockExecutionRoleForAgents_tickets', [
    invoke('anthropic.claude-haiku-5-5'),
  ]),
  agentRole(ACCOUNT.support, 'AmazonBedrockExecutionRoleForAgents_mail', [
    invoke('anthropic.claude-haiku-5-5'),
  ]),
  { ...agentRole(ACCOUNT.dataScience, 'research-agent', [ANYTHING]), path: '/', guarded: false },
];

/** Knowledge bases: those of the catalogue and the helpdesk are among the principals that call. */
const KNOWLEDGE_ROLES = [
  agentRole(ACCOUNT.platform, 'AmazonBedrockExecutionRoleForKnowledgeBase_orders', [
    allow(['rds-data:ExecuteStatement', 'secretsmanager:GetSecretValue', 's3:*'], '*'),
    invoke('amazon.titan-embed-text-v2:0'),
  ]),
  agentRole(ACCOUNT.platform, 'AmazonBedrockExecutionRoleForKnowledgeBase_reviews', [
    allow(
      ['s3vectors:*'],
      `arn:aws:s3vectors:us-east-1:${ACCOUNT.platform}:bucket/product-reviews`,
    ),
    invoke('amazon.titan-embed-text-v2:0'),
    allow(['kms:Decrypt'], AGENT_KEYS.knowledge),
    allow(['aoss:APIAccessAll'], COLLECTIONS.catalog),
  ]),
  agentRole(ACCOUNT.support, 'AmazonBedrockExecutionRoleForKnowledgeBase_runbooks', [
    invoke('cohere.embed-v4:0'),
  ]),
  agentRole(ACCOUNT.dataScience, 'AmazonBedrockExecutionRoleForKnowledgeBase_papers', [
    invoke('*'),
    allow(['s3:*'], '*'),
  ]),
];

const FLOW_ROLES = [
  agentRole(ACCOUNT.platform, 'AmazonBedrockExecutionRoleForFlows_orders', [
    invoke('anthropic.claude-haiku-5-5'),
    allow(['lambda:InvokeFunction'], FUNCTIONS.orderLookup),
  ]),
  agentRole(ACCOUNT.support, 'AmazonBedrockExecutionRoleForFlows_triage', [invoke('*')]),
  agentRole(ACCOUNT.sandbox, 'AmazonBedrockExecutionRoleForFlows_hackathon', [ANYTHING]),
];

/** AgentCore: tight ones, and one that can pass any role, which is a way to more rights. */
const AGENTCORE_ROLES = [
  agentCoreRole(ACCOUNT.platform, 'AmazonBedrockAgentCoreRuntime-shopping', [
    invoke('anthropic.claude-sonnet-5-5'),
    allow(['logs:PutLogEvents', 'xray:PutTraceSegments'], '*'),
  ]),
  agentCoreRole(ACCOUNT.platform, 'AmazonBedrockAgentCoreGateway-orders', [
    allow(['lambda:InvokeFunction'], FUNCTIONS.shoppingTools),
  ]),
  agentCoreRole(ACCOUNT.platform, 'AmazonBedrockAgentCoreMemory-shopping', [
    invoke('amazon.nova-lite-v1:0'),
  ]),
  agentCoreRole(ACCOUNT.platform, 'AmazonBedrockAgentCoreBrowser-prices', [
    allow(['s3:PutObject'], `arn:aws:s3:::acme-browser-recordings-${ACCOUNT.platform}/*`),
  ]),
  {
    ...agentCoreRole(ACCOUNT.dataScience, 'agentcore-research', [
      allow(['iam:PassRole', 'iam:CreatePolicyVersion', 'lambda:*', 'bedrock:*'], '*'),
    ]),
    guarded: false,
  },
];

/** Every role that agents, knowledge bases, flows, AgentCore, jobs and functions here act as. */
export const SERVICE_ROLES: readonly ServiceRole[] = [
  ...AGENT_ROLES,
  ...KNOWLEDGE_ROLES,
  ...FLOW_ROLES,
  ...AGENTCORE_ROLES,
  ...JOB_ROLES,
  ...FUNCTION_ROLES,
];

/** The ARN of a role of this list, or of one like it among the principals. */
export function serviceRoleArn(accountId: string, name: string): string {
  const path = SERVICE_ROLES.find(
    (role) => role.accountId === accountId && role.name === name,
  )?.path;
  return `arn:aws:iam::${accountId}:role${path ?? AGENT_PATH}${name}`;
}

/** The service roles of an account, as IAM tells them, save for when they were last used. */
export function serviceRolesIn(accountId: string): readonly Omit<IamIdentity, 'lastUsed'>[] {
  return SERVICE_ROLES.filter((role) => role.accountId === accountId).map((role) => ({
    kind: 'role',
    name: role.name,
    arn: serviceRoleArn(accountId, role.name),
    path: role.path,
    createdAt: '2026-04-14T09:30:00Z',
    groups: [],
    attachedPolicyArns: [],
    inlinePolicies: [{ name: 'execution', document: policyDocument(role.statements) }],
    permissionsBoundaryArn: null,
    trustPolicy: policyDocument([trust(role)]),
    tags: {},
  }));
}

function trust({ service, guarded, accountId }: ServiceRole): object {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sts:AssumeRole',
  };
  if (!guarded) return statement;
  return { ...statement, Condition: { StringEquals: { 'aws:SourceAccount': accountId } } };
}

function agentRole(accountId: string, name: string, statements: readonly object[]): ServiceRole {
  return {
    accountId,
    name,
    path: AGENT_PATH,
    service: 'bedrock.amazonaws.com',
    guarded: true,
    statements,
  };
}

function agentCoreRole(
  accountId: string,
  name: string,
  statements: readonly object[],
): ServiceRole {
  return {
    ...agentRole(accountId, name, statements),
    path: '/',
    service: 'bedrock-agentcore.amazonaws.com',
  };
}

function policyDocument(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
