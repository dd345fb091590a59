import type {
  AccountAuthorization,
  IamIdentity,
  RoleUse,
} from '../../../../shared/model/dataset.ts';
import { addDays, type Instant } from '../../../../shared/model/period.ts';
import { serviceRolesIn } from './agents/roles.ts';
import type { Calendar } from './calendar.ts';
import { iamArn } from './callers.ts';
import type { LastUse, LastUses } from './identity/last-uses.ts';
import type { AccountPlace } from './organization.ts';
import { denyDocument, type PermissionId, policyOf, trustDocument } from './policies.ts';
import type { Principal } from './principal-templates.ts';
import { principalsIn } from './principals.ts';

/** What `iam:GetAccountAuthorizationDetails` tells of one account, derived from its principals. */
export function authorizationOf(
  place: AccountPlace,
  calendar: Calendar,
  uses: LastUses,
): AccountAuthorization {
  const principals = principalsIn(place.accountId).filter(({ kind }) => kind !== 'root');
  const permissions = new Set(
    principals.flatMap(({ permissions, boundary }) => [
      ...permissions,
      ...(boundary === undefined ? [] : [boundary]),
    ]),
  );
  return {
    identities: [
      ...principals.map((principal) => ({
        ...toIdentity(principal, place, calendar),
        lastUsed: principal.kind === 'role' ? lastUse(uses.ofPrincipal(iamArn(principal))) : null,
      })),
      ...serviceRolesIn(place.accountId).map((role) => ({
        ...role,
        lastUsed: lastUse(uses.ofPrincipal(role.arn)),
      })),
    ],
    policies: [...permissions].map((permission) => policyOf(permission, place.accountId)),
  };
}

function toIdentity(
  principal: Principal,
  place: AccountPlace,
  calendar: Calendar,
): Omit<IamIdentity, 'lastUsed'> {
  const { accountId, permissions, trust, boundary } = principal;
  return {
    kind: principal.kind === 'role' ? 'role' : 'user',
    name: principal.name,
    arn: iamArn(principal),
    path: principal.path,
    createdAt: createdAt(principal, calendar),
    groups: [],
    attachedPolicyArns: permissions.map((permission) => policyOf(permission, accountId).arn),
    inlinePolicies: refusals(permissions, place),
    permissionsBoundaryArn: boundary === undefined ? null : policyOf(boundary, accountId).arn,
    trustPolicy: trust === null ? null : trustDocument(trust, accountId),
    tags: principal.tags ?? {},
  };
}

function lastUse(uses: readonly LastUse[]): RoleUse | null {
  const [last] = [...uses].sort((a, b) => (a.at < b.at ? 1 : -1));
  return last === undefined ? null : { at: last.at, region: last.region };
}

function refusals(
  permissions: readonly PermissionId[],
  place: AccountPlace,
): IamIdentity['inlinePolicies'] {
  if (!permissions.includes('assay-reader') || place.deniedActions.length === 0) return [];
  return [{ name: 'not-for-assay', document: denyDocument(place.deniedActions) }];
}

function createdAt(principal: Principal, calendar: Calendar): Instant {
  if (principal.kind === 'api-key-user') return `${calendar.apiKeyDay}T09:12:00Z`;
  return `${addDays('2025-03-03', principal.name.length * 9)}T10:00:00Z`;
}
