import { AppError } from '../../../../shared/model/app-error.ts';
import { ACCOUNT, ACCOUNT_PLACES, READER_ROLE } from './organization.ts';
import type { PermissionId, TrustId } from './policies.ts';

/** A role, user or root of one account, before CloudTrail or IAM give it a shape. */
export interface Principal {
  readonly accountId: string;
  readonly name: string;
  readonly kind: 'role' | 'user' | 'api-key-user' | 'root';
  readonly path: string;
  readonly trust: TrustId | null;
  /** People, tasks or functions that hold sessions of the role; empty for users. */
  readonly sessions: readonly string[];
  readonly permissions: readonly PermissionId[];
  readonly network: NetworkId;
  readonly userAgent: string;
}

/** Where calls come from; decides the source address. */
export type NetworkId =
  | 'platform-vpc'
  | 'science-vpc'
  | 'support-vpc'
  | 'office-us'
  | 'office-eu'
  | 'office-au'
  | 'github'
  | 'aws-service';

const BOTO = 'Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux lang/python#3.13.1';
const NODE_SDK =
  'aws-sdk-js/3.1162.0 ua/2.1 os/linux lang/js md/nodejs#22.11.0 api/bedrock-runtime';
const JAVA_SDK = 'aws-sdk-java/2.42.9 md/io#sync md/http#Apache ua/2.1 os/Linux lang/java#21.0.4';
const AGENT = 'claude-cli/3.4.1 (external, cli) aws-sdk-js/3.1162.0 md/nodejs#22.11.0';
const CONSOLE = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/146.0';
const SSO_PATH = '/aws-reserved/sso.amazonaws.com/us-east-1/';

/** People of each team; sessions of Identity Center carry their address. */
const DEVELOPERS = people('ada', 'bruno', 'chiara', 'dmitri', 'elif', 'farid', 'grace', 'hugo');
const SCIENTISTS = people('ines', 'jonas', 'kamala', 'liang', 'mira', 'noor');
const ANALYSTS = people('oskar', 'paula', 'quentin');
const HACKERS = people('ruth', 'sanjay', 'tui', 'uma');

const PLATFORM: readonly Principal[] = [
  workload('checkout-assistant', 'invoke-guarded', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('checkout', 4),
    userAgent: NODE_SDK,
  }),
  workload('support-summarizer', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
  workload('product-search-embedder', 'embed', {
    trust: 'ecs-tasks.amazonaws.com',
    sessions: tasks('embedder', 2),
  }),
  workload('catalog-tagger', 'invoke-approved', { trust: 'lambda.amazonaws.com' }),
  workload('fraud-notes', 'invoke-approved', {
    trust: 'ecs-tasks.amazonaws.com',
    userAgent: JAVA_SDK,
  }),
  workload('batch-etl', 'bedrock-full-access', {
    trust: 'glue.amazonaws.com',
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
  workload('AmazonBedrockExecutionRoleForKnowledgeBase_catalog', 'embed', {
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
  }),
  workload('eval-harness', 'invoke-any', {
    trust: 'batch.amazonaws.com',
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

const READERS: readonly Principal[] = ACCOUNT_PLACES.map(({ accountId }) =>
  inAccount(accountId)(
    workload(READER_ROLE, 'assay-reader', { trust: 'assay', network: 'office-us' }),
  ),
);

/** Everyone in this world who can act, Assay's own roles included. */
export const PRINCIPALS: readonly Principal[] = [
  ...MANAGEMENT,
  ...PLATFORM,
  ...DATA_SCIENCE,
  ...SUPPORT,
  ...SANDBOX,
  ...LOG_ARCHIVE,
  ...READERS,
];

/** The principal of that name in an account; names of Identity Center roles without their prefix. */
export function principalNamed(accountId: string, name: string): Principal {
  const found = PRINCIPALS.find(
    (principal) =>
      principal.accountId === accountId &&
      (principal.name === name || principal.name.startsWith(`AWSReservedSSO_${name}_`)),
  );
  if (found === undefined) {
    throw new AppError('internal', `The simulated account ${accountId} has no principal ${name}.`);
  }
  return found;
}

type Traits = Partial<Omit<Principal, 'accountId' | 'name' | 'kind'>>;
type Template = Omit<Principal, 'accountId' | 'network'> & { readonly network?: NetworkId };

function workload(
  name: string,
  permission: PermissionId,
  traits: Traits & Pick<Principal, 'trust'>,
): Template {
  return {
    name,
    kind: 'role',
    path: '/',
    sessions: [name],
    permissions: [permission],
    userAgent: BOTO,
    ...traits,
  };
}

function identityCenter(
  set: string,
  permission: PermissionId,
  traits: Traits & Pick<Principal, 'sessions'>,
): Template {
  return workload(`AWSReservedSSO_${set}_3f9d1c7be2a40586`, permission, {
    trust: 'identity-center',
    path: SSO_PATH,
    network: 'office-us',
    userAgent: AGENT,
    ...traits,
  });
}

function user(name: string, permission: PermissionId, traits?: Traits): Template {
  return {
    name,
    kind: 'user',
    path: '/',
    trust: null,
    sessions: [],
    permissions: [permission],
    network: 'office-us',
    userAgent: BOTO,
    ...traits,
  };
}

function apiKeyUser(name: string, traits?: Traits): Template {
  const agent = 'python-httpx/0.28.1';
  return {
    ...user(name, 'bedrock-limited-access', { userAgent: agent, ...traits }),
    kind: 'api-key-user',
  };
}

function inAccount(
  accountId: string,
  network: NetworkId = 'platform-vpc',
): (template: Template) => Principal {
  return (template) => ({ network, ...template, accountId });
}

function people(...names: readonly string[]): readonly string[] {
  return names.map((name) => `${name}@acme.example`);
}

function tasks(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-task-${index + 1}`);
}
