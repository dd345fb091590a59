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
  /** Source identities that its sessions are begun with, one each; none where nobody sets them. */
  readonly sourceIdentities?: readonly string[];
  readonly permissions: readonly PermissionId[];
  /** The policy that is its permissions boundary. */
  readonly boundary?: PermissionId;
  readonly tags?: Readonly<Record<string, string>>;
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

/** User agent: boto3 on a server. */
export const BOTO = 'Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux lang/python#3.13.1';
/** User agent: The SDK for JavaScript on a server. */
export const NODE_SDK =
  'aws-sdk-js/3.1162.0 ua/2.1 os/linux lang/js md/nodejs#22.11.0 api/bedrock-runtime';
/** User agent: The SDK for Java on a server. */
export const JAVA_SDK =
  'aws-sdk-java/2.42.9 md/io#sync md/http#Apache ua/2.1 os/Linux lang/java#21.0.4';
/** User agent: A coding agent in a terminal. */
export const AGENT = 'claude-cli/3.4.1 (external, cli) aws-sdk-js/3.1162.0 md/nodejs#22.11.0';
/** User agent: The console in a browser. */
export const CONSOLE =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/146.0';
const SSO_PATH = '/aws-reserved/sso.amazonaws.com/us-east-1/';

type Traits = Partial<Omit<Principal, 'accountId' | 'name' | 'kind'>>;
/** A principal before its account is known. */
export type Template = Omit<Principal, 'accountId' | 'network'> & { readonly network?: NetworkId };

/** A role that a program works as; by default one session of its own name. */
export function workload(
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

/** A permission set of Identity Center, whose sessions carry the addresses of people. */
export function identityCenter(
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

/** An IAM user with a long-lived access key. */
export function user(name: string, permission: PermissionId, traits?: Traits): Template {
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

/** The user that a long-term Bedrock API key creates for itself. */
export function apiKeyUser(name: string, traits?: Traits): Template {
  const agent = 'python-httpx/0.28.1';
  return {
    ...user(name, 'bedrock-limited-access', { userAgent: agent, ...traits }),
    kind: 'api-key-user',
  };
}

/** Puts templates into an account, on its network where they name none. */
export function inAccount(
  accountId: string,
  network: NetworkId = 'platform-vpc',
): (template: Template) => Principal {
  return (template) => ({ network, ...template, accountId });
}

/** Addresses of people. */
export function people(...names: readonly string[]): readonly string[] {
  return names.map((name) => `${name}@acme.example`);
}

/** Sessions of the tasks of one service. */
export function tasks(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}-task-${index + 1}`);
}
