import { AppError } from '../../../../shared/model/app-error.ts';
import { ACCOUNT, READER_ROLE } from './organization.ts';
import {
  AGENT,
  apiKeyUser,
  CONSOLE,
  identityCenter,
  inAccount,
  JAVA_SDK,
  NODE_SDK,
  type Principal,
  people,
  type Template,
  tasks,
  user,
  workload,
} from './principal-templates.ts';

/** People of each team; sessions of Identity Center carry their address. */
const DEVELOPERS = people('ada', 'bruno', 'chiara', 'dmitri', 'elif', 'farid', 'grace', 'hugo');
const SCIENTISTS = people('ines', 'jonas', 'kamala', 'liang', 'mira', 'noor');
const ANALYSTS = people('oskar', 'paula', 'quentin');
const HACKERS = people('ruth', 'sanjay', 'tui', 'uma');

const PLATFORM: readonly Principal[] = [
  workload('checkout-assistant', 'invoke-guarded', {
    trust: 'ecs-tasks.amazonaws.com',
    tags: { team: 'storefront', environment: 'production' },
    sessions: tasks('checkout', 4),
    userAgent: NODE_SDK,
  }),
  workload('support-summarizer', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
  workload('product-search-embedder', 'embed', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('embedder', 2),
  }),
  workload('catalog-tagger', 'invoke-approved', {
    trust: 'lambda.amazonaws.com',
    permissions: ['invoke-approved', 'invoke-committed'],
  }),
  workload('fraud-notes', 'invoke-approved', {
    trust: 'ecs-tasks.amazonaws.com',
    userAgent: JAVA_SDK,
  }),
  workload('batch-etl', 'bedrock-full-access', {
    trust: 'glue.amazonaws.com',
    tags: { team: 'data' },
    sessions: ['GlueJobRunnerSession'],
  }),
  workload('storefront-agents', 'invoke-approved', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('agents', 3),
    userAgent: NODE_SDK,
  }),
  workload('pr-review-bot', 'invoke-approved', {
    trust: 'github',
    sessions: ['GitHubActions'],
    network: 'github',
    userAgent: AGENT,
  }),
  workload('release-notes-ci', 'invoke-approved', {
    trust: 'github',
    sessions: ['GitHubActions'],
    network: 'github',
  }),
  workload('AmazonBedrockExecutionRoleForKnowledgeBase_catalog', 'embed-catalog', {
    trust: 'bedrock.amazonaws.com',
    path: '/service-role/',
    network: 'aws-service',
    userAgent: 'bedrock.amazonaws.com',
    sessions: ['DocumentUploader'],
  }),
  workload('BedrockInvocationLogging', 'deliver-logs', { trust: 'bedrock.amazonaws.com' }),
  identityCenter('DeveloperAccess', 'invoke-any', { sessions: DEVELOPERS }),
  identityCenter('PlatformAdmin', 'administrator', {
    sessions: DEVELOPERS.slice(0, 2),
    userAgent: CONSOLE,
  }),
  user('legacy-reporting', 'bedrock-full-access', {
    userAgent: 'Boto3/1.28.62 md/Botocore#1.31.62',
  }),
  user('ci-deploy-bot', 'bedrock-full-access', { network: 'github' }),
].map(inAccount(ACCOUNT.platform));

const DATA_SCIENCE: readonly Principal[] = [
  identityCenter('DataScientist', 'bedrock-full-access', { sessions: SCIENTISTS }),
  identityCenter('ScienceAdmin', 'administrator', {
    sessions: SCIENTISTS.slice(0, 1),
    userAgent: CONSOLE,
  }),
  workload('SageMakerNotebooks', 'invoke-any', {
    trust: 'sagemaker.amazonaws.com',
    path: '/service-role/',
    sessions: ['SageMaker'],
    // SageMaker Studio names every session alike and tells the user's profile in the source identity.
    sourceIdentities: ['ines', 'jonas', 'kamala'],
  }),
  workload('eval-harness', 'invoke-any', {
    trust: 'batch.amazonaws.com',
    permissions: ['invoke-any', 'invoke-over-mantle'],
    boundary: 'research-boundary',
    sessions: tasks('eval', 3),
  }),
  workload('labeling-pipeline', 'invoke-any', { trust: 'states.amazonaws.com' }),
  workload('agent-research', 'invoke-approved', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('research', 3),
    userAgent: AGENT,
  }),
  workload('feature-embedder', 'embed', { trust: 'glue.amazonaws.com' }),
  apiKeyUser('BedrockAPIKey-x7qk'),
  apiKeyUser('BedrockAPIKey-m2ph'),
  apiKeyUser('BedrockAPIKey-k5un'),
].map(inAccount(ACCOUNT.dataScience, 'science-vpc'));

