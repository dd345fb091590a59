import type { IamIdentity } from '../../model/dataset.ts';
import type { Policy } from '../policy/policy.ts';
import type { PrincipalKind } from './access-world.ts';

/** What is known of an identity beside itself. */
export interface KindFacts {
  /** Null where the role's trust policy was not read. */
  readonly trust: Policy | null;
  /** Whether a Bedrock API key of the user is known. */
  readonly holdsKey: boolean;
}

/** The console makes a user of such a name for every long-term Bedrock API key that it makes. */
const MADE_FOR_KEY = 'BedrockAPIKey-';
const SERVICE_LINKED = '/aws-service-role/';
const IDENTITY_CENTER = '/aws-reserved/sso.amazonaws.com/';

/**
 * What sort of identity a user or role is. AWS keeps the paths of service-linked roles and of the
 * roles that IAM Identity Center makes for permission sets to itself. (IAM User Guide, "IAM
 * identifiers"; IAM Identity Center User Guide, "Referencing permission sets".)
 */
export function kindOfPrincipal(
  { kind, name, path }: Pick<IamIdentity, 'kind' | 'name' | 'path'>,
  { trust, holdsKey }: KindFacts,
): PrincipalKind {
  if (kind === 'user') return holdsKey || name.startsWith(MADE_FOR_KEY) ? 'api-key-user' : 'user';
  if (path.startsWith(SERVICE_LINKED)) return 'service-linked-role';
  if (path.startsWith(IDENTITY_CENTER)) return 'identity-center';
  return trust !== null && trustsServicesOnly(trust) ? 'service-role' : 'role';
}

function trustsServicesOnly({ statements }: Policy): boolean {
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  return allowing.length > 0 && allowing.every(({ principals }) => namesServicesOnly(principals));
}

function namesServicesOnly(principals: Policy['statements'][number]['principals']): boolean {
  if (principals === null || principals.except || principals.everyone) return false;
  const { aws, others, services } = principals;
  return services.length > 0 && aws.length === 0 && others.length === 0;
}