const SUPPORT: readonly Principal[] = [
  workload('support-chat', 'invoke-approved', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('chat', 4),
    userAgent: JAVA_SDK,
  }),
  workload('ticket-triage', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
  workload('mail-translator', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
  workload('AmazonBedrockExecutionRoleForKnowledgeBase_helpdesk', 'embed', {
    trust: 'bedrock.amazonaws.com',
    path: '/service-role/',
    network: 'aws-service',
    userAgent: 'bedrock.amazonaws.com',
    sessions: ['DocumentUploader'],
  }),
  identityCenter('SupportAnalyst', 'invoke-approved', { sessions: ANALYSTS, network: 'office-eu' }),
  identityCenter('GuardrailAdmin', 'manage-guardrails', {
    sessions: ANALYSTS.slice(0, 1),
    network: 'office-eu',
    userAgent: CONSOLE,
  }),
].map(inAccount(ACCOUNT.support, 'support-vpc'));

const SANDBOX: readonly Principal[] = [
  identityCenter('SandboxUser', 'bedrock-full-access', { sessions: HACKERS, network: 'office-au' }),
  workload('hackathon-demo', 'invoke-any', { trust: 'lambda.amazonaws.com', network: 'office-au' }),
  apiKeyUser('BedrockAPIKey-z9rt', { network: 'office-au' }),
  apiKeyUser('BedrockAPIKey-w3lt', { network: 'office-au', permissions: ['administrator'] }),
  {
    ...user('root', 'administrator', { network: 'office-au', userAgent: CONSOLE }),
    kind: 'root' as const,
  },
].map(inAccount(ACCOUNT.sandbox, 'office-au'));

const MANAGEMENT: readonly Principal[] = [
  user('assay', 'assay-reader'),
  identityCenter('SecurityAudit', 'read-only', {
    sessions: people('vera', 'wanda'),
    userAgent: CONSOLE,
  }),
  workload('finops-reporter', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
].map(inAccount(ACCOUNT.management));

const LOG_ARCHIVE: readonly Principal[] = [
  identityCenter('SecurityAudit', 'read-only', { sessions: people('vera'), userAgent: CONSOLE }),
].map(inAccount(ACCOUNT.logArchive));

const SECURITY_AUDIT: readonly Principal[] = [
  identityCenter('SecurityAudit', 'read-only', {
    sessions: people('vera', 'wanda'),
    userAgent: CONSOLE,
  }),
  workload('findings-summarizer', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
].map(inAccount(ACCOUNT.securityAudit));

const SHARED_SERVICES: readonly Principal[] = [
  identityCenter('PlatformAdmin', 'administrator', {
    sessions: DEVELOPERS.slice(0, 2),
    userAgent: CONSOLE,
  }),
  workload('docs-assistant', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
].map(inAccount(ACCOUNT.sharedServices));

/** The principals of the story's accounts, Assay's own roles left out. */
const STORY_PRINCIPALS: readonly Principal[] = [
  ...MANAGEMENT,
  ...PLATFORM,
  ...DATA_SCIENCE,
  ...SUPPORT,
  ...SANDBOX,
  ...LOG_ARCHIVE,
  ...SECURITY_AUDIT,
  ...SHARED_SERVICES,
];

/** Who acts in an account that only fills the organisation up. */
const GENERATED: readonly Template[] = [
  identityCenter('DeveloperAccess', 'invoke-any', { sessions: DEVELOPERS.slice(2, 4) }),
  workload('assistant', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
];

const READER = workload(READER_ROLE, 'assay-reader', { trust: 'assay', network: 'office-us' });

/** Everyone who can act in an account, Assay's own role included. */
export function principalsIn(accountId: string): readonly Principal[] {
  const ofStory = STORY_PRINCIPALS.filter((principal) => principal.accountId === accountId);
  const own = ofStory.length > 0 ? ofStory : GENERATED.map(inAccount(accountId));
  return [...own, inAccount(accountId)(READER)];
}

/** The principal of that name in an account; names of Identity Center roles without their prefix. */
export function principalNamed(accountId: string, name: string): Principal {
  const found = principalsIn(accountId).find(
    (principal) => principal.name === name || principal.name.startsWith(`AWSReservedSSO_${name}_`),
  );
  if (found === undefined) {
    throw new AppError('internal', `The simulated account ${accountId} has no principal ${name}.`);
  }
  return found;
}
